'use client'

import { Trash2 } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { PAYERS } from '@/lib/orders/totals'
import type { LineView } from '@/lib/orders/views'
import { Refused } from './refused'
import { usePost } from './use-post'

type Props = { line: LineView; share: FormAction; drop: FormAction }

/** Who else bears a part of a line, by per cent or by amount; its payer bears the rest. */
export function LineShares({ line, share, drop }: Props) {
  const t = useMessages(estimate).shares
  const { payers } = useMessages(orders)
  const format = useFormat()
  const { state, pending, post } = usePost(drop)
  const others = PAYERS.filter((payer) => payer !== line.payer)
  return (
    <div>
      <Refused state={state} />
      {line.shares.length > 0 && (
        <ul className="mb-3 grid gap-1">
          {line.shares.map(({ payer, totalFen }, at) => (
            <li key={payer} className="flex min-h-11 items-center gap-2">
              <span className="flex-1">{at === 0 ? t.rest({ payer: payers[payer] }) : payers[payer]}</span>
              <span className="tabular">{format.money(totalFen)}</span>
              {at > 0 && (
                <IconButton
                  label={t.drop({ payer: payers[payer] })}
                  icon={<Trash2 aria-hidden className="size-4" />}
                  disabled={pending}
                  onClick={() => post({ jobId: line.id, payer })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={share} resetOnOk>
        <input type="hidden" name="jobId" value={line.id} />
        <Field label={t.payer} name="payer">
          <Select options={others.map((payer) => ({ value: payer, label: payers[payer] }))} />
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t.percent} name="shareBp">
            <Input inputMode="decimal" />
          </Field>
          <Field label={t.amount} name="amountFen">
            <Input inputMode="decimal" />
          </Field>
        </div>
        <Field label={t.reason} hint={t.reasonHint} name="payerReason" optional>
          <Input maxLength={300} />
        </Field>
        <div>
          <Submit variant="secondary">{t.save}</Submit>
        </div>
      </ActionForm>
    </div>
  )
}
