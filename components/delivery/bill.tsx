'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Facts, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import type { Bill as Drawn } from '@/lib/delivery/bill'
import { delivery } from '@/lib/i18n/delivery'
import { BillTable } from './bill-table'
import { Payments, type PaymentView } from './payments'
import { Till, type ShareView } from './till'

type View = {
  order: { signedTotalFen: number | null }
  openPromises: number
  unsigned: number
  settlement: {
    no: string
    status: string
    totalFen: number
    deviationFen: number
    deviationReason: string | null
    authorisedBy: string | null
    bill: Drawn
    shares: ShareView[]
    payments: PaymentView[]
  } | null
}

type Props = {
  orderId: string
  view: View
  actions: {
    draw: FormAction | null
    authorise: FormAction | null
    pay: FormAction | null
    book: FormAction | null
    refund: FormAction | null
  }
}

/** The bill at the desk and at the till: lines, difference to what was signed, who pays, and the payments. */
export function Bill({ orderId, view, actions }: Props) {
  const t = useMessages(delivery)
  const f = useFormat()
  const { settlement, openPromises, unsigned } = view
  const untouched = settlement?.shares.every(({ paidFen }) => paidFen === 0)
  const stands = settlement?.status !== 'void'
  const draw = actions.draw && (!settlement || untouched) && (
    <ActionForm action={actions.draw} okMessage={t.billDrawn} className="!gap-2">
      <input type="hidden" name="orderId" value={orderId} />
      <Submit variant={settlement && stands ? 'quiet' : 'primary'}>
        {settlement ? t.redrawBill : t.drawBill}
      </Submit>
    </ActionForm>
  )
  if (!settlement)
    return (
      <Section title={t.bill}>
        {openPromises > 0 && (
          <Notice kind="warning" className="mb-3">
            {t.promisesOpen({ count: openPromises })}
          </Notice>
        )}
        <Empty title={t.billNone} action={draw}>
          {t.billNoneHint}
        </Empty>
      </Section>
    )
  const over = settlement.deviationFen > 0
  return (
    <Section title={t.bill} aside={settlement.no} action={draw}>
      <div className="grid gap-4">
        {openPromises > 0 && <Notice kind="warning">{t.promisesOpen({ count: openPromises })}</Notice>}
        {unsigned > 0 && <Notice kind="warning">{t.consentUnsigned({ count: unsigned })}</Notice>}
        {!stands && <Notice kind="warning">{untouched ? t.billVoid : t.billVoidPaid}</Notice>}
        {over && stands && !settlement.authorisedBy && (
          <Notice
            kind="danger"
            action={
              actions.authorise && (
                <ConfirmButton
                  label={t.authorise}
                  title={t.authoriseTitle}
                  action={actions.authorise}
                  okMessage={t.authorised}
                  variant="danger"
                >
                  <input type="hidden" name="orderId" value={orderId} />
                  <Field label={t.authoriseReason} name="reason" required>
                    <Textarea rows={3} />
                  </Field>
                </ConfirmButton>
              )
            }
          >
            {t.aboveSigned({ amount: f.money(settlement.deviationFen) })}
          </Notice>
        )}
        <BillTable bill={settlement.bill} />
        <Facts
          facts={[
            {
              term: t.signedTotal,
              value: view.order.signedTotalFen === null ? '–' : f.money(view.order.signedTotalFen),
            },
            {
              term: t.deviation,
              value: settlement.deviationFen === 0 ? t.noDeviation : f.money(settlement.deviationFen),
            },
          ]}
        />
        {settlement.authorisedBy && (
          <Notice kind="info">
            {t.authorisedBy({ name: settlement.authorisedBy, reason: settlement.deviationReason ?? '' })}
          </Notice>
        )}
        <h3 className="font-medium">{t.shares}</h3>
        <Till
          shares={settlement.shares}
          pay={stands ? actions.pay : null}
          book={stands ? actions.book : null}
        />
        <Payments payments={settlement.payments} refund={actions.refund} />
      </div>
    </Section>
  )
}
