import { Boxes } from 'lucide-react'
import type { Metadata } from 'next'
import { CatalogueTabs } from '@/components/catalogue/catalogue-tabs'
import { PartDialog } from '@/components/catalogue/part-dialog'
import { PriceDialog } from '@/components/catalogue/price-dialog'
import { PriceLines } from '@/components/catalogue/price-lines'
import { RetireButton } from '@/components/catalogue/retire-button'
import { SearchForm } from '@/components/catalogue/search-form'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Status } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { may } from '@/lib/auth/permissions'
import { partList } from '@/lib/catalogue/server/catalogue-lists'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { money } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { dropPartPrice, endPart, keepPart, newPartPrice } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].views.parts }
}

export default async function PartPricesPage({ searchParams }: PageProps<'/settings/catalogue/parts'>) {
  const context = await requireContext('part.list')
  const { actor } = context
  const locale = await currentLocale()
  const t = catalogue[locale]
  const typed = (await searchParams).search
  const search = typeof typed === 'string' ? typed : ''
  const { rows, total, today } = await partList(context, { search })
  return (
    <Page>
      <PageHeader
        title={t.views.parts}
        lead={t.shown({ shown: rows.length, total })}
        action={<PartDialog action={keepPart} />}
      >
        <SettingsTabs actor={actor} locale={locale} current="catalogue" />
        <CatalogueTabs actor={actor} locale={locale} current="parts" />
      </PageHeader>
      <div className="grid gap-4">
        {(total > 0 || search) && (
          <SearchForm label={t.searchParts} button={t.searchButton} search={search} />
        )}
        {rows.length === 0 && search && <Empty title={t.nothingFound}>{t.nothingFoundHint}</Empty>}
        {rows.length === 0 && !search && (
          <Empty
            title={t.noParts}
            icon={<Boxes aria-hidden />}
            action={may(actor, 'import.run') && <LinkButton href="/settings/import">{t.toImport}</LinkButton>}
          >
            {t.noPartsHint}
          </Empty>
        )}
        {rows.length > 0 && (
          <Table caption={t.views.parts}>
            <thead>
              <tr>
                <Th className="max-tablet:hidden">{t.partNo}</Th>
                <Th>{t.name}</Th>
                <Th className="max-tablet:hidden">{t.brand}</Th>
                <Th>{t.prices}</Th>
                <Th>
                  <span className="sr-only">{t.change}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.id} className={row.disabledAt ? 'text-muted' : undefined}>
                  <Td className="tabular max-tablet:hidden">{row.no}</Td>
                  <Td>
                    {nameIn(row, locale)} {row.disabledAt && <Status shape="off">{t.retired}</Status>}
                    <span className="text-muted tabular tablet:hidden block text-sm">{row.no}</span>
                  </Td>
                  <Td className="max-tablet:hidden">{row.brand}</Td>
                  <Td className="tablet:min-w-64">
                    <PriceLines
                      name={nameIn(row, locale)}
                      today={today}
                      withdraw={dropPartPrice}
                      empty={t.noPrice}
                      lines={row.prices.map(({ priceFen, ...price }) => ({
                        ...price,
                        amount: money(priceFen, locale),
                      }))}
                    />
                  </Td>
                  <Td className="text-right">
                    <span className="flex flex-wrap justify-end gap-1 whitespace-nowrap">
                      {!row.disabledAt && (
                        <>
                          <PriceDialog name={nameIn(row, locale)} today={today} action={newPartPrice}>
                            <input type="hidden" name="partId" value={row.id} />
                            <Field label={t.partPrice} name="price" required>
                              <Input inputMode="decimal" maxLength={12} />
                            </Field>
                          </PriceDialog>
                          <PartDialog action={keepPart} part={row} />
                        </>
                      )}
                      <RetireButton
                        id={row.id}
                        name={nameIn(row, locale)}
                        retired={!!row.disabledAt}
                        action={endPart}
                      />
                    </span>
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Page>
  )
}
