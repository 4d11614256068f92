'use client'

import { useMessages } from '@/components/shell/locale'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { Input } from '@/components/ui/input'
import { NumberStepper } from '@/components/ui/number-stepper'
import { reception } from '@/lib/i18n/reception'
import { VALUABLES } from '@/lib/reception/walk-around'
import type { Change, Draft } from './draft'

/** S2-39 … S2-41: the reminder, the list that is read out, and what stays in the car. */
export function Valuables({ draft, change }: { draft: Draft; change: Change }) {
  const t = useMessages(reception)
  const { valuables, valuablesReminded } = draft
  const put = (next: Draft['valuables']) => change('valuables', { valuables: next })
  const set = (kind: string, changed: Partial<Draft['valuables'][number]>) =>
    put(valuables.map((valuable) => (valuable.kind === kind ? { ...valuable, ...changed } : valuable)))
  return (
    <div className="grid gap-3">
      <Checkbox
        label={t.valuables.reminded}
        checked={valuablesReminded}
        onChange={(event) => change('valuables', { valuablesReminded: event.target.checked })}
        className="[&_label]:min-h-12"
      />
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t.valuables.stays}</legend>
        <div className="flex flex-wrap gap-2">
          {VALUABLES.map((kind) => (
            <ChipCheck
              key={kind}
              checked={valuables.some((valuable) => valuable.kind === kind)}
              onChange={(event) =>
                put(
                  event.target.checked
                    ? [...valuables, { kind, quantity: 1, note: '' }]
                    : valuables.filter((valuable) => valuable.kind !== kind),
                )
              }
              className="min-h-12 text-base!"
            >
              {t.valuableKinds[kind]}
            </ChipCheck>
          ))}
        </div>
      </fieldset>
      {valuables.length > 0 && (
        <ul className="grid gap-2">
          {valuables.map(({ kind, quantity, note }) => (
            <li key={kind} className="grid grid-cols-[minmax(0,1fr)_11rem] items-center gap-2">
              <span>{t.valuableKinds[kind]}</span>
              <NumberStepper
                aria-label={t.valuables.quantity({ item: t.valuableKinds[kind] ?? kind })}
                defaultValue={quantity}
                min={1}
                max={99}
                onChange={(value) => set(kind, { quantity: value })}
              />
              <Input
                aria-label={t.valuables.note({ item: t.valuableKinds[kind] ?? kind })}
                value={note}
                placeholder={t.valuables.noteHint}
                className="col-span-2 min-h-12"
                onChange={(event) => set(kind, { note: event.target.value })}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="text-muted text-sm">{t.valuables.liability}</p>
    </div>
  )
}
