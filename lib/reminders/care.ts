import { plusDays, plusMonths } from '../core/time'
import { FESTIVALS, festivalsOf, type Festival } from '../dealership/holidays'

export const CARE_KINDS = ['firstMonth', 'quarter', 'month', 'festival'] as const
export type CareKind = (typeof CARE_KINDS)[number]

/** How many days before a festival its greeting is listed, and how many days after a delivery the first month is looked at. */
const FESTIVAL_DAYS = 7
export const FIRST_MONTH = { fromDays: 21, toDays: 30, cycle: 'first-month' } as const

/** The name of a quarter's cycle in SQL: 2026-Q4. */
export const QUARTERS = '____-Q_'

type Period = { cycle: string; lastDay: string }
export type CareDay = { quarter: Period; month: Period; festival: Period | null }

const endOf = (month: string, months: number) => plusDays(plusMonths(`${month}-01`, months), -1)

/**
 * The periods of care of a day: its quarter for existing customers (X-CRM-16), its month for VIPs (X-CRM-17), and the festival
 * of the next seven days, if there is one (X-CRM-18). The last day is the one until which the contact makes sense.
 */
export function careOn(today: string): CareDay {
  const [year = '', month = ''] = today.split('-')
  const quarter = Math.ceil(Number(month) / 3)
  const first = String(quarter * 3 - 2).padStart(2, '0')
  const feast = festivalNear(today)
  return {
    quarter: { cycle: `${year}-Q${quarter}`, lastDay: endOf(`${year}-${first}`, 3) },
    month: { cycle: `${year}-${month}`, lastDay: endOf(`${year}-${month}`, 1) },
    festival: feast && { cycle: `${feast.name}-${feast.day.slice(0, 4)}`, lastDay: feast.day },
  }
}

const festivalNear = (today: string) => {
  const until = plusDays(today, FESTIVAL_DAYS)
  const year = Number(today.slice(0, 4))
  const days = [year, year + 1].flatMap(festivalsOf)
  return days.find(({ day }) => day >= today && day <= until) ?? null
}

/** What a care contact is about, by its cycle. */
export function careOf(cycle: string): { kind: CareKind; festival: Festival | null } {
  if (cycle === FIRST_MONTH.cycle) return { kind: 'firstMonth', festival: null }
  const festival = FESTIVALS.find((name) => cycle.startsWith(name))
  if (festival) return { kind: 'festival', festival }
  return { kind: cycle.includes('Q') ? 'quarter' : 'month', festival: null }
}
