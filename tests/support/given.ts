import { randomUUID } from 'node:crypto'
import type { Actor, CustomerActor, StaffActor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/roles'
import { pinyinOf } from '@/lib/core/pinyin'
import { vinCheckDigit } from '@/lib/core/vin'
import { asTenant, database, type Tx } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'
import { furnished, PEOPLE } from './furnished'

/** Monday 2026-11-23, 09:00 in Shanghai: "now" of the tests unless they say otherwise. */
export const NOW = new Date('2026-11-23T01:00:00Z')
export const TODAY = '2026-11-23'
export const ZONE = 'Asia/Shanghai'

export const db = database

export type GivenDealership = Awaited<ReturnType<typeof aDealership>>

/** A dealership of its own for one test: staff of the main roles, three technicians, bays, catalogue, shifts for two weeks. */
export async function aDealership({ now = NOW, timeZone = ZONE, today = TODAY } = {}) {
  const { code, groupId, dealershipId, staff } = await furnished({ now, timeZone, today })

  const staffId = (no: string) => staff.get(no) ?? failed(`no staff ${no}`)
  const context = (actor: Actor, over: Partial<Context> = {}): Context => ({
    db: database(),
    now,
    actor,
    ...over,
  })
  /** A context of the staff member with this employee number, or of the first one with this role. */
  const as = (who: Role | (string & {}), over: Partial<Context> = {}): Context & { actor: StaffActor } => {
    const person =
      PEOPLE.find(({ no, roles }) => no === who || roles.includes(who as Role)) ?? failed(`nobody is ${who}`)
    const { name, roles, grade = null } = person
    const actor: StaffActor = {
      kind: 'staff',
      id: staffId(person.no),
      dealershipId,
      name,
      roles,
      grade,
      locale: 'zh-CN',
    }
    return { ...context(actor, over), actor }
  }
  const asCustomer = (
    of: { customerId: string; appointmentId?: string; visitId?: string },
    over: Partial<Context> = {},
  ) => {
    const { customerId: id, appointmentId = null, visitId = null } = of
    const actor: CustomerActor = {
      kind: 'customer',
      id,
      dealershipId,
      name: '客户',
      locale: 'zh-CN',
      appointmentId,
      visitId,
    }
    return { ...context(actor, over), actor }
  }
  const asVisitor = (over: Partial<Context> = {}) =>
    context({ kind: 'visitor', id: null, dealershipId, name: '', locale: 'zh-CN' }, over)
  const asSystem = (over: Partial<Context> = {}) =>
    context({ kind: 'system', id: null, dealershipId, name: 'system', locale: 'zh-CN' }, over)
  /** Reads or arranges rows of this dealership directly. */
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => asTenant(database(), dealershipId, work)
  return { dealershipId, groupId, timeZone, now, staffId, as, asCustomer, asVisitor, asSystem, inside, code }
}

const failed = (why: string): never => {
  throw new Error(why)
}

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'
const pick = (count: number) =>
  Array.from({ length: count }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('')

export const aPlate = () => `沪A${pick(4)}${Math.floor(Math.random() * 10)}`
export const aMobile = () => `13${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
export function aVin(): string {
  const body =
    `LFM${pick(5)}0R0${pick(2)}`.slice(0, 13) + String(Math.floor(Math.random() * 1e4)).padStart(4, '0')
  const vin = body
  return vin.slice(0, 8) + vinCheckDigit(vin) + vin.slice(9)
}

/** A customer with a car, as rows. */
export async function aCustomerWithCar(
  given: GivenDealership,
  over: { name?: string; phone?: string; plate?: string; km?: number } = {},
) {
  const { dealershipId, now } = given
  const name = over.name ?? '张伟'
  return given.inside(async (tx) => {
    const customer = await tx.customer.create({
      data: {
        dealershipId,
        no: `K${randomUUID().slice(0, 8)}`,
        name,
        ...pinyinOf(name),
        phone: over.phone ?? aMobile(),
        createdAt: now,
      },
    })
    const vehicle = await tx.vehicle.create({
      data: {
        dealershipId,
        plate: over.plate ?? aPlate(),
        vin: aVin(),
        brand: '丰田',
        model: '凯美瑞',
        createdAt: now,
      },
    })
    await tx.vehicleParty.create({
      data: { dealershipId, vehicleId: vehicle.id, customerId: customer.id, role: 'owner', since: now },
    })
    if (over.km)
      await tx.odometerReading.create({
        data: {
          dealershipId,
          vehicleId: vehicle.id,
          km: over.km,
          at: new Date(now.getTime() - 90 * 86_400_000),
          source: 'visit',
        },
      })
    return { customer, vehicle }
  })
}
