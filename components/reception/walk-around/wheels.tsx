'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ChipCheck } from '@/components/ui/chip'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { condition } from '@/lib/i18n/condition'
import { firstWorn, wearOfCar, type WheelsOfVisit } from '@/lib/reception/wear'
import {
  emptyWheel,
  isMeasured,
  mmOf,
  valueOf,
  WARNING_LIGHTS,
  wearLevel,
  WHEELS,
  WORN,
  type WearLimits,
  type Wheel,
  type WheelReading,
} from '@/lib/reception/wheels'
import { wearText } from '../wear-text'
import { Millimetres } from './millimetres'
import type { Change, Draft } from './draft'

const MOST = { tread: 120, pad: 200 }
/** Where the first press begins on a car that was never measured. */
const USUAL = { tread: 50, pad: 80 }

type Props = {
  draft: Draft
  change: Change
  earlier: readonly WheelsOfVisit[]
  limits: WearLimits
  today: string
}

/** Tread, pads and tyres wheel by wheel, the lights of the panel, and what the measurements say about the time left. */
export function Wheels({ draft, change, earlier, limits, today }: Props) {
  const t = useMessages(condition)
  const locale = useLocale()
  const { wheels, warningLights, odometerKm } = draft
  const set = (wheel: Wheel, changed: Partial<WheelReading>) => {
    const before = wheels.find((one) => one.wheel === wheel) ?? emptyWheel(wheel)
    const others = wheels.filter((one) => one.wheel !== wheel)
    change('wheels', { wheels: [...others, { ...before, ...changed }].filter(isMeasured) })
  }
  const parts = wearOfCar([...earlier, { on: today, km: odometerKm, wheels }], limits)
  const said = WORN.flatMap((worn) => firstWorn(parts, worn) ?? [])
  return (
    <div className="grid gap-4">
      <p className="text-muted">{t.wheelsLead}</p>
      <div className="tablet:grid-cols-2 grid gap-4">
        {WHEELS.map((wheel) => (
          <OneWheel
            key={wheel}
            reading={wheels.find((one) => one.wheel === wheel) ?? emptyWheel(wheel)}
            earlier={earlier}
            limits={limits}
            onChange={(changed) => set(wheel, changed)}
          />
        ))}
      </div>
      <p className="text-muted text-sm">
        {t.limits({ tread: mmOf(limits.tread.limit), pad: mmOf(limits.pad.limit) })}
      </p>
      <div className="tablet:grid-cols-2 grid items-start gap-4 empty:hidden">
        {said.map((part) => (
          <Notice
            key={part.worn}
            kind={wearLevel(part.worn, part.tenthMm, limits) === 'good' ? 'info' : 'warning'}
          >
            {wearText(part, locale)}
          </Notice>
        ))}
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-2 text-sm font-medium">{t.lightsTitle}</legend>
        <div className="flex flex-wrap gap-2">
          {WARNING_LIGHTS.map((light) => (
            <ChipCheck
              key={light}
              checked={warningLights.includes(light)}
              onChange={(event) =>
                change('wheels', {
                  warningLights: event.target.checked
                    ? [...warningLights, light]
                    : warningLights.filter((one) => one !== light),
                })
              }
              className="min-h-12 text-base!"
            >
              {t.lights[light]}
            </ChipCheck>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

type OneProps = {
  reading: WheelReading
  earlier: readonly WheelsOfVisit[]
  limits: WearLimits
  onChange: (changed: Partial<WheelReading>) => void
}

function OneWheel({ reading, earlier, limits, onChange }: OneProps) {
  const t = useMessages(condition)
  const format = useFormat()
  const { wheel, pressureKpa, dot } = reading
  const name = t.wheels[wheel]
  const last = (worn: (typeof WORN)[number]) =>
    earlier
      .flatMap(({ on, wheels }) => {
        const found = wheels.find((one) => one.wheel === wheel)
        const tenthMm = found ? valueOf(found, worn) : null
        return tenthMm === null ? [] : [{ on, tenthMm }]
      })
      .at(-1)
  return (
    <fieldset className="border-line rounded-card grid min-w-0 content-start gap-3 border p-3">
      <legend className="px-1 font-medium">{name}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-x-4 gap-y-3">
        {WORN.filter((worn) => worn === 'tread' || wheel !== 'spare').map((worn) => {
          const value = valueOf(reading, worn)
          const before = last(worn)
          return (
            <Millimetres
              key={worn}
              what={t.worn[worn]}
              wheel={name}
              value={value}
              most={MOST[worn]}
              start={before?.tenthMm ?? USUAL[worn]}
              level={value === null ? null : wearLevel(worn, value, limits)}
              hint={before && t.last({ mm: mmOf(before.tenthMm), day: format.calendarDay(before.on) })}
              onChange={(tenthMm) =>
                onChange(worn === 'tread' ? { treadTenthMm: tenthMm } : { padTenthMm: tenthMm })
              }
            />
          )
        })}
      </div>
      <details>
        <summary className="fold text-celadon-ink flex min-h-12 cursor-pointer items-center text-sm">
          {t.more({ wheel: name })}
        </summary>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t.pressure} name={`pressure-${wheel}`}>
            <Input
              inputMode="decimal"
              defaultValue={pressureKpa === null ? '' : String(pressureKpa / 100)}
              className="min-h-12"
              onChange={(event) => onChange({ pressureKpa: kpaFrom(event.target.value) })}
            />
          </Field>
          <Field label={t.dot} name={`dot-${wheel}`} hint={t.dotHint}>
            <DigitsInput
              maxLength={4}
              defaultValue={dot}
              className="min-h-12"
              onChange={(event) => {
                const digits = event.target.value.replace(/\D/g, '')
                if (digits === '' || digits.length === 4) onChange({ dot: digits })
              }}
            />
          </Field>
        </div>
      </details>
    </fieldset>
  )
}

function kpaFrom(text: string): number | null {
  const tenths = tenthsOfBar(text)
  return tenths === null ? null : Math.min(600, tenths * 10)
}
const tenthsOfBar = (text: string) => {
  const bar = Number(text.normalize('NFKC').replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(bar) || bar < 0 ? null : Math.round(bar * 10)
}
