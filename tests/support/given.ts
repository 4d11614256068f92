import { randomUUID } from 'node:crypto'
import type { Actor, CustomerActor, StaffActor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/roles'
import { plusDays } from '@/lib/core/time'
import { pinyinOf } from '@/lib/core/pinyin'
import { vinCheckDigit } from '@/lib/core/vin'
import { layOutDays } from '@/lib/dealership/server/capacity-ledger'
import { asTenant, database, type Tx } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'
import { fillCatalogue, foundDealership, furnish, giveShifts, type Person } from '@/prisma/seed/foundation'

/** Monday 2026-11-23, 09:00 in Shanghai: "now" of the tests unless they say otherwise. */
export const NOW = new Date('2026-11-23T01:00:00Z')
export const TODAY = '2026-11-23'
export const ZONE = 'Asia/Shanghai'

export const db = database

const PEOPLE: Person[] = [
  { no: 'G1', name: '周引导', nameEn: 'Zhou Yin', roles: ['greeter'] },
  { no: 'B1', name: '吴预约', nameEn: 'Wu Yue', roles: ['bookingReceptionist'] },
  { no: 'A1', name: '王顾问', nameEn: 'Wang Gu', roles: ['serviceAdviser'] },
  { no: 'A2', name: '李顾问', nameEn: 'Li Gu', roles: ['serviceAdviser'] },
  { no: 'F1', name: '赵主任', nameEn: 'Zhao Zhu', roles: ['foreman'] },
  {
    no: 'T1',
    name: '孙初级',
    nameEn: 'Sun Chu',
    roles: ['technician'],
    grade: 'junior',
    skills: ['general'],
  },
  {
    no: 'T2',
    name: '钱中级',
    nameEn: 'Qian Zhong',
    roles: ['technician'],
    grade: 'middle',
    skills: ['general', 'chassis', 'engine'],
  },
  {
    no: 'T3',
    name: '郑高级',
    nameEn: 'Zheng Gao',
    roles: ['technician'],
    grade: 'senior',
    skills: ['general', 'engine', 'electrical', 'chassis'],
  },
  { no: 'Q1', name: '冯质检', nameEn: 'Feng Zhi', roles: ['qcInspector'] },
  { no: 'P1', name: '陈配件', nameEn: 'Chen Pei', roles: ['partsClerk'] },
  { no: 'C1', name: '褚收银', nameEn: 'Chu Shou', roles: ['cashier'] },
  { no: 'R1', name: '卫客服', nameEn: 'Wei Ke', roles: ['customerRelations'] },
  { no: 'W1', name: '尤索赔', nameEn: 'You Suo', roles: ['warrantyClerk'] },
  { no: 'M1', name: '蒋经理', nameEn: 'Jiang Jing', roles: ['serviceManager'] },
  { no: 'X1', name: '沈管理', nameEn: 'Shen Guan', roles: ['administrator'] },
]

export type GivenDealership = Awaited<ReturnType<typeof aDealership>>

/** A dealership of its own for one test: staff of the main roles, three technicians, bays, catalogue, shifts for two weeks. */
export async function aDealership({ now = NOW, timeZone = ZONE, today = TODAY } = {}) {
  const code = randomUUID().slice(0, 8)
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Error('OWNER_DATABASE_URL is not set')
  const { groupId, dealershipId } = await foundDealership(owner, {
    group: { name: `集团${code}`, nameEn: `Group ${code}` },
    code,
    name: `测试店${code}`,
    nameEn: `Test ${code}`,
    brand: '一汽丰田',
    brandEn: 'FAW Toyota',
    phone: '02112345678',
    address: '上海市闵行区1号',
    addressEn: '1 Minhang, Shanghai',
    timeZone,
  })
  const staff = await furnish(database(), groupId, dealershipId, PEOPLE)
  await giveShifts(database(), dealershipId, [...staff.values()], today, 14, timeZone, false)
  await fillCatalogue(database(), dealershipId, '2026-01-01', now)
  const laid = { dealershipId, from: today, to: plusDays(today, 31) }
  await asTenant(database(), dealershipId, (tx) => layOutDays(tx, laid))

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
