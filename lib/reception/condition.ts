import * as z from 'zod'
import { flag, requiredText, text } from '../core/fields'
import {
  faultCodeFrom,
  isMeasured,
  WARNING_LIGHTS,
  WHEELS,
  type WarningLight,
  type WheelReading,
} from './wheels'

const tenthMm = (most: number) => z.coerce.number().int('whole').min(0, 'too-small').max(most, 'too-large')

const WheelFields = z
  .object({
    wheel: z.enum(WHEELS),
    treadTenthMm: tenthMm(120).nullable().default(null),
    padTenthMm: tenthMm(200).nullable().default(null),
    pressureKpa: z.coerce
      .number()
      .int('whole')
      .min(0, 'too-small')
      .max(600, 'too-large')
      .nullable()
      .default(null),
    dot: text(4)
      .default('')
      .refine((dot) => dot === '' || /^(0[1-9]|[1-4]\d|5[0-3])\d{2}$/.test(dot), 'tyre-week'),
  })
  .refine(({ wheel, padTenthMm }) => wheel !== 'spare' || padTenthMm === null, {
    path: ['padTenthMm'],
    message: 'invalid',
  })

const faultCode = text(10)
  .refine((code) => faultCodeFrom(code) !== null, 'fault-code')
  .transform((code) => faultCodeFrom(code) ?? code)

const SensorReading = z.object({
  name: requiredText(60),
  value: z.coerce
    .number()
    .min(-1_000_000, 'too-small')
    .max(1_000_000, 'too-large')
    .transform((value) => Math.round(value * 1000) / 1000),
  unit: text(12).default(''),
})
export type SensorReading = z.output<typeof SensorReading>

/** What is measured and read at the car (F08, F09): wheels, lights, trouble codes and values of the tester (S2-64), the history seen (S2-38). */
export const ConditionFields = {
  wheels: z.array(WheelFields).max(WHEELS.length).optional(),
  warningLights: z
    .array(z.enum(WARNING_LIGHTS))
    .transform((lights) => [...new Set(lights)])
    .optional(),
  faultCodes: z
    .array(faultCode)
    .max(20)
    .transform((codes) => [...new Set(codes)])
    .optional(),
  sensorReadings: z.array(SensorReading).max(20).optional(),
  historySeen: flag.optional(),
}

export type Condition = {
  wheels: WheelReading[]
  warningLights: WarningLight[]
  faultCodes: string[]
  sensorReadings: SensorReading[]
  historySeen: boolean
}

type Kept = {
  wheelReadings: readonly (Omit<WheelReading, 'wheel'> & { wheel: string })[]
  warningLights: readonly string[]
  faultCodes: readonly string[]
  sensorReadings: unknown
  historySeen: boolean
}

/** The condition of a record as it is kept, wheels and lights in their usual order. */
export function conditionOf(kept: Kept): Condition {
  return {
    wheels: WHEELS.flatMap((wheel) => {
      const found = kept.wheelReadings.find((one) => one.wheel === wheel)
      if (!found) return []
      const { treadTenthMm, padTenthMm, pressureKpa, dot } = found
      return [{ wheel, treadTenthMm, padTenthMm, pressureKpa, dot }]
    }).filter(isMeasured),
    warningLights: WARNING_LIGHTS.filter((light) => kept.warningLights.includes(light)),
    faultCodes: [...kept.faultCodes],
    sensorReadings: z.array(SensorReading).catch([]).parse(kept.sensorReadings),
    historySeen: kept.historySeen,
  }
}

/** Without what nobody measured: a record from before wheels were measured keeps its fingerprint. */
export function signedCondition(kept: Kept): Partial<Condition> {
  return Object.fromEntries(
    Object.entries(conditionOf(kept)).filter(([, part]) => (Array.isArray(part) ? part.length > 0 : part)),
  )
}
