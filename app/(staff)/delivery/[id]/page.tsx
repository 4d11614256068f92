import { notFound } from 'next/navigation'
import { AdviceForm } from '@/components/delivery/advice-form'
import { Bill } from '@/components/delivery/bill'
import { Checklist } from '@/components/delivery/checklist'
import { SignOff } from '@/components/delivery/sign-off'
import { AuditCard } from '@/components/orders/audit-card'
import { GiftNotice } from '@/components/reception/gift-notice'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Time } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import { bookingDeskOf } from '@/lib/appointments/desk'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { mayTick } from '@/lib/delivery/hand-over'
import { handOver } from '@/lib/delivery/server/hand-over'
import { delivery } from '@/lib/i18n/delivery'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { visitGifts } from '@/lib/reception/server/visit-gifts'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext, type StaffContext } from '@/lib/server/session'
import * as act from '../actions'

const PAPERS = ['bill', 'repair-list', 'advice', 'receipt'] as const

const load = (context: StaffContext, orderId: string) =>
  oneReading(context, async (within) => {
    const view = await handOver(within, { orderId })
    const { visitId } = view.order
    return {
      view,
      gifts: may(context.actor, 'visit.giveGift') ? await visitGifts(within, { visitId }) : [],
      audit: may(context.actor, 'order.audit') ? await orderAudit(within, { orderId }) : null,
    }
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })

export default async function HandOver({ params }: PageProps<'/delivery/[id]'>) {
  const context = await requireContext('handOver.read')
  const { actor } = context
  const { id } = await params
  const t = delivery[await currentLocale()]
  const { view, gifts, audit } = await load(context, id)
  const { order, handOver: opened, settlement, missing } = view
  const { roles } = actor
  const gate: Record<string, string> = t.gate
  const left = !!opened?.deliveredAt
  const adviser = may(actor, 'handOver.open')
  const groups = view.groups.map(({ group, checks }) => ({
    group,
    checks: checks.map((check) => ({
      ...check,
      note: check.key === 'oldParts' && order.oldParts ? t.oldPartsChoice[order.oldParts] : null,
      mine: may(actor, 'handOver.check') && mayTick(check.key, roles),
    })),
  }))
  const beforeSignature = missing.filter((key) => key !== 'handOver')

  return (
    <Page>
      <PageHeader
        back={{ href: '/delivery', label: t.back }}
        title={
          <>
            <Plate plate={order.vehicle.plate} size="medium" />
            {order.customer.name}
          </>
        }
        lead={`${order.no} · ${order.vehicle.brand} ${order.vehicle.model}`}
        action={
          <>
            {opened && may(actor, 'appointment.book') && (
              <LinkButton href={bookingDeskOf(order)} variant={left ? 'primary' : 'secondary'}>
                {t.nextAppointment}
              </LinkButton>
            )}
            {settlement &&
              PAPERS.filter((paper) => paper !== 'receipt' || settlement.payments.length > 0).map((paper) => (
                <LinkButton
                  key={paper}
                  href={`/delivery/${id}/paper/${paper}`}
                  variant="secondary"
                  prefetch={false}
                >
                  {t.papers[paper]}
                </LinkButton>
              ))}
          </>
        }
      />
      {left && opened.deliveredAt && (
        <Notice kind="good" className="mb-5">
          <Time at={opened.deliveredAt} show="full" /> · {t.states.delivered}
        </Notice>
      )}
      <GiftNotice visitId={order.visitId} gifts={gifts} action={act.handGift} />
      {!opened ? (
        <Card className="max-w-2xl">
          <p className="mb-4">{t.startLead}</p>
          {adviser && (
            <ActionForm action={act.open} okMessage={t.started}>
              <input type="hidden" name="orderId" value={id} />
              <Submit size="large" className="w-fit">
                {t.start}
              </Submit>
            </ActionForm>
          )}
        </Card>
      ) : (
        <div className="desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] grid items-start gap-8">
          <div className="grid gap-8">
            <Section title={t.checklist}>
              <Checklist orderId={id} groups={groups} action={act.tick} frozen={left} />
            </Section>
            <Section title={t.promises}>
              {view.promises.length === 0 ? (
                <p className="text-muted">{t.noPromises}</p>
              ) : (
                <ul className="grid gap-2">
                  {view.promises.map((promise) => (
                    <li key={promise.id} className="flex items-start gap-3">
                      <Status shape={promise.keptAt ? 'done' : 'late'}>
                        {promise.keptAt ? t.promiseKept : t.promiseOpen}
                      </Status>
                      <span className="min-w-0">{promise.text}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {adviser && !left && (
              <Section title={t.advice} card>
                <AdviceForm orderId={id} action={act.advise} advice={opened} />
              </Section>
            )}
          </div>
          <div className="desk:sticky desk:top-6 grid gap-8">
            {may(actor, 'settlement.read') && (
              <Bill
                orderId={id}
                view={view}
                actions={{
                  draw: may(actor, 'settlement.draw') && order.status === 'settling' ? act.draw : null,
                  authorise: may(actor, 'settlement.authoriseDeviation') ? act.authorise : null,
                  pay: may(actor, 'payment.receive') ? act.pay : null,
                  book: may(actor, 'settlement.bookClaim') ? act.book : null,
                  refund: may(actor, 'payment.refund') && !left ? act.refund : null,
                }}
              />
            )}
            {audit && <AuditCard audit={audit} />}
            {!left && may(actor, 'visit.deliver') && (
              <Section title={t.sign} card>
                {beforeSignature.length > 0 ? (
                  <>
                    <p className="mb-2 font-medium">{t.missing}</p>
                    <ul className="flex flex-wrap gap-2">
                      {beforeSignature.map((key) => (
                        <li key={key}>
                          <Badge tone="amber" className="!whitespace-normal">
                            {gate[key]}
                          </Badge>
                        </li>
                      ))}
                    </ul>
                  </>
                ) : (
                  <>
                    <Notice kind="good" className="mb-4">
                      {t.nothingMissing}
                    </Notice>
                    <SignOff orderId={id} signer={order.customer.name} action={act.handOver} />
                  </>
                )}
              </Section>
            )}
          </div>
        </div>
      )}
    </Page>
  )
}
