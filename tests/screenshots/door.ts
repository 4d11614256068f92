import { expect } from '@playwright/test'
import type { StaffActor } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/roles'
import { dayOf, minutesAfter, toDateColumn } from '@/lib/core/time'
import { KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { asTenant, database, type Tx } from '@/lib/server/db'
import { HANDWRITING } from '../../prisma/seed/plots'
import { Doorman } from '../e2e/support/doorman'

const STATEMENT = '高速行驶到一百码左右方向盘抖动，踩刹车时更明显。'
const PLATES = { unmet: '沪A90001', met: '沪AD90002', ready: '沪A90003', signed: '沪A90004' }
type Door = Record<keyof typeof PLATES, string>

/**
 * Cars at each moment of the reception, and what hangs on them: one nobody has met, one that was met and has no kit yet, one that is
 * ready to be signed, one that is signed; errands, wishes and words for the talk; a rainy day. `name` is who signed.
 */
export async function atTheDoor(dealershipId: string, name: string): Promise<Door> {
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => asTenant(database(), dealershipId, work)
  const there = async () => {
    const visits = await inside((tx) =>
      tx.visit.findMany({
        where: { dealershipId, vehicle: { plate: { in: Object.values(PLATES) } }, status: { not: 'closed' } },
        select: { id: true, vehicle: { select: { plate: true } } },
      }),
    )
    return Object.fromEntries(
      Object.entries(PLATES).map(([key, of]) => [key, visits.find(({ vehicle }) => vehicle.plate === of)?.id]),
    ) as Door
  }
  if (!(await inside((tx) => isFirst(tx, dealershipId)))) {
    const told = () => inside((tx) => tx.visitErrand.count({ where: { dealershipId, text: { in: ERRANDS } } }))
    await expect.poll(told, { timeout: 50_000 }).toBe(ERRANDS.length)
    return there()
  }
  const people = await inside((tx) =>
    tx.staff.findMany({
      where: { dealershipId, account: { loginName: { in: ['adviser', 'adviser2'] } } },
      orderBy: { employeeNo: 'asc' },
      select: { id: true, name: true, roles: true, grade: true },
    }),
  )
  const [adviser, colleague] = people.map(
    ({ roles, ...one }): StaffActor => ({ kind: 'staff', dealershipId, locale: 'zh-CN', roles: roles as Role[], ...one }),
  )
  if (!adviser || !colleague) throw new Error('the demo has two advisers')
  const doors = new Doorman()
  const door = {} as Door
  for (const [index, [key, plate]] of Object.entries(PLATES).entries()) {
    const { visitId } = await doors.result<{ visitId: string }>(adviser, 'arriveVisit', {
      plate, name: key === 'signed' ? name : '林晓燕', phone: `1380013810${index}`, formOfAddress: '女士', purpose: STATEMENT,
      model: key === 'met' ? 'bZ4X' : '凯美瑞',
    }) // prettier-ignore
    door[key as keyof Door] = visitId
    await inside((tx) =>
      tx.visit.update({ where: { dealershipId_id: { dealershipId, id: visitId } }, data: { adviserId: adviser.id } }),
    )
    if (key === 'unmet') continue
    await doors.result(adviser, 'greetVisit', { visitId })
    if (key === 'met') continue
    await doors.result(adviser, 'startInspection', { visitId, kitPieces: [...KIT_PIECES] })
    await doors.result(adviser, 'saveInspection', {
      visitId,
      odometerKm: 48_200,
      fuelEighths: 3,
      items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: 'ok', note: '' })),
      valuablesReminded: true,
      valuables: [{ kind: 'electronics', quantity: 2, note: '行车记录仪' }],
      damageShown: true,
      freeWash: true,
      licenceTaken: true,
    })
    if (key === 'signed')
      await doors.result(adviser, 'signAsShown', { visitId, signerName: name, signatureStrokes: HANDWRITING })
  }
  doors.close()
  await inside((tx) => talk(tx, { dealershipId, door, adviserId: adviser.id, colleagueId: colleague.id }))
  return door
}

/** The weather of a day is there once: of several who dress the house at once, one does. */
async function isFirst(tx: Tx, dealershipId: string): Promise<boolean> {
  const { timeZone } = await tx.dealership.findFirstOrThrow({ where: { id: dealershipId } })
  const day = toDateColumn(dayOf(new Date(), timeZone))
  const data = [{ dealershipId, day, kind: 'rain', at: new Date() }]
  return (await tx.dayWeather.createMany({ data, skipDuplicates: true })).count === 1
}

const ERRANDS = ['给手机充电器（苹果接口）', '带客户的母亲去休息区，她走路不方便，请准备一把轮椅和热水']
const ANSWER = '当时正在给前一位客户解释报价，前台没有其他人，等我出来时客户已经自己走进大厅了。'

type Of = { dealershipId: string; door: Door; adviserId: string; colleagueId: string }

async function talk(tx: Tx, { dealershipId, door, adviserId, colleagueId }: Of) {
  const at = minutesAfter(new Date(), -7)
  const unmet = (visitId: string, more: object = {}) => ({
    dealershipId, visitId, staffId: adviserId, limitSeconds: 30, at, ...more,
  }) // prettier-ignore
  for (const visitId of [door.unmet, door.met])
    await tx.visit.update({ where: { dealershipId_id: { dealershipId, id: visitId } }, data: { arrivedAt: at } })
  await tx.unmetCar.createMany({ data: [unmet(door.unmet), unmet(door.met, { answer: ANSWER, answeredAt: new Date() })] })
  const { senderId: customerId } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: door.ready } },
  })
  await tx.customerNote.createMany({
    data: [
      { dealershipId, customerId, at, topic: 'family', text: '女儿今年高考，六月以前周末都要接送。' },
      { dealershipId, customerId, at, topic: 'seen', text: '后排有两把儿童座椅；爱喝无糖乌龙茶，不喜欢冰的。' },
    ],
  })
  const visitId = door.ready
  await tx.customerPromise.create({
    data: { dealershipId, visitId, madeAt: at, text: '洗车时不要动后排儿童座椅，完工后把座椅位置恢复原样。' },
  })
  await tx.visitErrand.createMany({
    data: ERRANDS.map((text) => ({
      dealershipId, visitId, text, askedById: colleagueId, askedAt: at, forId: adviserId,
    })),
  }) // prettier-ignore
}
