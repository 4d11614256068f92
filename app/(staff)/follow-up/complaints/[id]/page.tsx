import { notFound } from 'next/navigation'
import { ComplaintClock } from '@/components/follow-up/complaint-clock'
import { ComplaintRecord } from '@/components/follow-up/complaint-record'
import { DisputeEvidence } from '@/components/follow-up/dispute-evidence'
import { ComplaintSteps } from '@/components/follow-up/complaint-steps'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Plate } from '@/components/visit/plate'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { remediesFor } from '@/lib/follow-up/complaint'
import { complaint } from '@/lib/follow-up/server/complaints'
import { followUp } from '@/lib/i18n/follow-up'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { advance } from '../../actions'

export default async function Complaint({ params }: PageProps<'/follow-up/complaints/[id]'>) {
  const context = await requireContext('complaint.list')
  const { id } = await params
  const t = followUp[await currentLocale()].complaints
  const view = await complaint(context, { complaintId: id }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  return (
    <Page>
      <PageHeader
        back={{ href: '/follow-up/complaints', label: t.title }}
        title={
          <>
            {view.vehicle && <Plate plate={view.vehicle.plate} />}
            {view.customer.name}
            <Badge>{t.states[view.status]}</Badge>
          </>
        }
        lead={view.no}
        action={view.clock && <ComplaintClock clock={view.clock.clock} dueAt={view.clock.dueAt} />}
      />
      <div className="desk:grid-cols-2 grid items-start gap-8">
        <div className="grid gap-6">
          <ComplaintRecord view={view} />
          {view.disputedVisitId && (
            <DisputeEvidence visitId={view.disputedVisitId} fileIds={view.evidenceFileIds} />
          )}
        </div>
        <Section title={t.next} card>
          {may(context.actor, 'complaint.advance') ? (
            <ComplaintSteps
              complaint={{
                id: view.id,
                type: view.type,
                problem: view.problem,
                expectation: view.expectation,
                limitFen: view.limitFen,
              }}
              actions={view.actions}
              remedies={remediesFor(view.type)}
              action={advance}
            />
          ) : (
            <Notice>{t.managerOnly}</Notice>
          )}
        </Section>
      </div>
    </Page>
  )
}
