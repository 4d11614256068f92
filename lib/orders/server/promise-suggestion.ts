import 'server-only'
import { giveBack } from '@/lib/appointments/rooms'
import { readLedger } from '@/lib/appointments/server/day-capacity'
import { rulesOf, type SlotItem } from '@/lib/appointments/slots'
import { dayOf, fromDateColumn, plusDays } from '@/lib/core/time'
import type { Settings } from '@/lib/dealership/settings'
import type { StockOf } from '@/lib/parts/server/stock'
import type { Tx } from '@/lib/server/db'
import { standardOf, type TimeStandard } from '../promise'
import { promiseFrom, standardUntil, type PromiseSuggestion } from '../promise-way'

export type OrderPromise = PromiseSuggestion & { standard: TimeStandard | null; standardUntil: Date | null }

type Line = {
  minutes: number
  skill: string
  bayKind: string
  minGrade: string
  workClass: string
  package: { quickLane: boolean } | null
  jobParts: readonly {
    partId: string | null
    quantityMilli: number
    part: { leadDays: number | null } | null
  }[]
}
type Asked = {
  dealershipId: string
  appointmentId: string | null
  lines: readonly Line[]
  stock: ReadonlyMap<string, StockOf>
  settings: Settings
  timeZone: string
}

/**
 * When an order can be promised, by the ledger of the workshop that bookings use too: technicians, skill, grade, bay, inspection and
 * wash, what the car's own booking holds given back to it, and the day on which missing parts come (S3-06, S3-19).
 */
export async function promiseSuggestion(tx: Tx, asked: Asked, now: Date): Promise<OrderPromise> {
  const { dealershipId, appointmentId, lines, settings, timeZone } = asked
  const day = dayOf(now, timeZone)
  const items = lines.map(itemOf)
  const days = await readLedger(tx, { dealershipId, day, items }, now)
  const own = appointmentId
    ? await tx.capacityUse.findMany({
        where: { dealershipId, appointmentId },
        select: { day: true, resource: true, minutes: true },
      })
    : []
  giveBack(
    days,
    own.map((use) => ({ ...use, day: fromDateColumn(use.day) })),
  )
  const rules = rulesOf(settings)
  const standard = standardOf(
    lines.map(({ workClass }) => workClass),
    {
      maintenanceMinutes: settings['sla.maintenanceMinutes'],
      minorRepairDays: settings['sla.minorRepairDays'],
    },
  )
  return {
    ...promiseFrom(days, { items, rules, now, partsOn: partsOn(asked, day) }),
    standard,
    standardUntil: standardUntil(days, now, standard),
  }
}

const itemOf = ({ minutes, skill, bayKind, minGrade, package: of }: Line): SlotItem => ({
  minutes,
  skill,
  bayKind,
  minGrade,
  quickLane: of?.quickLane ?? false,
})

/** The day on which the last part that is not free in stock is expected: as ordered, else after its days of delivery. */
function partsOn({ lines, stock, settings }: Asked, today: string): string | null {
  const needs = new Map<string, { milli: number; leadDays: number }>()
  for (const { partId, quantityMilli, part } of lines.flatMap(({ jobParts }) => jobParts)) {
    if (!partId) continue
    const need = needs.get(partId) ?? { milli: 0, leadDays: part?.leadDays ?? settings['parts.leadDays'] }
    needs.set(partId, { ...need, milli: need.milli + quantityMilli })
  }
  const days = [...needs].flatMap(([partId, { milli, leadDays }]) => {
    const held = stock.get(partId)
    if (!held || held.freeMilli >= milli) return []
    return [held.expectedOn && held.expectedOn > today ? held.expectedOn : plusDays(today, leadDays)]
  })
  return days.sort().at(-1) ?? null
}
