'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { ConfirmButton } from '@/components/ui/confirm'
import { plusDays } from '@/lib/core/time'
import { catalogue } from '@/lib/i18n/catalogue'

type PriceLine = {
  id: string
  validFrom: string
  validTo: string | null
  state: 'now' | 'planned' | 'past'
  amount: string
}
type Props = { lines: PriceLine[]; name: string; today: string; withdraw: FormAction; empty: string }

const SHAPES = { now: 'done', planned: 'waiting', past: 'off' } as const

/** The prices of one thing, newest first; those before today are folded away. What has not begun can be withdrawn. */
export function PriceLines({ lines, name, today, withdraw, empty }: Props) {
  const t = useMessages(catalogue)
  const past = lines.filter(({ state }) => state === 'past')
  const rest = lines.filter(({ state }) => state !== 'past')
  const newest = lines[0]?.id
  return (
    <div className="grid gap-1">
      {rest.length === 0 && <Status shape="late">{empty}</Status>}
      {rest.map((line) => (
        <Line
          key={line.id}
          line={line}
          name={name}
          withdraw={line.id === newest && line.validFrom >= today ? withdraw : undefined}
        />
      ))}
      {past.length > 0 && (
        <details className="text-sm">
          <summary className="fold text-muted desk:min-h-8 flex min-h-11 cursor-pointer items-center">
            {t.history({ count: past.length })}
          </summary>
          {past.map((line) => (
            <Line key={line.id} line={line} name={name} />
          ))}
        </details>
      )}
    </div>
  )
}

function Line({ line, name, withdraw }: { line: PriceLine; name: string; withdraw?: FormAction }) {
  const t = useMessages(catalogue)
  const f = useFormat()
  const to = line.validTo ? f.calendarDay(plusDays(line.validTo, -1)) : ''
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular font-medium">{line.amount}</span>
      <span className="text-muted tabular text-sm">
        {t.validDays({ from: f.calendarDay(line.validFrom), to })}
      </span>
      <Status shape={SHAPES[line.state]}>{t.priceStates[line.state]}</Status>
      {withdraw && (
        <ConfirmButton
          label={t.withdraw}
          title={t.withdrawOf({ name })}
          action={withdraw}
          okMessage={t.withdrawn}
          variant="quiet"
          size="small"
        >
          <p className="text-left">{t.withdrawLead}</p>
          <input type="hidden" name="id" value={line.id} />
        </ConfirmButton>
      )}
    </div>
  )
}
