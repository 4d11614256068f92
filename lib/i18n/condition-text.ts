import type { Locale } from '../core/locale'
import type { Condition } from '../reception/condition'
import { mmOf } from '../reception/wheels'
import { condition } from './condition'
import { list } from './format'

/** The condition of a car as pairs of term and words, for the record, the paper and the order: only what was measured. */
export function conditionFacts(
  {
    wheels = [],
    warningLights = [],
    faultCodes = [],
    sensorReadings = [],
    historySeen = false,
  }: Partial<Condition>,
  locale: Locale,
): [string, string][] {
  const t = condition[locale]
  const measured = wheels.map(({ wheel, treadTenthMm, padTenthMm, pressureKpa, dot }): [string, string] => [
    t.wheels[wheel],
    [
      treadTenthMm !== null && `${t.worn.tread} ${t.mm({ mm: mmOf(treadTenthMm) })}`,
      padTenthMm !== null && `${t.worn.pad} ${t.mm({ mm: mmOf(padTenthMm) })}`,
      pressureKpa !== null && t.bar({ bar: (pressureKpa / 100).toFixed(1) }),
      dot,
    ]
      .filter(Boolean)
      .join(' · '),
  ])
  const said: [string, string][] = [
    [
      t.lightsTitle,
      list(
        warningLights.map((light) => t.lights[light] ?? light),
        locale,
      ),
    ],
    [t.codes, faultCodes.join(' · ')],
    [t.sensors, sensorReadings.map(({ name, value, unit }) => `${name} ${value} ${unit}`.trim()).join(' · ')],
    [t.historyTerm, historySeen ? t.historySeen : ''],
  ]
  return [...measured, ...said.filter(([, text]) => text)]
}
