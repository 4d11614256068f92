'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge, Status } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { PAYMENT_METHODS } from '@/lib/delivery/schemas'
import { yuanOf } from '@/lib/delivery/yuan'
import { delivery } from '@/lib/i18n/delivery'
import { PAYER_TONES } from './bill-table'

export type ShareView = {
  id: string
  payer: 'customer' | 'warranty' | 'insurer' | 'goodwill' | 'internal'
  amountFen: number
  paidFen: number
  openFen: number
  claimNo: string
  entries: number
}

type Props = { shares: ShareView[]; pay: FormAction | null; book: FormAction | null }

/** Who pays what: the cashier takes money or books a claim, share by share. */
export function Till({ shares, pay, book }: Props) {
  const t = useMessages(delivery)
  const f = useFormat()
  return (
    <ul className="grid gap-3">
      {shares.map((share) => {
        const claimable = share.payer !== 'customer'
        const open = share.openFen > 0 && !(claimable && share.claimNo)
        return (
          <li key={share.id}>
            <Card>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={PAYER_TONES[share.payer]}>{t.payers[share.payer]}</Badge>
                <strong className="tabular text-lg">{f.money(share.amountFen)}</strong>
                <span className="ml-auto">
                  {open ? (
                    <Status shape="waiting">{`${t.stillOpen} ${f.money(share.openFen)}`}</Status>
                  ) : (
                    <Status shape="done">
                      {share.claimNo ? t.bookedAs({ no: share.claimNo }) : t.settled}
                    </Status>
                  )}
                </span>
              </div>
              {open && !claimable && pay && (
                <Pay key={`${share.entries}:${share.paidFen}`} share={share} action={pay} />
              )}
              {open && claimable && book && <Book share={share} action={book} />}
              {open && !claimable && !pay && <p className="text-muted mt-2 text-sm">{t.notCashier}</p>}
            </Card>
          </li>
        )
      })}
    </ul>
  )
}

function Pay({ share, action }: { share: ShareView; action: FormAction }) {
  const t = useMessages(delivery)
  return (
    <ActionForm
      action={action}
      okMessage={t.paid}
      className="mt-4"
      aria-label={t.payShare({ payer: t.payers[share.payer] })}
    >
      <input type="hidden" name="shareId" value={share.id} />
      <input type="hidden" name="idempotencyKey" value={`${share.id}:${share.entries}:${share.paidFen}`} />
      <Choices
        legend={t.method}
        name="method"
        defaultValue="wechat"
        choices={PAYMENT_METHODS.map((value) => ({
          value,
          label: <span className="whitespace-nowrap">{t.methods[value]}</span>,
        }))}
      />
      <div className="tablet:grid-cols-3 grid gap-3">
        <Field label={t.amountYuan} name="amountFen" required>
          <Input
            inputMode="decimal"
            autoComplete="off"
            defaultValue={yuanOf(share.openFen)}
            className="tabular text-right text-lg"
          />
        </Field>
        <Field label={t.reference} name="reference" optional>
          <Input autoComplete="off" />
        </Field>
        <Field label={t.invoiceNo} name="invoiceNo" optional>
          <Input autoComplete="off" />
        </Field>
      </div>
      <Submit size="large" block>
        {t.payButton}
      </Submit>
    </ActionForm>
  )
}

function Book({ share, action }: { share: ShareView; action: FormAction }) {
  const t = useMessages(delivery)
  return (
    <ActionForm action={action} okMessage={t.claimBooked} className="mt-4 !flex-row flex-wrap items-end">
      <input type="hidden" name="shareId" value={share.id} />
      <Field label={t.claimNo} name="claimNo" className="min-w-48 flex-1" required>
        <Input autoComplete="off" />
      </Field>
      <Submit variant="secondary">{t.bookClaim}</Submit>
    </ActionForm>
  )
}
