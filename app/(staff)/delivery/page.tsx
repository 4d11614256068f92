import { KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import { DeliveryTable } from '@/components/delivery/delivery-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { may } from '@/lib/auth/permissions'
import { deliveryList } from '@/lib/delivery/server/delivery-list'
import { delivery } from '@/lib/i18n/delivery'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: delivery[await currentLocale()].title }
}

export default async function Delivery() {
  const context = await requireContext('handOver.read')
  const t = delivery[await currentLocale()]
  const priced = may(context.actor, 'settlement.read')
  const rows = await deliveryList(context, {})
  const gone = rows.filter(({ deliveredAt }) => deliveredAt)
  const waiting = rows.filter(({ deliveredAt }) => !deliveredAt)
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} />
      {waiting.length === 0 ? (
        <Empty title={t.empty} icon={<KeyRound aria-hidden />}>
          {t.emptyHint}
        </Empty>
      ) : (
        <DeliveryTable rows={waiting} caption={t.title} priced={priced} />
      )}
      {gone.length > 0 && (
        <Section title={t.today} aside={gone.length} className="mt-8">
          <DeliveryTable rows={gone} caption={t.today} priced={priced} />
        </Section>
      )}
    </Page>
  )
}
