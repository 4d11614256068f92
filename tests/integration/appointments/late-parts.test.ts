import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { followParts } from '@/lib/appointments/server/follow-parts'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { savePart } from '@/lib/catalogue/server/save-part'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { orderPart } from '@/lib/parts/server/order-part'
import { receiveGoods } from '@/lib/parts/server/receive-goods'
import type { Context } from '@/lib/server/doors'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { packageId } from '../../support/orders'
import { partId } from '../../support/workshop'
import { aCall, aProvenPhone, at } from './support'

const PADS = 'P0010'
const goods = { brand: '原厂', model: '04465', batchNo: 'L1', supplier: '丰田备件中心' }

/** Monday 23 November 2026; front brake pads are out of stock, and take two days to come. */
async function withoutPads() {
  const given = await aDealership()
  const pads = await partId(given, PADS)
  await given.inside((tx) => tx.stockItem.updateMany({ where: { partId: pads }, data: { onHandMilli: 0 } }))
  return { given, pads, brakes: [await packageId(given, 'F')] }
}
const days = async (context: Context, wish: Record<string, unknown>) =>
  (await openSlots(context, { days: 7, ...wish })).days
const firstDay = async (context: Context, packageIds: string[], over = {}) =>
  (await days(context, { packageIds, ...over })).find(({ slots }) => slots.length > 0)?.day
const byVisitor = async (given: GivenDealership, packageIds: string[], startsAt: string) => {
  const proven = await aProvenPhone(given)
  return bookAppointment(given.asVisitor(), {
    ...proven,
    name: '客户',
    plate: aPlate(),
    packageIds,
    startsAt,
  })
}
const rowOf = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
const told = (given: GivenDealership, appointmentId: string) =>
  given.inside(async (tx) =>
    (await tx.outboxMessage.findMany({ where: { appointmentId }, orderBy: { id: 'asc' } })).map(
      ({ template }) => template,
    ),
  )

test('S1-67 S1-74 times are offered from the day on which all parts are there, and the day says which part comes when', async () => {
  const { given, brakes } = await withoutPads()
  const found = await days(given.asVisitor(), { packageIds: brakes })
  const [today, tomorrow, arrives] = found
  expect(today).toMatchObject({
    state: 'parts',
    slots: [],
    waitsFor: { nameEn: 'Front brake pad set', day: '2026-11-25' },
  })
  expect(tomorrow).toMatchObject({ day: '2026-11-24', state: 'parts', slots: [] })
  expect(arrives).toMatchObject({ day: '2026-11-25', state: 'open', waitsFor: null })
  expect(await firstDay(given.asVisitor(), [await packageId(given, 'A')])).toBe('2026-11-23')
  expect(await firstDay(given.asVisitor(), [], { wishes: 1 })).toBe('2026-11-23')
})

test('S1-74 what is reserved for others is not there; the supplier’s time of the part, else of the dealership, counts', async () => {
  const { given, pads, brakes } = await withoutPads()
  const clerk = given.as('partsClerk')
  await receiveGoods(clerk, { partId: pads, quantity: 1, ...goods })
  expect(await firstDay(given.asVisitor(), brakes)).toBe('2026-11-23')
  await bookAppointment(given.as('A1'), aCall({ packageIds: brakes, wishes: [] }))
  expect(await firstDay(given.asVisitor(), brakes)).toBe('2026-11-25')
  await changeSetting(given.as('serviceManager'), { key: 'parts.leadDays', text: '1' })
  expect(await firstDay(given.asVisitor(), brakes)).toBe('2026-11-24')
  const { id, no, name, unit } = await given.inside((tx) => tx.part.findFirstOrThrow({ where: { id: pads } }))
  await savePart(clerk, { id, no, name, unit, origin: 'original', leadDays: '4' })
  expect(await firstDay(given.asVisitor(), brakes)).toBe('2026-11-27')
  for (const leadDays of ['-1', '366', '1.5', '十'])
    await expect(savePart(clerk, { id, no, name, unit, origin: 'original', leadDays })).rejects.toThrow()
})

test('S1-75 a customer cannot book before the parts are there; the desk can, and the date is provisional until they come', async () => {
  const { given, pads, brakes } = await withoutPads()
  await expect(byVisitor(given, brakes, at('10:00'))).rejects.toMatchObject({
    code: 'appointment.parts-not-there',
    facts: { day: '2026-11-25' },
  })
  expect(await given.inside((tx) => tx.appointment.count())).toBe(0)
  expect(await given.inside((tx) => tx.partReservation.count())).toBe(0)
  const firm = await byVisitor(given, brakes, at('10:00', '2026-11-25'))
  expect(firm.provisional).toBe(false)
  expect(await rowOf(given, firm.id)).toMatchObject({ status: 'confirmed' })

  const [slot] = (await days(given.as('A1'), { packageIds: brakes, from: '2026-11-24', days: 1 }))[0]!.slots
  expect(slot).toMatchObject({ provisional: true })
  const early = await bookAppointment(given.as('A1'), aCall({ packageIds: brakes, wishes: [] }))
  expect(early.provisional).toBe(true)
  expect(await rowOf(given, early.id)).toMatchObject({ status: 'waitingParts' })
  expect(await told(given, early.id)).toEqual(['appointment-provisional'])
  await receiveGoods(given.as('partsClerk'), { partId: pads, quantity: 2, ...goods })
  expect(await followParts(given.asSystem(), { appointmentId: early.id })).toMatchObject({ moved: true })
  expect(await rowOf(given, early.id)).toMatchObject({ status: 'confirmed' })
  expect(await told(given, early.id)).toEqual(['appointment-provisional', 'appointment-confirmed'])
})

test('S1-75 a booking is moved by the day its ordered part is expected, by the same rule in search and command', async () => {
  const { given, brakes } = await withoutPads()
  const { id } = await byVisitor(given, brakes, at('10:00', '2026-11-25'))
  const { customerId } = await rowOf(given, id)
  const [short] = await given.inside((tx) => tx.partReservation.findMany({ where: { appointmentId: id } }))
  await orderPart(given.as('partsClerk'), { reservationId: short!.id, expectedOn: '2026-11-27' })
  const customer = given.asCustomer({ customerId, appointmentId: id })
  expect(await firstDay(customer, [], { movingId: id })).toBe('2026-11-27')
  const move = (day: string) =>
    rescheduleAppointment(customer, { appointmentId: id, startsAt: at('11:00', day), reason: 'noTime' })
  await expect(move('2026-11-26')).rejects.toMatchObject({ code: 'appointment.parts-not-there' })
  const moved = await move('2026-11-27')
  expect(await rowOf(given, moved.id)).toMatchObject({ status: 'confirmed' })
})

test('ten customers at once for the last part: one has it today, the others are sent to the day on which more come', async () => {
  const { given, pads, brakes } = await withoutPads()
  await receiveGoods(given.as('partsClerk'), { partId: pads, quantity: 1, ...goods })
  const calls = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => ({
      ...(await aProvenPhone(given, aMobile())),
      name: '客户',
      plate: aPlate(),
      packageIds: brakes,
      waiting: 'leaves',
      startsAt: at(['09:00', '09:30', '10:00', '10:30', '11:00'][i % 5]!),
    })),
  )
  const outcomes = await Promise.allSettled(calls.map((call) => bookAppointment(given.asVisitor(), call)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({
        code: expect.stringMatching(/^appointment\.(parts-not-there|slot-taken|day-full)$/),
      })
  const held = await given.inside((tx) => tx.stockItem.findFirstOrThrow({ where: { partId: pads } }))
  expect(held.reservedMilli).toBe(1000)
})
