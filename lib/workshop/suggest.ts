import type { Interval } from '../core/time'
import { gradeCovers, GRADES, type Grade } from './grade'
import { nextOnDuty, workingEnd } from './working-time'

export type Waiting = {
  jobId: string
  orderId: string
  minutesLeft: number
  minGrade: Grade
  skill: string
  requestedTechnicianId: string | null
}
export type Hand = {
  id: string
  grade: Grade | null
  skills: readonly string[]
  certified: boolean
  duty: readonly Interval[]
  freeFrom: Date
}
export type Suggestion = { technicianId: string; startsAt: Date; endsAt: Date }

/**
 * For each waiting job, in the order given, the technician who could have it done first (S5-13): certified, of a grade
 * that covers it, free after what is planned. Among equals the one with the skill, then the lowest grade.
 * Jobs that nobody may do get no suggestion. Bays are not looked at.
 */
export function suggest(
  waiting: readonly Waiting[],
  hands: readonly Hand[],
  carFreeFrom: ReadonlyMap<string, Date>,
  now: Date,
): Map<string, Suggestion> {
  const found = new Map<string, Suggestion>()
  const free = new Map(hands.map(({ id, freeFrom }) => [id, freeFrom]))
  const cars = new Map(carFreeFrom)
  for (const job of waiting) {
    const able = hands.filter((hand) => may(hand, job) && hand.duty.some(({ end }) => end > now))
    const wanted = able.filter(({ id }) => id === job.requestedTechnicianId)
    const options = (wanted.length > 0 ? wanted : able).map((hand) => {
      const from = Math.max(+now, +(free.get(hand.id) ?? now), +(cars.get(job.orderId) ?? now))
      const startsAt = nextOnDuty(new Date(from), hand.duty)
      return { hand, startsAt, endsAt: workingEnd(startsAt, job.minutesLeft, hand.duty) }
    })
    const [best] = options.sort(
      (a, b) =>
        +a.endsAt - +b.endsAt || rank(a.hand, job) - rank(b.hand, job) || a.hand.id.localeCompare(b.hand.id),
    )
    if (!best) continue
    found.set(job.jobId, { technicianId: best.hand.id, startsAt: best.startsAt, endsAt: best.endsAt })
    free.set(best.hand.id, best.endsAt)
    cars.set(job.orderId, best.endsAt)
  }
  return found
}

const may = (hand: Hand, job: Waiting) =>
  hand.certified &&
  gradeCovers(hand.grade, job.minGrade) &&
  (job.skill !== 'newEnergy' || hand.skills.includes('newEnergy'))

const rank = ({ grade, skills }: Hand, { skill }: Waiting) =>
  (skill === 'general' || skills.includes(skill) ? 0 : 10) + (grade ? GRADES.indexOf(grade) : 0)
