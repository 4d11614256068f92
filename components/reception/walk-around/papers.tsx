'use client'

import { useMessages } from '@/components/shell/locale'
import { ChipCheck } from '@/components/ui/chip'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { reception } from '@/lib/i18n/reception'
import type { Change, Draft } from './draft'

/** S2-65, S2-47: what was handed over, where car and key will be. */
export function Papers({ draft, change }: { draft: Draft; change: Change }) {
  const t = useMessages(reception)
  const taken = [
    ['licenceTaken', t.licence],
    ['bookletTaken', t.booklet],
    ['keysTaken', t.keys],
  ] as const
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t.taken}</legend>
        <div className="flex flex-wrap gap-2">
          {taken.map(([key, label]) => (
            <ChipCheck
              key={key}
              checked={draft[key]}
              onChange={(event) => change('papers', { [key]: event.target.checked })}
              className="min-h-12 text-base!"
            >
              {label}
            </ChipCheck>
          ))}
        </div>
      </fieldset>
      <div className="tablet:grid-cols-2 grid gap-3">
        <Field label={t.parkedAt} name="parkedAt" optional>
          <Input
            value={draft.parkedAt}
            className="min-h-12"
            onChange={(event) => change('papers', { parkedAt: event.target.value })}
          />
        </Field>
        <Field label={t.keyLocation} name="keyLocation" optional>
          <Input
            value={draft.keyLocation}
            className="min-h-12"
            onChange={(event) => change('papers', { keyLocation: event.target.value })}
          />
        </Field>
      </div>
      <Choices
        legend={t.waiting}
        name="waiting"
        value={draft.waiting}
        onChange={(value) => change('papers', { waiting: value as 'waits' | 'leaves' })}
        className="[&_label]:min-h-12 [&_label]:whitespace-nowrap"
        choices={[
          { value: 'waits', label: t.waits },
          { value: 'leaves', label: t.leaves },
        ]}
      />
    </div>
  )
}
