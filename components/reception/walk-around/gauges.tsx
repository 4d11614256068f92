'use client'

import clsx from 'clsx'
import { Delete } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input } from '@/components/ui/input'
import { reception } from '@/lib/i18n/reception'
import type { Change, Draft } from './draft'

type Props = { draft: Draft; change: Change; last: { km: number; at: Date } | null }

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']
const EIGHTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Mileage and fuel; a value ticks the item of the same name. */
export function Gauges({ draft, change, last }: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  const { odometerKm, odometerReason, fuelEighths } = draft
  const lower = last !== null && odometerKm !== null && odometerKm < last.km
  const hint = last ? t.lastReading({ km: format.km(last.km), day: format.day(last.at) }) : t.noReading
  const km = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 7)
    change('gauges', { odometerKm: digits === '' ? null : Number(digits) })
  }
  return (
    <div className="grid gap-4">
      <Field label={t.odometer} name="odometerKm" hint={hint}>
        <DigitsInput
          value={odometerKm ?? ''}
          onChange={(event) => km(event.target.value)}
          className="tabular min-h-12 max-w-52 text-xl"
        />
      </Field>
      <Keys value={String(odometerKm ?? '')} onChange={km} />
      {(lower || odometerReason) && (
        <Field label={t.odometerReason} name="odometerReason" required>
          <Input
            value={odometerReason}
            className="min-h-12"
            onChange={(event) => change('gauges', { odometerKm, odometerReason: event.target.value })}
          />
        </Field>
      )}
      <fieldset className="min-w-0">
        <legend className="mb-1 text-sm font-medium">{t.fuel}</legend>
        <div className="grid grid-cols-9 gap-1">
          {EIGHTHS.map((eighths) => (
            <label
              key={eighths}
              className="has-focus-visible:outline-celadon rounded-control relative grid min-h-12 cursor-pointer content-end gap-1 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
            >
              <input
                type="radio"
                name="fuelEighths"
                value={eighths}
                checked={fuelEighths === eighths}
                onChange={() => change('gauges', { fuelEighths: eighths })}
                className="peer sr-only"
              />
              <span
                aria-hidden
                style={{ height: `${12 + eighths * 3}px` }}
                className={clsx(
                  'rounded-control border',
                  fuelEighths !== null && eighths <= fuelEighths
                    ? 'border-celadon bg-celadon'
                    : 'border-line-strong/60 bg-raised',
                )}
              />
              <span className="tabular peer-checked:text-celadon-ink text-xs whitespace-nowrap peer-checked:font-semibold">
                {t.fuelEighths({ eighths })}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

/** The mileage with gloves on: no keyboard comes up. At the desk the keyboard is nearer. */
function Keys({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useMessages(reception)
  return (
    <div role="group" aria-label={t.keypad} className="desk:hidden grid max-w-md grid-cols-6 gap-1.5">
      {DIGITS.slice(0, 5).map((digit) => (
        <Digit key={digit} digit={digit} onPress={() => onChange(value + digit)} />
      ))}
      <Button
        className="row-span-2 min-h-12"
        aria-label={t.keypadBack}
        icon={<Delete aria-hidden className="size-5" />}
        onClick={() => onChange(value.slice(0, -1))}
      />
      {DIGITS.slice(5).map((digit) => (
        <Digit key={digit} digit={digit} onPress={() => onChange(value + digit)} />
      ))}
    </div>
  )
}

const Digit = ({ digit, onPress }: { digit: string; onPress: () => void }) => (
  <Button className="tabular min-h-12 text-xl" onClick={onPress}>
    {digit}
  </Button>
)
