import { Printer } from 'lucide-react'
import { Dispute } from '@/components/follow-up/dispute'
import { DeskCard } from '@/components/reception/desk-card'
import { OrderButton } from '@/components/reception/order-button'
import { RecordView } from '@/components/reception/record-view'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Seal } from '@/components/visit/seal'
import type { StaffActor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import type { PaperBack } from '@/lib/delivery/server/papers-back'
import type { disputeFacts } from '@/lib/follow-up/server/dispute'
import { floor } from '@/lib/i18n/floor'
import { fullDateTime } from '@/lib/i18n/format'
import { reception } from '@/lib/i18n/reception'
import type { ReceptionVisit } from '@/lib/reception/server/reception-visit'
import { signatureImage, typedNameOf } from '@/lib/reception/signature'
import { currentLocale } from '@/lib/server/locale'
import { dispute, makeOrder, toDesk } from '../actions'

type Props = {
  visit: ReceptionVisit
  inspector: string
  actor: StaffActor
  timeZone: string
  back: PaperBack[]
  facts: Awaited<ReturnType<typeof disputeFacts>> | null
}

/** The record as it was signed, and the way to the desk and to the order. */
export async function SignedPart({ visit, inspector, actor, timeZone, back, facts }: Props) {
  const locale = await currentLocale()
  const t = reception[locale]
  const { id, status, record, signature, orders } = visit
  const reads = may(actor, 'order.read')
  const orderOpens = status === 'atDesk' && orders.length === 0 && may(actor, 'order.open')
  return (
    <div className="grid gap-6">
      {status === 'recordSigned' && may(actor, 'visit.toDesk') && (
        <DeskCard
          visitId={id}
          parkedAt={visit.parkedAt}
          keyLocation={visit.keyLocation}
          action={toDesk}
          orders={visit.booking !== null && may(actor, 'order.open')}
        />
      )}
      {(orderOpens || (reads && orders.length > 0)) && (
        <div className="flex flex-wrap gap-2" data-print="no">
          {orderOpens && <OrderButton visitId={id} action={makeOrder} size="large" />}
          {reads &&
            orders.map((order) => (
              <LinkButton key={order.id} size="large" href={`/orders/${order.id}`}>
                {t.record.order} {order.no}
              </LinkButton>
            ))}
        </div>
      )}
      <Section
        title={t.record.title}
        aside={visit.no}
        action={
          <>
            {signature && (
              <Seal
                by={signature.signerName}
                at={signature.at.toISOString()}
                channel={typedNameOf(signature.strokes) ? 'typed' : 'glass'}
                version={signature.version}
                hash={signature.hash}
                imageSrc={signatureImage(signature.strokes) ?? undefined}
              />
            )}
            {signature && (
              <LinkButton
                data-print="no"
                href={`/documents/reception/${id}`}
                icon={<Printer aria-hidden className="size-4" />}
              >
                {t.record.print}
              </LinkButton>
            )}
          </>
        }
      >
        {signature && (
          <p className="mb-3">
            {floor[locale].handedOver({
              customer: signature.signerName,
              adviser: inspector,
              time: fullDateTime(signature.at, { locale, timeZone }),
            })}
          </p>
        )}
        <RecordView
          record={record}
          bodyKind={visit.vehicle.bodyKind}
          taken={{ licence: visit.licenceTaken, booklet: visit.bookletTaken, keys: visit.keysTaken }}
          parkedAt={visit.parkedAt}
          keyLocation={visit.keyLocation}
          inspector={inspector}
          back={back}
        />
      </Section>
      {facts && (
        <Dispute
          visitId={id}
          marks={record.marks}
          valuables={record.valuables}
          {...facts}
          reads={may(actor, 'complaint.list')}
          action={dispute}
        />
      )}
    </div>
  )
}
