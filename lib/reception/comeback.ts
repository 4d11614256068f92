import type { Fault } from '../appointments/fault-questions'
import { daysBetween } from '../core/time'
import { COMPLAINT_GROUPS, COMPLAINT_WORDS, type ComplaintGroup } from './complaint-words'

const TAPPED: Partial<Record<Fault['what'][number], ComplaintGroup>> = {
  noise: 'noise',
  vibration: 'suspension',
  warningLamp: 'electrical',
  noStart: 'engine',
  brakes: 'brakes',
  steering: 'steering',
  airConditioning: 'airConditioning',
  smellOrLeak: 'leak',
}

/** Trouble codes by their system: power train with its gearbox (P07, P08), chassis, body and network. */
function groupOfCode(code: string): ComplaintGroup {
  if (/^P0[78]/.test(code)) return 'gearbox'
  if (code.startsWith('P')) return 'engine'
  return code.startsWith('C') ? 'brakes' : 'electrical'
}

type Told = { texts: readonly (string | null | undefined)[]; fault?: Fault | null; codes?: readonly string[] }

/**
 * The groups of complaints that words, tapped answers and trouble codes belong to. A noise that is named with its place belongs to the
 * place alone.
 */
export function complaintGroups({ texts, fault, codes = [] }: Told): ComplaintGroup[] {
  const text = texts.filter(Boolean).join('\n')
  const found = new Set<ComplaintGroup>([
    ...COMPLAINT_GROUPS.filter((group) => COMPLAINT_WORDS[group].test(text)),
    ...(fault?.what ?? []).flatMap((what) => TAPPED[what] ?? []),
    ...codes.map(groupOfCode),
  ])
  if (found.size > 1) found.delete('noise')
  return COMPLAINT_GROUPS.filter((group) => found.has(group))
}

export type EarlierRepair = {
  orderId: string
  no: string
  /** Day on which the car was handed over. */
  on: string
  km: number | null
  groups: readonly ComplaintGroup[]
}
export type ComebackProposal = {
  orderId: string
  no: string
  on: string
  days: number
  /** Driven since, where both readings are known. */
  km: number | null
  groups: ComplaintGroup[]
}
export type ComebackLimits = { days: number; km: number }

/**
 * The newest earlier repair whose complaint group comes again within the days or the kilometres of the settings (whichever is kept; 0
 * turns one off). Null when nothing is told that belongs to a group. A car whose odometer reads less than before is judged by its days.
 */
export function comebackOf(
  now: { on: string; km: number | null; groups: readonly ComplaintGroup[] },
  earlier: readonly EarlierRepair[],
  limits: ComebackLimits,
): ComebackProposal | null {
  const proposals = earlier.flatMap(({ orderId, no, on, km: before, groups }) => {
    const same = now.groups.filter((group) => groups.includes(group))
    const days = daysBetween(on, now.on)
    const driven = now.km === null || before === null || now.km < before ? null : now.km - before
    const isSoon = limits.days > 0 && days <= limits.days
    const isNear = limits.km > 0 && driven !== null && driven <= limits.km
    return same.length && days >= 0 && (isSoon || isNear)
      ? [{ orderId, no, on, days, km: driven, groups: same }]
      : []
  })
  return proposals.sort((a, b) => a.days - b.days || (a.no < b.no ? 1 : -1))[0] ?? null
}
