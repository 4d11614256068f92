'use client'

import { Check, Circle, ScanLine } from 'lucide-react'
import clsx from 'clsx'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { useFormContext } from '@/components/ui/form-context'
import { useFormat, useMessages } from '@/components/shell/locale'
import type { CheckGroup, CheckKey } from '@/lib/delivery/hand-over'
import { delivery } from '@/lib/i18n/delivery'

type CheckView = {
  key: CheckKey
  at: Date | null
  by: string | null
  mine: boolean
  note?: string | null
}
type Props = {
  orderId: string
  groups: { group: CheckGroup; checks: CheckView[] }[]
  action: FormAction
  /** After the car has left nothing moves any more. */
  frozen: boolean
}

/** Three checks and one explanation: a tap sets the tick with name and time, another takes it back. */
export function Checklist({ orderId, groups, action, frozen }: Props) {
  const t = useMessages(delivery)
  return (
    <div className="grid gap-5">
      {groups.map(({ group, checks }) => (
        <section key={group} aria-label={t.groups[group]}>
          <h3 className="mb-1.5 flex items-baseline gap-2 font-medium">
            {t.groups[group]}
            <span className="text-muted tabular text-sm font-normal">
              {t.progress({ done: checks.filter(({ at }) => at).length, of: checks.length })}
            </span>
          </h3>
          <ul className="border-line divide-line rounded-card bg-surface divide-y overflow-hidden border">
            {checks.map((check) => (
              <li key={check.key}>
                {check.key === 'voucher' && !check.at && check.mine && !frozen ? (
                  <VoucherCheck orderId={orderId} action={action} />
                ) : (
                  <Tick orderId={orderId} check={check} action={action} frozen={frozen} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Tick({
  orderId,
  check,
  action,
  frozen,
}: {
  orderId: string
  check: CheckView
  action: FormAction
  frozen: boolean
}) {
  const t = useMessages(delivery)
  const f = useFormat()
  const words = t.checks[check.key]
  const signed = check.at ? t.by({ name: check.by ?? '', time: f.time(check.at) }) : null
  const fixed = frozen || !check.mine
  const face = (
    <>
      <Mark done={!!check.at} />
      <span className="min-w-0 flex-1 text-left">
        {words}
        {check.note && <span className="text-muted block text-sm">{check.note}</span>}
        {signed && <span className="text-muted tabular block text-sm">{signed}</span>}
        {!signed && check.key === 'qualityTechnician' && (
          <span className="text-muted block text-sm">{t.technicianOnly}</span>
        )}
      </span>
    </>
  )
  if (fixed) return <div className={clsx(ROW, 'text-ink')}>{face}</div>
  return (
    <ActionForm action={action} className="!gap-0">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="check" value={check.key} />
      <input type="hidden" name="on" value={check.at ? 'false' : 'true'} />
      <RowButton pressed={!!check.at}>{face}</RowButton>
    </ActionForm>
  )
}

function RowButton({ pressed, children }: { pressed: boolean; children: React.ReactNode }) {
  const { pending } = useFormContext()
  return (
    <button
      type="submit"
      aria-pressed={pressed}
      aria-disabled={pending || undefined}
      className={clsx(ROW, 'hover:bg-hover w-full', pending && 'opacity-60')}
    >
      {children}
    </button>
  )
}

function VoucherCheck({ orderId, action }: { orderId: string; action: FormAction }) {
  const t = useMessages(delivery)
  return (
    <ActionForm action={action} okMessage={t.voucherRight} className="px-4 py-3">
      <input type="hidden" name="orderId" value={orderId} />
      <input type="hidden" name="check" value="voucher" />
      <div className="flex items-start gap-3">
        <Mark done={false} />
        <Field label={t.voucherLabel} name="code" hint={t.voucherHint} className="flex-1">
          <Input
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            className="tabular tracking-widest uppercase"
          />
        </Field>
        <Submit variant="secondary" className="mt-6" icon={<ScanLine aria-hidden className="size-4" />}>
          {t.voucherCheck}
        </Submit>
      </div>
    </ActionForm>
  )
}

function Mark({ done }: { done: boolean }) {
  return done ? (
    <span className="bg-pine text-on-pine mt-0.5 grid size-6 shrink-0 place-items-center rounded-full">
      <Check aria-hidden className="size-4" />
    </span>
  ) : (
    <Circle aria-hidden className="text-line-strong mt-0.5 size-6 shrink-0" />
  )
}

const ROW = 'flex min-h-12 items-start gap-3 px-4 py-2.5'
