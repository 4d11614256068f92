import { ListChecks } from 'lucide-react'
import type { Metadata } from 'next'
import { CatalogueTabs } from '@/components/catalogue/catalogue-tabs'
import { OperationDialog } from '@/components/catalogue/operation-dialog'
import { RetireButton } from '@/components/catalogue/retire-button'
import { SearchForm } from '@/components/catalogue/search-form'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Status } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { operationList } from '@/lib/catalogue/server/catalogue-lists'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { duration } from '@/lib/i18n/format'
import { people } from '@/lib/i18n/people'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { endOperation, keepOperation } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].views.operations }
}

export default async function OperationsPage({ searchParams }: PageProps<'/settings/catalogue/operations'>) {
  const context = await requireContext('catalogue.manage')
  const { actor } = context
  const locale = await currentLocale()
  const t = catalogue[locale]
  const p = people[locale]
  const typed = (await searchParams).search
  const search = typeof typed === 'string' ? typed : ''
  const { rows, total } = await operationList(context, { search })
  return (
    <Page>
      <PageHeader
        title={t.views.operations}
        lead={t.shown({ shown: rows.length, total })}
        action={<OperationDialog action={keepOperation} />}
      >
        <SettingsTabs actor={actor} locale={locale} current="catalogue" />
        <CatalogueTabs actor={actor} locale={locale} current="operations" />
      </PageHeader>
      <div className="grid gap-4">
        {(total > 0 || search) && <SearchForm label={t.search} button={t.searchButton} search={search} />}
        {rows.length === 0 && search && <Empty title={t.nothingFound}>{t.nothingFoundHint}</Empty>}
        {rows.length === 0 && !search && (
          <Empty
            title={t.noOperations}
            icon={<ListChecks aria-hidden />}
            action={<LinkButton href="/settings/import">{t.toImport}</LinkButton>}
          >
            {t.noOperationsHint}
          </Empty>
        )}
        {rows.length > 0 && (
          <Table caption={t.views.operations}>
            <thead>
              <tr>
                <Th>{t.code}</Th>
                <Th>{t.name}</Th>
                <Th className="max-tablet:hidden">{t.workClass}</Th>
                <Th className="max-tablet:hidden">{t.skill}</Th>
                <Th className="max-tablet:hidden">{t.minGrade}</Th>
                <Th numeric className="max-tablet:hidden">
                  {t.minutes}
                </Th>
                <Th>
                  <span className="sr-only">{t.change}</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.id} className={row.disabledAt ? 'text-muted' : undefined}>
                  <Td className="tabular">{row.code}</Td>
                  <Td>
                    {nameIn(row, locale)} {row.disabledAt && <Status shape="off">{t.retired}</Status>}
                    <span className="text-muted tablet:hidden block text-sm">
                      {p.skillNames[row.skill]} · {p.grades[row.minGrade]} · {duration(row.minutes, locale)}
                    </span>
                  </Td>
                  <Td className="max-tablet:hidden whitespace-nowrap">{t.workClasses[row.workClass]}</Td>
                  <Td className="max-tablet:hidden whitespace-nowrap">{p.skillNames[row.skill]}</Td>
                  <Td className="max-tablet:hidden">{p.grades[row.minGrade]}</Td>
                  <Td numeric className="max-tablet:hidden">
                    {row.minutes}
                  </Td>
                  <Td className="text-right">
                    <span className="flex flex-wrap justify-end gap-1 whitespace-nowrap">
                      {!row.disabledAt && <OperationDialog action={keepOperation} operation={row} />}
                      <RetireButton
                        id={row.id}
                        name={nameIn(row, locale)}
                        retired={!!row.disabledAt}
                        action={endOperation}
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
