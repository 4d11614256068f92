import { Search, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { CustomerTable } from '@/components/customers/customer-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { SearchForm } from '@/components/ui/search-form'
import { Select } from '@/components/ui/select'
import { may } from '@/lib/auth/permissions'
import { fromDateColumn } from '@/lib/core/time'
import { customerList } from '@/lib/customers/server/customer-list'
import { listedLabels } from '@/lib/customers/server/labels'
import { TIERS } from '@/lib/customers/tier'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].title }
}

export default async function Customers({ searchParams }: PageProps<'/customers'>) {
  const context = await requireContext('customer.read')
  const { q, tier = '', label = '' } = await searchParams
  const words = typeof q === 'string' ? q : ''
  const t = customers[await currentLocale()]
  const filter = { tier: String(tier), label: String(label) }
  const { rows, labels } = await oneReading(context, async (within) => ({
    rows: await customerList(within, { q: words, ...filter }),
    labels: await listedLabels(within, {}),
  }))
  const filtered = words || filter.tier || filter.label
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          <>
            {may(context.actor, 'customer.duplicates') && (
              <LinkButton href="/customers/duplicates" variant="quiet">
                {t.merge.title}
              </LinkButton>
            )}
            <LinkButton href="/customers/labels" variant="quiet">
              {t.labels.list}
            </LinkButton>
          </>
        }
      >
        <SearchForm action="/customers" className="flex max-w-4xl flex-wrap gap-2">
          <Input
            key={words}
            name="q"
            type="search"
            defaultValue={words}
            aria-label={t.search}
            placeholder={t.search}
            className="min-w-64 flex-1"
          />
          <span className="w-36">
            <Select
              key={filter.tier}
              name="tier"
              aria-label={t.filterTier}
              defaultValue={filter.tier}
              placeholder={t.allTiers}
              options={TIERS.map((value) => ({ value, label: t.tiers[value] }))}
            />
          </span>
          {labels.length > 0 && (
            <span className="w-48">
              <Select
                key={filter.label}
                name="label"
                aria-label={t.filterLabel}
                defaultValue={filter.label}
                placeholder={t.allLabels}
                options={labels.map((name) => ({ value: name, label: name }))}
              />
            </span>
          )}
          <Button type="submit" variant="primary" icon={<Search aria-hidden className="size-4" />}>
            {t.searchButton}
          </Button>
        </SearchForm>
      </PageHeader>
      {rows.length === 0 ? (
        <Empty
          title={filtered ? t.empty : t.none}
          icon={<Users aria-hidden />}
          action={
            !filtered &&
            may(context.actor, 'import.run') && <LinkButton href="/settings/import">{t.toImport}</LinkButton>
          }
        >
          {filtered ? t.emptyHint : t.noneHint}
        </Empty>
      ) : (
        <CustomerTable
          rows={rows.map(({ vehicleParties, ...row }) => ({
            ...row,
            cars: vehicleParties.map(({ vehicle }) => ({
              ...vehicle,
              nextServiceOn: vehicle.nextServiceOn && fromDateColumn(vehicle.nextServiceOn),
            })),
          }))}
        />
      )}
    </Page>
  )
}
