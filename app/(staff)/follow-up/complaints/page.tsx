import { MessageSquareWarning } from 'lucide-react'
import type { Metadata } from 'next'
import { ComplaintTable } from '@/components/follow-up/complaint-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Empty } from '@/components/ui/empty'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { complaints } from '@/lib/follow-up/server/complaints'
import { followUp } from '@/lib/i18n/follow-up'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: followUp[await currentLocale()].complaints.title }
}

export default async function Complaints({ searchParams }: PageProps<'/follow-up/complaints'>) {
  const context = await requireContext('complaint.list')
  const view = (await searchParams).view === 'closed' ? 'closed' : 'open'
  const words = followUp[await currentLocale()]
  const t = words.complaints
  const { rows, open } = await complaints(context, { view })
  const back = may(context.actor, 'followUp.list') ? { href: '/follow-up', label: words.title } : undefined
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} back={back}>
        <TabLinks
          label={words.views}
          tabs={[
            { href: '/follow-up/complaints', label: t.open, count: open, current: view === 'open' },
            { href: '/follow-up/complaints?view=closed', label: t.closed, current: view === 'closed' },
          ]}
        />
      </PageHeader>
      {rows.length === 0 ? (
        <Empty title={view === 'open' ? t.empty : t.emptyClosed} icon={<MessageSquareWarning aria-hidden />}>
          {t.emptyHint}
        </Empty>
      ) : (
        <ComplaintTable rows={rows} />
      )}
    </Page>
  )
}
