import { notFound, redirect } from 'next/navigation'
import { AccessTable } from '@/components/customers/access-table'
import { FileDimensions } from '@/components/customers/file-dimensions'
import { MergeNotices } from '@/components/customers/merge-notices'
import { Timeline } from '@/components/customers/timeline'
import { TakeComplaint } from '@/components/follow-up/take-complaint'
import { Page, PageHeader } from '@/components/shell/page-header'
import { SafetyDeclined } from '@/components/visit/safety-declined'
import { Badge } from '@/components/ui/badge'
import { TabLinks } from '@/components/ui/tabs'
import { declinedSafety } from '@/lib/appointments/server/declined-work'
import { may } from '@/lib/auth/permissions'
import { id as uuid } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { accessLog } from '@/lib/customers/server/access-log'
import { duplicates, mergesOf } from '@/lib/customers/server/duplicates'
import { listedLabels } from '@/lib/customers/server/labels'
import { TIMELINE_KINDS } from '@/lib/customers/timeline'
import { advisers } from '@/lib/dealership/server/advisers'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { customers } from '@/lib/i18n/customers'
import { fileTimeline } from '@/lib/reminders/server/file-timeline'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext, type StaffContext } from '@/lib/server/session'
import { complain } from '../../follow-up/actions'
import { part } from '../actions'
import { fileActions } from './file-actions'
import { timelineWays } from './timeline-ways'

type Asked = Record<'car' | 'kind' | 'after' | 'before', unknown>

const load = (context: StaffContext, id: string, at: 'file' | 'timeline' | 'access', asked: Asked) =>
  oneReading(context, async (within) => {
    const { actor } = context
    const file = await customerFile(within, { customerId: id })
    const customerId = file.id
    const { car: vehicleId, kind, after, before } = asked
    const vehicleIds = [...new Set(file.vehicleParties.map(({ vehicle }) => vehicle.id))]
    const shown = async () => ({
      safety: await declinedSafety(within, { vehicleIds }),
      merging: may(actor, 'customer.duplicates') && {
        pairs: await duplicates(within, { customerId }),
        merges: await mergesOf(within, { customerId }),
      },
      labels: may(actor, 'customer.label') ? await listedLabels(within, {}) : [],
      advisers: may(actor, 'customer.note') ? await advisers(within, {}) : [],
    })
    return {
      file,
      shown: at === 'file' ? await shown() : null,
      timeline: at === 'timeline' ? await fileTimeline(within, { customerId, vehicleId, kind, after }) : null,
      access: at === 'access' ? await accessLog(within, { customerId, before }) : null,
    }
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })

export default async function CustomerPage({ params, searchParams }: PageProps<'/customers/[id]'>) {
  const context = await requireContext('customer.read')
  const { actor } = context
  const { id } = await params
  if (!uuid.safeParse(id).success) notFound()
  const t = customers[await currentLocale()]
  const { view, kind, car, after, before } = await searchParams
  const at = view === 'timeline' || (view === 'access' && may(actor, 'access.log')) ? view : 'file'
  const { file, shown, timeline, access } = await load(context, id, at, { car, kind, after, before })
  if (file.id !== id) redirect(`/customers/${file.id}`)
  const customerId = file.id
  const base = `/customers/${customerId}`
  const views = ['file', 'timeline', ...(may(actor, 'access.log') ? ['access' as const] : [])] as const
  return (
    <Page>
      <PageHeader
        back={{ href: '/customers', label: t.title }}
        title={
          <>
            {file.name}
            <Badge tone={file.tier === 'vip' ? 'ochre' : 'neutral'}>{t.tiers[file.tier]}</Badge>
            {file.complaintSensitive && <Badge tone="amber">{t.sensitive}</Badge>}
            {file.labels.map((label) => (
              <Badge key={label} tone="slate">
                {label}
              </Badge>
            ))}
          </>
        }
        lead={file.no}
        action={
          may(actor, 'complaint.open') && (
            <TakeComplaint
              customerId={customerId}
              orders={file.orders.map(({ id: orderId, no }) => ({ id: orderId, no }))}
              action={complain}
            />
          )
        }
      >
        <TabLinks
          label={t.views.label}
          tabs={views.map((one) => ({
            href: one === 'file' ? base : `${base}?view=${one}`,
            label: t.views[one],
            current: one === at,
          }))}
        />
      </PageHeader>
      {shown?.merging && <MergeNotices customerId={customerId} {...shown.merging} undo={part} />}
      <SafetyDeclined items={shown?.safety ?? []} />
      {shown && (
        <FileDimensions
          file={file}
          complaintsOpen={may(actor, 'complaint.list')}
          labels={shown.labels}
          advisers={shown.advisers}
          {...fileActions(actor)}
        />
      )}
      {timeline && (
        <Timeline
          {...timeline}
          base={`${base}?view=timeline`}
          kind={TIMELINE_KINDS.find((one) => one === kind)}
          cars={[...new Map(file.vehicleParties.map(({ vehicle }) => [vehicle.id, vehicle])).values()]}
          vehicleId={typeof car === 'string' ? car : undefined}
          ways={timelineWays(actor)}
        />
      )}
      {access && <AccessTable {...access} base={`${base}?view=access`} />}
    </Page>
  )
}
