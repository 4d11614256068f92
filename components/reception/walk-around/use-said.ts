'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { condition } from '@/lib/i18n/condition'
import { reception } from '@/lib/i18n/reception'
import type { Waiting } from '@/lib/reception/waiting-changes'

/** The words for a field of the walk-around and for what it says, also for fields this page draws elsewhere. */
export function useSaid() {
  const t = useMessages(reception)
  const c = useMessages(condition)
  const format = useFormat()
  const fields: Record<string, string> = {
    odometerKm: t.odometer, odometerReason: t.odometerReason, fuelEighths: t.fuel, items: t.sections.items,
    extraItems: t.sections.items, damageShown: t.drawing.shown, valuablesReminded: t.valuables.reminded,
    valuables: t.valuables.stays, customerStatement: t.statement, adviserConfirmation: t.confirmation,
    faultInquiry: t.inquiry, suggestions: t.suggestions, nextServiceTold: t.nextServiceTold, freeWash: t.freeWash,
    licenceTaken: t.licence, bookletTaken: t.booklet, keysTaken: t.keys, parkedAt: t.parkedAt,
    keyLocation: t.keyLocation, waiting: t.waiting, severity: t.drawing.severity, note: t.drawing.note,
    view: t.drawing.where, photoFileId: t.drawing.photo, quantity: t.drawing.note, wheels: c.wheelsTitle,
    warningLights: c.lightsTitle, faultCodes: c.codes, sensorReadings: c.testerTitle, treadTenthMm: c.worn.tread,
    historySeen: c.historySeen, padTenthMm: c.worn.pad, pressureKpa: c.pressure, dot: c.dot,
  } // prettier-ignore
  const inside: Record<string, string> = { ...t.items, ...t.valuableKinds, ...t.inquiryFields, ...c.wheels }
  const words: Record<string, string> = {
    ...t.states, ...t.damageKinds, ...t.views, ...t.items, ...t.valuableKinds, ...c.wheels, ...c.lights, waits: t.waits, leaves: t.leaves,
  } // prettier-ignore

  const label = (one: Waiting, [field = '', ...rest]: string[]): string => {
    const first = one.kind === 'mark' && field === 'kind' ? t.drawing.kind : (fields[field] ?? field)
    const mark = one.kind === 'mark' ? [t.offline.mark] : []
    return [...mark, first, ...rest.flatMap((key) => inside[key] ?? fields[key] ?? [])].join(' · ')
  }

  const said = (path: string[], value: unknown): string => {
    const field = path.at(-1)
    if (value === null || value === undefined || value === '') return t.offline.nothing
    if (typeof value === 'boolean') return value ? t.offline.yes : t.offline.no
    if (field === 'fuelEighths') return t.fuelEighths({ eighths: Number(value) })
    if (field === 'odometerKm') return format.km(Number(value))
    if (field?.endsWith('TenthMm')) return c.mm({ mm: format.number(Number(value) / 10) })
    if (field === 'pressureKpa') return c.bar({ bar: format.number(Number(value) / 100) })
    if (field === 'severity') return t.severities[Number(value)] ?? String(value)
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'string') return words[value] ?? value
    const parts = Array.isArray(value) ? value : Object.values(value as object)
    return format.list(parts.map((part) => said(path, part)).filter((part) => part !== t.offline.nothing))
  }
  return { label, said }
}
