import { Search, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { CustomerTable } from '@/components/customers/customer-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { SearchForm } from '@/components/ui/search-form'
import { may } from '@/lib/auth/permissions'
import { fromDateColumn } from '@/lib/core/time'
import { customerList } from '@/lib/customers/server/customer-list'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].title }
}

export default async function Customers({ searchParams }: PageProps<'/customers'>) {
  const context = await requireContext('customer.read')
  const { q } = await searchParams
  const words = typeof q === 'string' ? q : ''
  const t = customers[await currentLocale()]
  const rows = await customerList(context, { q: words })
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <SearchForm action="/customers" className="flex max-w-xl gap-2">
          <Input
            key={words}
            name="q"
            type="search"
            defaultValue={words}
            aria-label={t.search}
            placeholder={t.search}
            className="flex-1"
          />
          <Button type="submit" variant="primary" icon={<Search aria-hidden className="size-4" />}>
            {t.searchButton}
          </Button>
        </SearchForm>
      </PageHeader>
      {rows.length === 0 ? (
        <Empty
          title={words ? t.empty : t.none}
          icon={<Users aria-hidden />}
          action={
            !words &&
            may(context.actor, 'import.run') && <LinkButton href="/settings/import">{t.toImport}</LinkButton>
          }
        >
          {words ? t.emptyHint : t.noneHint}
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
