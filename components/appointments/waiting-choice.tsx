'use client'

import { useMessages } from '@/components/shell/locale'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { booking } from '@/lib/i18n/booking'

export const DAY_PARTS = ['morning', 'afternoon'] as const

type Wish = { listFirst: string; listLast: string; listParts: string[] }
type Props = Wish & { from: string; to: string; onChange: (wish: Wish) => void }

/** Wait for a time that becomes free, instead of taking one: on which days, in which part of them. */
export function WaitingChoice({ listFirst, listLast, listParts, from, to, onChange }: Props) {
  const t = useMessages(booking)
  const wish = { listFirst, listLast, listParts }
  return (
    <div className="grid gap-3">
      <Checkbox
        name="waitingList"
        label={t.list.ask}
        hint={t.list.hint}
        checked={listFirst !== ''}
        onChange={(event) =>
          onChange(
            event.target.checked
              ? { ...wish, listFirst: from, listLast: to }
              : { ...wish, listFirst: '', listLast: '' },
          )
        }
      />
      {listFirst && (
        <>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t.list.firstDay} name="firstDay">
              <DateInput
                value={listFirst}
                min={from}
                onChange={(event) =>
                  event.target.value && onChange({ ...wish, listFirst: event.target.value })
                }
              />
            </Field>
            <Field label={t.list.lastDay} name="lastDay">
              <DateInput
                value={listLast}
                min={listFirst}
                onChange={(event) => onChange({ ...wish, listLast: event.target.value || listFirst })}
              />
            </Field>
          </div>
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t.list.parts}</legend>
            <div className="flex flex-wrap gap-2">
              {DAY_PARTS.map((part) => (
                <ChipCheck
                  key={part}
                  name="parts[]"
                  value={part}
                  checked={listParts.includes(part)}
                  onChange={() =>
                    onChange({
                      ...wish,
                      listParts: listParts.includes(part)
                        ? listParts.filter((one) => one !== part)
                        : [...listParts, part],
                    })
                  }
                >
                  {t.when[part]}
                </ChipCheck>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </div>
  )
}
