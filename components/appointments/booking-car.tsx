'use client'

import { useId } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { Choices } from '@/components/ui/choices'
import { controlClass } from '@/components/ui/control-class'
import { DigitsInput, Input } from '@/components/ui/input'
import { hasVinCheckDigit, isVin } from '@/lib/core/vin'
import { normalPlate, PROVINCES } from '@/lib/core/plate'
import { booking } from '@/lib/i18n/booking'
import { Plate } from '@/components/visit/plate'
import { plateOf, type Draft } from './draft'

type Props = { draft: Draft; change: (part: Partial<Draft>) => void; wrong: { plate?: string; vin?: string } }

/** Screen 1: which car. */
export function BookingCar({ draft, change, wrong }: Props) {
  const t = useMessages(booking).car
  const plate = plateOf(draft)
  return (
    <>
      <Choices
        legend={t.title}
        hideLegend
        name="by"
        choices={[
          { value: 'plate', label: t.byPlate },
          { value: 'vin', label: t.byVin },
        ]}
        value={draft.by}
        onChange={(by) => change({ by: by as Draft['by'] })}
      />
      {draft.by === 'plate' ? (
        <PlateField draft={draft} change={change} error={wrong.plate} />
      ) : (
        <Field
          label={t.vin}
          name="vin"
          hint={isVin(draft.vin) && !hasVinCheckDigit(draft.vin) ? t.vinDoubt : t.vinHint}
          error={wrong.vin}
        >
          <Input
            value={draft.vin}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={24}
            onChange={(event) => change({ vin: event.target.value.toUpperCase() })}
          />
        </Field>
      )}
      {draft.by === 'plate' && draft.rest.length >= 6 && (
        <div className="flex justify-center py-1" aria-hidden>
          <Plate plate={plate} size="large" />
        </div>
      )}
      <Field label={t.model} name="model" hint={t.modelHint} optional>
        <Input
          value={draft.model}
          maxLength={60}
          onChange={(event) => change({ model: event.target.value })}
        />
      </Field>
      <Field label={t.km} name="odometerKm" optional>
        <DigitsInput
          value={draft.odometerKm}
          maxLength={7}
          onChange={(event) => change({ odometerKm: event.target.value.replace(/\D/g, '') })}
        />
      </Field>
    </>
  )
}

/** A plate in two parts, so that nobody has to find the first character on a keyboard; a pasted one is taken apart. */
function PlateField({ draft, change, error }: { draft: Draft; change: Props['change']; error?: string }) {
  const t = useMessages(booking).car
  const id = useId()
  const type = (text: string) => {
    const typed = normalPlate(text)
    const first = typed.at(0) ?? ''
    if (PROVINCES.includes(first) && first) change({ province: first, rest: typed.slice(1, 8) })
    else change({ rest: typed.slice(0, 8) })
  }
  return (
    <div className="grid gap-1">
      <span aria-hidden className="text-sm font-medium">
        {t.plate}
      </span>
      <div className="flex items-start gap-2">
        <div className="flex w-20 flex-col gap-1">
          <label htmlFor={`${id}-province`} className="sr-only">
            {t.province}
          </label>
          <select
            id={`${id}-province`}
            className={controlClass('text-lg')}
            value={draft.province}
            onChange={(event) => change({ province: event.target.value })}
          >
            {[...PROVINCES].map((province) => (
              <option key={province}>{province}</option>
            ))}
          </select>
        </div>
        <Field label={t.rest} hideLabel name="plate" error={error} className="flex-1">
          <Input
            value={draft.rest}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={12}
            className="text-lg tracking-wider"
            onChange={(event) => type(event.target.value)}
          />
        </Field>
      </div>
    </div>
  )
}
