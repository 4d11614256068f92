import { availableMinutes, bookableMinutes } from './capacity'
import { gradeCovers, GRADES, type Grade } from './grade'

/** The ledger counts in steps of half an hour from midnight of the dealership's day. */
export const STEP_MINUTES = 30
const STEP = STEP_MINUTES * 60_000

/**
 * What a car may use up: `work` (technicians' minutes), `skill:<skill>`, `grade:<grade>` (that grade or above), `bay:<kind>`, `quick` (minutes of the quick lane),
 * `inspection`, `adviser:<id>` (reception time).
 */
export type Resource = string

type Span = { startsAt: Date; endsAt: Date }
export type Attendance = Span & {
  staffId: string
  roles: readonly string[]
  technician: boolean
  grade: Grade | null
  skills: readonly string[]
}
export type BayOfDay = { kind: string; downtimes: readonly Span[] }

export type DayToLayOut = {
  /** Midnight to midnight of the dealership's day. */
  start: Date
  end: Date
  /** Opening hours; null when closed. */
  open: { start: Date; end: Date } | null
  attendance: readonly Attendance[]
  bays: readonly BayOfDay[]
  skills: readonly string[]
  /** Technicians are worth this share of their time, and this share of it may be booked (basis points). */
  productivityBp: number
  /** What the time of a grade is worth (basis points). */
  gradeBp: Record<Grade, number>
  rateBp: number
  /** Technicians who stand at the quick lane; their minutes come out of what is not booked. */
  quickTechnicians: number
}

const minutesIn = (spans: readonly Span[], from: number, to: number): number =>
  spans.reduce((sum, { startsAt, endsAt }) => {
    const start = Math.max(startsAt.getTime(), from)
    const end = Math.min(endsAt.getTime(), to)
    return sum + Math.max(0, end - start) / 60_000
  }, 0)

/** Minutes per step of half an hour from midnight on, and how many of them may be booked in the whole day. */
export type Laid = {
  capacity: number[]
  bookableMinutes: number
  /** Kept for work that comes without a booking (S1-55). */
  reserveMinutes: number
}

/**
 * What there is to book on one day: attendance inside opening hours, of which the day may be booked to the productivity times
 * the booking rate, for the workshop and each skill (S1-52, S1-53, S1-69); bays in service by kind; advisers' reception time;
 * inspectors; the quick lane, whose minutes come out of what is kept free (S1-59). A single half hour may be booked as far as
 * there are people and places: the rate is a share of the day, not of each person.
 */
export function layOut(day: DayToLayOut): Map<Resource, Laid> {
  const { open, attendance, bays } = day
  const steps = Math.round((day.end.getTime() - day.start.getTime()) / STEP)
  const perStep = (spans: readonly Span[]) =>
    Array.from({ length: steps }, (_, step) => {
      if (!open) return 0
      const from = Math.max(day.start.getTime() + step * STEP, open.start.getTime())
      const to = Math.min(day.start.getTime() + (step + 1) * STEP, open.end.getTime())
      return to > from ? minutesIn(spans, from, to) : 0
    })
  const technicians = attendance.filter(({ technician }) => technician)
  const rooms = new Map<Resource, Laid>()
  const people = (spans: readonly Attendance[]): Laid => {
    const capacity = perStep(spans).map(Math.floor)
    const available = availableMinutes(worthOf(gradeTerms(day, spans)), day.productivityBp)
    const bookable = bookableMinutes(available, day.rateBp)
    return { capacity, bookableMinutes: bookable, reserveMinutes: available - bookable }
  }
  const whole = (capacity: number[]): Laid => ({
    capacity,
    bookableMinutes: total(capacity),
    reserveMinutes: 0,
  })
  rooms.set('work', people(technicians))
  for (const skill of day.skills) {
    const skilled = technicians.filter(({ skills }) => skills.includes(skill))
    rooms.set(`skill:${skill}`, people(skilled))
  }
  for (const grade of GRADES.slice(1)) {
    const able = technicians.filter((one) => gradeCovers(one.grade, grade))
    rooms.set(`grade:${grade}`, people(able))
  }
  for (const kind of new Set(bays.map((bay) => bay.kind))) {
    const rows = bays.filter((bay) => bay.kind === kind).map((bay) => inService(bay, perStep))
    rooms.set(`bay:${kind}`, whole(sumOf(rows, steps)))
  }
  const quickBays = rooms.get('bay:quick')?.capacity
  if (quickBays) {
    const attended = perStep(technicians)
    const minutes = (bay: number, step: number) =>
      Math.floor(Math.min(bay, day.quickTechnicians * STEP_MINUTES, attended[step] ?? 0))
    rooms.set('quick', whole(quickBays.map(minutes)))
  }
  const inspectors = attendance.filter(({ roles }) => roles.includes('qcInspector'))
  if (inspectors.length) rooms.set('inspection', whole(perStep(inspectors).map(Math.floor)))
  for (const [id, spans] of byAdviser(attendance))
    rooms.set(`adviser:${id}`, whole(perStep(spans).map(Math.floor)))
  return rooms
}

/** People of a grade at work, their minutes inside opening hours, and what these are worth. */
export type GradeTerm = { grade: Grade; people: number; minutes: number; factorBp: number }

/** The attendance of technicians by grade, the first term of the day's formula (S1-52); grades that nobody has are left out. */
export function gradeTerms(
  { open, attendance, gradeBp }: Pick<DayToLayOut, 'open' | 'attendance' | 'gradeBp'>,
  among: readonly Attendance[] = attendance.filter(({ technician }) => technician),
): GradeTerm[] {
  if (!open) return []
  return GRADES.flatMap((grade) => {
    const own = among.filter((one) => (one.grade ?? 'junior') === grade)
    const minutes = Math.floor(minutesIn(own, open.start.getTime(), open.end.getTime()))
    const people = new Set(own.map(({ staffId }) => staffId)).size
    return minutes === 0 ? [] : [{ grade, people, minutes, factorBp: gradeBp[grade] }]
  })
}

/** Minutes that attendance is worth. */
export const worthOf = (terms: readonly GradeTerm[]): number =>
  terms.reduce((sum, { minutes, factorBp }) => sum + Math.floor((minutes * factorBp) / 10_000), 0)

function inService(bay: BayOfDay, perStep: (spans: readonly Span[]) => number[]): number[] {
  const all = perStep([{ startsAt: new Date(0), endsAt: new Date(8.64e15) }])
  const down = perStep(bay.downtimes)
  return all.map((minutes, step) => Math.max(0, Math.floor(minutes - (down[step] ?? 0))))
}

const sumOf = (rows: readonly number[][], steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => rows.reduce((sum, row) => sum + (row[step] ?? 0), 0))

const total = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0)

function byAdviser(attendance: readonly Attendance[]): Map<string, Attendance[]> {
  const found = new Map<string, Attendance[]>()
  for (const one of attendance)
    if (one.roles.some((role) => role === 'serviceAdviser' || role === 'receptionAdviser'))
      found.set(one.staffId, [...(found.get(one.staffId) ?? []), one])
  return found
}
