import { PhoneCall } from 'lucide-react'
import type { Metadata } from 'next'
import { CallCard } from '@/components/follow-up/call-card'
import { QueueList } from '@/components/follow-up/queue-list'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { TabLinks } from '@/components/ui/tabs'
import { SafetyDeclined } from '@/components/visit/safety-declined'
import { declinedSafety } from '@/lib/appointments/server/declined-work'
import { nameIn } from '@/lib/core/name-in'
import { QUEUE_VIEWS } from '@/lib/follow-up/schemas'
import { callCard } from '@/lib/follow-up/server/call-card'
import { followUpQueue } from '@/lib/follow-up/server/follow-up-queue'
import { followUp } from '@/lib/i18n/follow-up'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { attempt, complete } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: followUp[await currentLocale()].title }
}

const UUID = /^[0-9a-f-]{36}$/

export default async function FollowUp({ searchParams }: PageProps<'/follow-up'>) {
  const context = await requireContext('followUp.list')
  const { view: wanted, call } = await searchParams
  const view = QUEUE_VIEWS.find((one) => one === wanted) ?? 'due'
  const locale = await currentLocale()
  const t = followUp[locale]
  const { rows, counts, card, safety } = await oneReading(context, async (within) => {
    const queue = await followUpQueue(within, { view })
    const chosen = typeof call === 'string' && UUID.test(call) ? call : queue.rows[0]?.id
    const card = chosen ? await callCard(within, { followUpId: chosen }).catch(() => null) : null
    const safety = card ? await declinedSafety(within, { vehicleIds: [card.vehicle.id] }) : []
    return { ...queue, card, safety }
  })
  const tabs = QUEUE_VIEWS.map((one) => ({
    href: `/follow-up?view=${one}`,
    label: t.tabs[one],
    count: one === 'done' ? undefined : counts[one],
    current: one === view,
  }))
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          counts.overdue > 0 && <Badge tone="vermilion">{t.overdueCount({ count: counts.overdue })}</Badge>
        }
      >
        <TabLinks
          label={t.views}
          tabs={[...tabs, { href: '/follow-up/complaints', label: t.tabs.complaints }]}
        />
      </PageHeader>
      {rows.length === 0 && !card ? (
        <Empty title={t.empty[view]} icon={<PhoneCall aria-hidden />}>
          {t.emptyHint[view]}
        </Empty>
      ) : (
        <div className="desk:grid-cols-[22rem_minmax(0,1fr)] grid items-start gap-6">
          <QueueList rows={rows} view={view} chosen={card?.id ?? null} />
          {card && (
            <div>
              <SafetyDeclined items={safety} />
              <CallCard
                key={card.id}
                card={card}
                me={nameIn({ name: context.actor.name, nameEn: context.nameEn }, locale)}
                dealership={nameIn(context.dealership, locale)}
                attempt={attempt}
                complete={complete}
              />
            </div>
          )}
        </div>
      )}
    </Page>
  )
}
