import type { StaffActor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import { asTenant, database, type Tx } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'
import { STAFF } from './people'
import type { Random } from './random'
import type { Clock } from './simulation'

const GRADES = ['junior', 'middle', 'senior']

/** One dealership of the demo: who works there, who is busy until when, and the clock. */
export class Shop {
  readonly busyUntil = new Map<string, Date>()
  readonly carsServed: string[] = []

  constructor(
    readonly dealershipId: string,
    private readonly staff: Map<string, string>,
    readonly r: Random,
    readonly clock: Clock,
    readonly zone: string,
  ) {}

  /** The staff member with this employee number, acting now. */
  as(no: string): Context & { actor: StaffActor } {
    const person = STAFF.find((one) => one.no === no)
    const id = this.staff.get(no)
    if (!person || !id) throw new Error(`nobody has the number ${no}`)
    const { name, roles, grade = null } = person
    const actor: StaffActor = {
      kind: 'staff',
      id,
      dealershipId: this.dealershipId,
      name,
      roles,
      grade,
      locale: 'zh-CN',
    }
    return { db: database(), now: this.clock.now, actor }
  }

  idOf = (no: string): string => this.staff.get(no) ?? ''
  noOf = (id: string): string => [...this.staff].find(([, staffId]) => staffId === id)?.[0] ?? ''

  asCustomer(id: string, name: string, visitId: string | null, appointmentId: string | null = null): Context {
    const { dealershipId } = this
    return {
      db: database(),
      now: this.clock.now,
      actor: { kind: 'customer', id, dealershipId, name, locale: 'zh-CN', visitId, appointmentId },
    }
  }

  asVisitor(): Context {
    return {
      db: database(),
      now: this.clock.now,
      actor: { kind: 'visitor', id: null, dealershipId: this.dealershipId, name: '', locale: 'zh-CN' },
    }
  }

  inside = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    asTenant(database(), this.dealershipId, work)

  after = (minutes: number): Date => minutesAfter(this.clock.now, minutes)

  /** Technicians whose grade and skill cover a job, the one free earliest first. */
  technicians(minGrade: string, skill: string): string[] {
    return STAFF.filter(
      ({ grade, skills }) =>
        grade &&
        GRADES.indexOf(grade) >= GRADES.indexOf(minGrade) &&
        (skill === 'general' || skills?.includes(skill)),
    )
      .map(({ no }) => no)
      .sort((a, b) => (this.busyUntil.get(a)?.getTime() ?? 0) - (this.busyUntil.get(b)?.getTime() ?? 0))
  }
}

/** Runs a command of the story; a refusal is an answer of the business, not a fault of the story. */
export async function tried<Result>(work: Promise<Result>): Promise<Result | Refusal> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
