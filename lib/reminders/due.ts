import { daysBetween, plusDays, plusMonths } from '../core/time'

/** One item of the manufacturer's plan; an empty pattern fits every brand or model. */
export type Rule = {
  code: string
  brandPattern: string
  modelPattern: string
  everyKm: number | null
  everyMonths: number | null
  packageId: string | null
}

/** Days are 'YYYY-MM-DD'. */
export type Reading = { day: string; km: number }

export type Car = {
  brand: string
  model: string
  /** Last service of this house; null = none yet. */
  servicedOn: string | null
  servicedKm: number | null
  /** First registration, else purchase, else the day the car was registered with us (S1-16). */
  startedOn: string
  startedKm: number | null
  /** What the adviser told the customer at the last hand-over. */
  advisedOn: string | null
  advisedKm: number | null
  /** Oldest first. */
  readings: readonly Reading[]
}

export type Interval = { km: number; months: number }
export type Usage = { metresPerDay: number; usage: 'readings' | 'interval' }
export type DueClass = 'due' | 'overdue' | 'lost'

export type Due = Usage & {
  baseOn: string
  baseKm: number | null
  dueOn: string
  dueKm: number | null
  reason: 'time' | 'distance'
  estimatedKm: number | null
  remainingKm: number | null
  advised: boolean
  /** Items of the manufacturer's plan that fall to this service, the most frequent first (S1-09). */
  ruleCodes: string[]
  /** The package that fits this service: that of the rarest item due (S1-05). */
  packageId: string | null
}

const YEAR_DAYS = 365
const DAYS_PER_MONTH = 30.4375
const LEAST_DAYS = 14
const MOST_KM_PER_DAY = 1500
const FURTHEST_DAYS = 3650

/** How far a car that follows the interval goes in a day, in metres. */
const usualMetres = ({ km, months }: Interval): number =>
  Math.max(1, Math.round((km * 1000) / (months * DAYS_PER_MONTH)))

/**
 * Metres per day from the readings of the last twelve months (S1-03). Steps back (a new instrument, a slip of the pen) and
 * leaps above 1,500 km a day are left out; a single reading of the year counts from the one before it. With less than 14 days to go by, the interval stands in.
 */
export function usageOf(readings: readonly Reading[], today: string, interval: Interval): Usage {
  const since = plusDays(today, -YEAR_DAYS)
  const ofYear = readings.filter(({ day }) => day >= since)
  const recent = ofYear.length === 1 ? readings.slice(-2) : ofYear
  let km = 0
  let days = 0
  for (const [index, reading] of recent.entries()) {
    const before = recent[index - 1]
    if (!before) continue
    const span = daysBetween(before.day, reading.day)
    const gone = reading.km - before.km
    if (gone < 0 || gone > Math.max(1, span) * MOST_KM_PER_DAY) continue
    km += gone
    days += span
  }
  if (days < LEAST_DAYS || km === 0) return { metresPerDay: usualMetres(interval), usage: 'interval' }
  return { metresPerDay: Math.max(1, Math.round((km * 1000) / days)), usage: 'readings' }
}

/** The rules for a model: of each item the one whose patterns say most, the most frequent item first. */
export function rulesFor<R extends Rule>(rules: readonly R[], brand: string, model: string): R[] {
  const holds = (text: string, pattern: string) => text.toLowerCase().includes(pattern.toLowerCase())
  const best = new Map<string, R>()
  const weight = (rule: R) => rule.modelPattern.length * 100 + rule.brandPattern.length
  for (const rule of rules) {
    if (!holds(brand, rule.brandPattern) || !holds(model, rule.modelPattern)) continue
    const known = best.get(rule.code)
    if (!known || weight(rule) > weight(known)) best.set(rule.code, rule)
  }
  return [...best.values()].sort((a, b) => often(a) - often(b) || (a.code < b.code ? -1 : 1))
}

/** Days between two turns of an item for a car of usual use: orders items by how often they come. */
const often = ({ everyKm, everyMonths }: Rule): number =>
  Math.min(everyKm === null ? Infinity : everyKm / 50, everyMonths === null ? Infinity : everyMonths * 30)

/** Distance and months of the most frequent item; what it does not say, the dealership's setting says. */
export function intervalOf(rules: readonly Rule[], usual: Interval): Interval {
  const basic = rules[0]
  return { km: basic?.everyKm ?? usual.km, months: basic?.everyMonths ?? usual.months }
}

type Service = { fromKm: number | null; toKm: number | null; fromOn: string; toOn: string; startedOn: string }

/** Whether a multiple of the item's distance or months falls to this service; the most frequent item always does. */
function fallsTo(rule: Rule, service: Service, slackKm: number): boolean {
  const { fromKm, toKm, fromOn, toOn, startedOn } = service
  const turns = (at: number, every: number) => Math.floor(at / every)
  if (rule.everyKm !== null && fromKm !== null && toKm !== null)
    if (turns(toKm + slackKm, rule.everyKm) > turns(fromKm + slackKm, rule.everyKm)) return true
  if (rule.everyMonths === null) return false
  const months = (day: string) => (daysBetween(startedOn, day) + LEAST_DAYS) / DAYS_PER_MONTH
  return turns(months(toOn), rule.everyMonths) > turns(months(fromOn), rule.everyMonths)
}

/**
 * When the next service of a car is due: by time or by distance, whichever comes first (C23), with the facts that say why.
 * What the adviser told the customer at the last hand-over stands before the plan; the plan before the usual interval.
 */
export function dueOf(car: Car, allRules: readonly Rule[], usual: Interval, today: string): Due {
  const rules = rulesFor(allRules, car.brand, car.model)
  const interval = intervalOf(rules, usual)
  const use = usageOf(car.readings, today, interval)
  const baseOn = car.servicedOn ?? car.startedOn
  const last = car.readings.at(-1)
  const kmOn = (day: string): number | null =>
    last ? Math.max(0, last.km + Math.round((daysBetween(last.day, day) * use.metresPerDay) / 1000)) : null
  const baseKm = car.servicedOn ? (car.servicedKm ?? kmOn(baseOn)) : (car.startedKm ?? kmOn(baseOn))
  const fresh = car.servicedOn !== null && car.advisedOn !== null && car.advisedOn > baseOn
  const byTime = fresh ? (car.advisedOn as string) : plusMonths(baseOn, interval.months)
  const advisedKm = fresh && car.advisedKm !== null && car.advisedKm > (baseKm ?? 0) ? car.advisedKm : null
  const dueKm = advisedKm ?? (baseKm === null ? null : baseKm + interval.km)
  const estimatedKm = kmOn(today)
  const remainingKm = dueKm === null || estimatedKm === null ? null : dueKm - estimatedKm
  const byDistance = remainingKm === null ? null : dayAfterKm(remainingKm, use.metresPerDay, today)
  const sooner = use.usage === 'readings' && byDistance !== null && byDistance < byTime
  const wanted = sooner ? (byDistance as string) : byTime
  const dueOn = wanted > baseOn ? wanted : plusDays(baseOn, 1)
  const service = { fromKm: baseKm, toKm: dueKm, fromOn: baseOn, toOn: dueOn, startedOn: car.startedOn }
  const items = rules.filter((rule, index) => index === 0 || fallsTo(rule, service, interval.km / 10))
  return {
    ...use,
    baseOn,
    baseKm,
    dueOn,
    dueKm,
    reason: sooner ? 'distance' : 'time',
    estimatedKm,
    remainingKm,
    advised: fresh,
    ruleCodes: items.map(({ code }) => code),
    packageId: items.findLast(({ packageId }) => packageId)?.packageId ?? null,
  }
}

function dayAfterKm(km: number, metresPerDay: number, today: string): string {
  const days = Math.ceil((km * 1000) / metresPerDay)
  return plusDays(today, Math.max(-FURTHEST_DAYS, Math.min(FURTHEST_DAYS, days)))
}

export type Limits = { leadDays: number; remainKm: number; churnCycles: number }

/**
 * The list a car belongs on (S1-10): due from some days or kilometres before the service, overdue after it, lost when more
 * cycles than allowed have gone by since the last one (X-CRM-25); null while nothing is due.
 */
export function classOf(
  due: Pick<Due, 'baseOn' | 'dueOn' | 'remainingKm' | 'usage'>,
  limits: Limits,
  today: string,
): DueClass | null {
  const cycle = Math.max(30, daysBetween(due.baseOn, due.dueOn))
  if (daysBetween(due.baseOn, today) > limits.churnCycles * cycle) return 'lost'
  if (due.dueOn < today) return 'overdue'
  const near = due.usage === 'readings' && due.remainingKm !== null && due.remainingKm <= limits.remainKm
  return near || daysBetween(today, due.dueOn) <= limits.leadDays ? 'due' : null
}
