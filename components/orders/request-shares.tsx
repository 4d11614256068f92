'use client'

import { useId } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { OWN_POCKET } from '@/lib/orders/payer-reason'
import type { PayerShare } from '@/lib/orders/shares'
import { PAYERS, type Payer } from '@/lib/orders/totals'
import { typedBp, typedFen } from '@/lib/orders/typed'

/** Who pays a line of a request, and who else bears a part of it, as it is typed. */
export type TypedShare = { payer: Payer; second: Payer | ''; percent: string; amount: string; reason: string }

export const unshared: TypedShare = { payer: 'customer', second: '', percent: '', amount: '', reason: '' }

export function shareTyped(payer: Payer, [share]: readonly PayerShare[]): TypedShare {
  return {
    payer,
    second: share?.payer ?? '',
    percent: share?.shareBp ? String(share.shareBp / 100) : '',
    amount: share?.amountFen ? String(share.amountFen / 100) : '',
    reason: '',
  }
}

/** What is posted of it: an amount goes before a per cent. */
export function sharePosted({ payer, second, percent, amount, reason }: TypedShare) {
  const payerReason = reason.trim() || undefined
  if (!second) return { payer, payerReason }
  const amountFen = typedFen(amount)
  const measure = amountFen === undefined ? { shareBp: typedBp(percent) } : { amountFen }
  return { payer, payerReason, shares: [{ payer: second, payerReason, ...measure }] }
}

type Props = { value: TypedShare; onChange: (over: Partial<TypedShare>) => void }

/** Goodwill, the maker or the insurer bears a part of a line; its payer bears the rest. */
export function RequestShares({ value, onChange }: Props) {
  const t = useMessages(estimate)
  const { payers } = useMessages(orders)
  const id = useId()
  const { payer, second, percent, amount, reason } = value
  const isOurs = [payer, second].some((one) => one !== '' && OWN_POCKET.includes(one))
  const options = PAYERS.map((one) => ({ value: one as string, label: payers[one] }))
  return (
    <details open={payer !== 'customer' || second !== ''}>
      <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
        {t.shares.title}
      </summary>
      <div className="grid grid-cols-2 gap-2">
        <label htmlFor={`${id}-payer`} className="grid gap-1 text-sm">
          {t.shares.first}
          <Select
            id={`${id}-payer`}
            value={payer}
            onChange={(event) => {
              const next = event.target.value as Payer
              onChange({ payer: next, ...(next === second ? { second: '' } : {}) })
            }}
            options={options}
          />
        </label>
        <label htmlFor={`${id}-second`} className="grid gap-1 text-sm">
          {t.shares.payer}
          <Select
            id={`${id}-second`}
            value={second}
            onChange={(event) => onChange({ second: event.target.value as Payer | '' })}
            options={[{ value: '', label: t.shares.nobody }, ...options.filter((one) => one.value !== payer)]}
          />
        </label>
        {second && (
          <>
            <label htmlFor={`${id}-percent`} className="grid gap-1 text-sm">
              {t.shares.percent}
              <Input
                id={`${id}-percent`}
                inputMode="decimal"
                value={percent}
                onChange={(event) => onChange({ percent: event.target.value, amount: '' })}
              />
            </label>
            <label htmlFor={`${id}-amount`} className="grid gap-1 text-sm">
              {t.shares.amount}
              <Input
                id={`${id}-amount`}
                inputMode="decimal"
                value={amount}
                onChange={(event) => onChange({ amount: event.target.value, percent: '' })}
              />
            </label>
          </>
        )}
        {isOurs && (
          <label htmlFor={`${id}-reason`} className="col-span-2 grid gap-1 text-sm">
            {t.shares.reason}
            <Input
              id={`${id}-reason`}
              required
              maxLength={300}
              value={reason}
              onChange={(event) => onChange({ reason: event.target.value })}
            />
          </label>
        )}
      </div>
    </details>
  )
}
