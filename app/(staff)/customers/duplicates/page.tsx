import { UsersRound } from 'lucide-react'
import type { Metadata } from 'next'
import { DuplicateTable } from '@/components/customers/duplicate-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Empty } from '@/components/ui/empty'
import { duplicates } from '@/lib/customers/server/duplicates'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].merge.title }
}

export default async function DuplicatesPage() {
  const context = await requireContext('customer.duplicates')
  const t = customers[await currentLocale()]
  const pairs = await duplicates(context, {})
  return (
    <Page>
      <PageHeader back={{ href: '/customers', label: t.title }} title={t.merge.title} lead={t.merge.lead} />
      {pairs.length === 0 ? (
        <Empty title={t.merge.none} icon={<UsersRound aria-hidden />}>
          {t.merge.noneHint}
        </Empty>
      ) : (
        <DuplicateTable pairs={pairs} />
      )}
    </Page>
  )
}
