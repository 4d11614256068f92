import type { AppointmentStatus } from '../appointments/appointment'
import { isOpen } from '../appointments/appointment'
import { STEPS, type Step } from '../core/step'
import { minutesBetween, secondsBetween } from '../core/time'
import type { RepairOrderStatus } from '../orders/repair-order'
import type { VisitStatus } from '../reception/visit'

export type StepState = 'notYet' | 'now' | 'done' | 'late' | 'skipped'

/** What can be missing in a step; wording in the catalogue `steps`. */
export type MissingDuty =
  | 'confirmation' | 'arrival' | 'greeting' | 'greetingLate' | 'kit' | 'walkAround' | 'customerSignature' | 'order' | 'estimate'
  | 'orderSignature' | 'care' | 'dispatch' | 'approval' | 'rework' | 'inspection' | 'wash' | 'acceptance' | 'handOver'
  | 'payment' | 'release' | 'followUp' // prettier-ignore

export type RibbonStep = {
  code: Step
  state: StepState
  enteredAt: Date | null
  leftAt: Date | null
  /** Minutes spent, up to now while the step runs; null before it begins and for the weeks around a visit. */
  minutes: number | null
  who: string | null
  missing: MissingDuty[]
}

export type RibbonFacts = {
  appointment: { status: AppointmentStatus; startsAt: Date; createdAt: Date; confirmed: boolean } | null
  visit: {
    status: VisitStatus
    arrivedAt: Date
    greetedAt: Date | null
    inspectionStartedAt: Date | null
    recordSignedAt: Date | null
    atDeskAt: Date | null
    leftAt: Date | null
    waits: boolean
    kitFitted: boolean
    adviser: string | null
    careContacts: number
  } | null
  /** The order of the visit that is furthest behind; cancelled ones do not count. */
  order: {
    status: RepairOrderStatus
    authorisedAt: Date | null
    workStartedAt: Date | null
    workDoneAt: Date | null
    qcPassedAt: Date | null
    readyAt: Date | null
    paidAt: Date | null
    deliveredAt: Date | null
    promisedAt: Date | null
    wash: boolean | null
    washedAt: Date | null
    unplannedJobs: number
    openApprovals: number
    technician: string | null
    inspector: string | null
  } | null
  followUps: { open: number; overdue: number; owner: string | null }
}

type Draft = Omit<RibbonStep, 'code' | 'minutes'> & { counted: boolean }

/** The eight steps of one visit as the ribbon shows them at `now`; the greeting limit in seconds comes from the settings. */
export function ribbon(facts: RibbonFacts, now: Date, greetSeconds = 15): RibbonStep[] {
  const drafts: Record<Step, Draft> = {
    CONTACT: contact(facts, now),
    RECEPTION: reception(facts, now, greetSeconds),
    ORDER: order(facts),
    LOUNGE: lounge(facts),
    REPAIR: repair(facts, now),
    QC: quality(facts, now),
    DELIVERY: delivery(facts),
    FOLLOW_UP: followUp(facts),
  }
  return STEPS.map((code) => {
    const { counted, ...draft } = drafts[code]
    const { enteredAt, leftAt } = draft
    const runs = draft.state === 'now' || draft.state === 'late'
    const minutes =
      counted && enteredAt && (leftAt || runs) ? Math.max(0, minutesBetween(enteredAt, leftAt ?? now)) : null
    return { code, ...draft, minutes }
  })
}

const draft = (state: StepState, over: Partial<Draft> = {}): Draft => ({
  state, enteredAt: null, leftAt: null, who: null, missing: [], counted: true, ...over,
}) // prettier-ignore

const when = <T>(condition: boolean, ...values: T[]): T[] => (condition ? values : [])

function contact({ appointment, visit }: RibbonFacts, now: Date): Draft {
  if (!appointment) return draft(visit ? 'skipped' : 'notYet')
  const booked = { enteredAt: appointment.createdAt, leftAt: visit?.arrivedAt ?? null, counted: false }
  if (visit || !isOpen(appointment.status)) return draft('done', booked)
  const late = appointment.startsAt < now
  return draft(late ? 'late' : 'now', {
    ...booked,
    missing: [
      ...when<MissingDuty>(!appointment.confirmed, 'confirmation'),
      ...when<MissingDuty>(late, 'arrival'),
    ],
  })
}

function reception({ visit }: RibbonFacts, now: Date, greetSeconds: number): Draft {
  if (!visit) return draft('notYet')
  const leftAt = visit.atDeskAt ?? visit.leftAt
  const greetingLate = secondsBetween(visit.arrivedAt, visit.greetedAt ?? now) > greetSeconds
  const base = { enteredAt: visit.arrivedAt, leftAt, who: visit.adviser }
  const breach = when<MissingDuty>(greetingLate, 'greetingLate')
  if (leftAt) return draft('done', { ...base, missing: breach })
  const missing = [
    ...when<MissingDuty>(!visit.greetedAt, 'greeting'),
    ...breach,
    ...when<MissingDuty>(!visit.kitFitted, 'kit'),
    ...when<MissingDuty>(!visit.inspectionStartedAt, 'walkAround'),
    ...when<MissingDuty>(!visit.recordSignedAt, 'customerSignature'),
  ]
  return draft(!visit.greetedAt && greetingLate ? 'late' : 'now', { ...base, missing })
}

function order({ visit, order: o }: RibbonFacts): Draft {
  if (!visit?.atDeskAt || visit.status === 'leftWithoutOrder') return draft('notYet')
  const base = { enteredAt: visit.atDeskAt, leftAt: o?.authorisedAt ?? null, who: visit.adviser }
  if (o?.authorisedAt) return draft('done', base)
  const missing: MissingDuty[] = !o
    ? ['order']
    : o.status === 'draft'
      ? ['estimate', 'orderSignature']
      : ['orderSignature']
  return draft('now', { ...base, missing })
}

function lounge({ visit, order: o }: RibbonFacts): Draft {
  if (!visit || !o?.authorisedAt) return draft('notYet')
  if (!visit.waits) return draft('skipped')
  const base = { enteredAt: o.authorisedAt, leftAt: o.readyAt, who: visit.adviser }
  const missing = when<MissingDuty>(visit.careContacts === 0, 'care')
  return draft(o.readyAt ? 'done' : 'now', { ...base, missing })
}

function repair({ order: o }: RibbonFacts, now: Date): Draft {
  if (!o?.authorisedAt) return draft('notYet')
  const again = o.status === 'rework'
  // An order that was stopped is to be collected without ever having been done.
  const leftAt = again ? null : (o.workDoneAt ?? o.readyAt)
  const base = { enteredAt: o.authorisedAt, leftAt, who: o.technician }
  if (leftAt) return draft('done', base)
  const missing = [
    ...when<MissingDuty>(o.unplannedJobs > 0, 'dispatch'),
    ...when<MissingDuty>(o.openApprovals > 0, 'approval'),
    ...when<MissingDuty>(again, 'rework'),
  ]
  return draft(o.promisedAt && o.promisedAt < now ? 'late' : 'now', { ...base, missing })
}

function quality({ order: o }: RibbonFacts, now: Date): Draft {
  if (!o?.workDoneAt || o.status === 'rework') return draft('notYet')
  const base = { enteredAt: o.workDoneAt, leftAt: o.readyAt, who: o.inspector }
  if (o.readyAt) return draft('done', base)
  const washing = o.wash === true && !o.washedAt
  const missing = o.qcPassedAt
    ? [...when<MissingDuty>(washing, 'wash'), 'acceptance' as const]
    : (['inspection'] satisfies MissingDuty[])
  return draft(o.promisedAt && o.promisedAt < now ? 'late' : 'now', { ...base, missing })
}

function delivery({ visit, order: o }: RibbonFacts): Draft {
  if (!o || (!o.readyAt && o.status !== 'stopped')) return draft('notYet')
  const base = { enteredAt: o.readyAt, leftAt: o.deliveredAt, who: visit?.adviser ?? null }
  if (o.deliveredAt) return draft('done', base)
  const missing: MissingDuty[] =
    o.status === 'ready' ? ['handOver', 'payment'] : o.paidAt ? ['release'] : ['payment']
  return draft('now', { ...base, missing })
}

function followUp({ order: o, followUps }: RibbonFacts): Draft {
  if (!o?.deliveredAt) return draft('notYet')
  const base = { enteredAt: o.deliveredAt, counted: false, who: followUps.owner }
  if (followUps.open === 0) return draft('done', base)
  return draft(followUps.overdue > 0 ? 'late' : 'now', { ...base, missing: ['followUp'] })
}

/** The step in which the visit stands: the last one that runs, else the last one done. */
export function currentStep(steps: readonly RibbonStep[]): Step {
  const order: Step[] = ['FOLLOW_UP', 'DELIVERY', 'QC', 'REPAIR', 'ORDER', 'RECEPTION', 'CONTACT', 'LOUNGE']
  const running = order.find((code) =>
    steps.some((step) => step.code === code && (step.state === 'now' || step.state === 'late')),
  )
  return running ?? steps.findLast(({ state }) => state === 'done')?.code ?? 'CONTACT'
}
