'use client'

import { Fragment } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Textarea } from '@/components/ui/textarea'
import { Time } from '@/components/ui/time'
import { yuanOf } from '@/lib/delivery/yuan'
import { delivery } from '@/lib/i18n/delivery'

export type PaymentView = {
  id: string
  no: string
  method: 'cash' | 'card' | 'wechat' | 'alipay' | 'transfer' | 'account'
  amountFen: number
  reference: string
  invoiceNo: string
  at: Date
  by: string
  refundedFen: number
  refunds: {
    id: string
    no: string
    amountFen: number
    reason: string
    reference: string
    at: Date
    by: string
  }[]
}

/** What was received for a bill, and what was given back; the cashier refunds from here. */
export function Payments({ payments, refund }: { payments: PaymentView[]; refund: FormAction | null }) {
  const t = useMessages(delivery)
  const f = useFormat()
  if (payments.length === 0) return null
  return (
    <Table caption={t.payments}>
      <thead>
        <tr>
          <Th>{t.receiptNo}</Th>
          <Th>{t.method}</Th>
          <Th>{t.paidAt}</Th>
          <Th>{t.receivedBy}</Th>
          <Th numeric>{t.amount}</Th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <Fragment key={payment.id}>
            <Tr>
              <Td className="tabular">
                {payment.no}
                {refund && payment.refundedFen < payment.amountFen && (
                  <Refund payment={payment} action={refund} />
                )}
              </Td>
              <Td>{t.methods[payment.method]}</Td>
              <Td className="whitespace-nowrap">
                <Time at={payment.at} />
              </Td>
              <Td>{payment.by}</Td>
              <Td numeric>{f.money(payment.amountFen)}</Td>
            </Tr>
            {payment.refunds.map((back) => (
              <Tr key={back.id}>
                <Td className="tabular">{back.no}</Td>
                <Td>
                  {t.refunded}
                  <span className="text-muted block text-sm">{back.reason}</span>
                </Td>
                <Td className="whitespace-nowrap">
                  <Time at={back.at} />
                </Td>
                <Td>{back.by}</Td>
                <Td numeric>{`−${f.money(back.amountFen)}`}</Td>
              </Tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}

function Refund({ payment, action }: { payment: PaymentView; action: FormAction }) {
  const t = useMessages(delivery)
  const { id, no, amountFen, refundedFen, refunds } = payment
  return (
    <div className="mt-1">
      <ConfirmButton
        label={t.refund}
        title={t.refundTitle({ no })}
        action={action}
        okMessage={t.refundDone}
        size="small"
      >
        <input type="hidden" name="paymentId" value={id} />
        <input type="hidden" name="idempotencyKey" value={`${id}:${refunds.length}:${refundedFen}`} />
        <p>{t.refundLead}</p>
        <Field label={t.amountYuan} name="amountFen" required>
          <Input
            inputMode="decimal"
            autoComplete="off"
            defaultValue={yuanOf(amountFen - refundedFen)}
            className="tabular text-right"
          />
        </Field>
        <Field label={t.refundReason} name="reason" required>
          <Textarea maxLength={300} />
        </Field>
        <Field label={t.reference} name="reference" optional>
          <Input autoComplete="off" />
        </Field>
      </ConfirmButton>
    </div>
  )
}
