import pg from 'pg'
import { expect, test } from 'vitest'
import { awaitParts } from '@/lib/appointments/server/await-parts'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { followParts } from '@/lib/appointments/server/follow-parts'
import { markNoShow } from '@/lib/appointments/server/mark-no-show'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { addJob } from '@/lib/orders/server/add-job'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { signOrder } from '@/lib/orders/server/sign-order'
import { orderPart } from '@/lib/parts/server/order-part'
import { reservationsToServe } from '@/lib/parts/server/parts-desk'
import { receiveGoods } from '@/lib/parts/server/receive-goods'
import { stockOf } from '@/lib/parts/server/stock'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { aDealership, type GivenDealership } from '../../support/given'
import { agreeTerms, packageId, SIGNATURE } from '../../support/orders'
import { partId } from '../../support/workshop'
import { aCall, at, today } from './support'

const DESK = 'bookingReceptionist'
const book = async (given: GivenDealership, over = {}) =>
  bookAppointment(given.as(DESK), aCall({ packageIds: [await packageId(given, 'F')], wishes: [], ...over }))
const held = (given: GivenDealership, appointmentId: string) =>
  given.inside((tx) =>
    tx.partReservation.findMany({
      where: { appointmentId },
      orderBy: { id: 'asc' },
      include: { part: true },
    }),
  )
const row = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))
const stock = async (given: GivenDealership, no: string) => {
  const id = await partId(given, no)
  return given.inside(async (tx) => (await stockOf(tx, [id])).get(id)!)
}
const told = (given: GivenDealership, appointmentId: string) =>
  given.inside(async (tx) =>
    (await tx.outboxMessage.findMany({ where: { appointmentId }, orderBy: { id: 'asc' } })).map(
      ({ template }) => template,
    ),
  )
/** Whether the worker has been asked to look at the parts of this booking. */
async function woken(appointmentId: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await client.connect()
  try {
    const sql = `SELECT 1 FROM graphile_worker._private_jobs WHERE key = $1`
    return (await client.query(sql, [`follow-parts:${appointmentId}`])).rowCount === 1
  } finally {
    await client.end()
  }
}
const emptyShelf = async (given: GivenDealership, no: string) => {
  const id = await partId(given, no)
  await given.inside((tx) => tx.stockItem.updateMany({ where: { partId: id }, data: { onHandMilli: 0 } }))
  return id
}
const goods = { brand: '原厂', model: '04465', batchNo: 'L1', supplier: '丰田备件中心' }

test('S1-74 X-PRT-15 a booking sets the parts of its packages aside, and gives them back when it is cancelled or missed', async () => {
  const given = await aDealership()
  const before = await stock(given, 'P0010')
  const kept = await book(given)
  expect(await held(given, kept.id)).toMatchObject([
    { status: 'reserved', quantityMilli: 1000, jobId: null, part: { no: 'P0010' } },
  ])
  const missed = await book(given, { startsAt: at('11:00') })
  expect((await stock(given, 'P0010')).reservedMilli).toBe(before.reservedMilli + 2000)
  await cancelAppointment(given.as(DESK), { appointmentId: kept.id, reason: 'noTime' })
  const later = given.as(DESK, { now: new Date(at('12:00')) })
  await markNoShow(later, { appointmentId: missed.id, reason: 'forgot' })
  expect((await stock(given, 'P0010')).reservedMilli).toBe(before.reservedMilli)
  expect((await held(given, kept.id)).map(({ status }) => status)).toEqual(['released'])
})

test('S1-74 S1-77 a moved booking keeps what was set aside; when the customer drives off, parts and minutes go back', async () => {
  const given = await aDealership()
  const before = await stock(given, 'P0010')
  const first = await book(given, { startsAt: today('11:00') })
  const moved = await rescheduleAppointment(given.as(DESK), {
    appointmentId: first.id,
    startsAt: today('11:30'),
    reason: 'noTime',
  })
  expect(await held(given, first.id)).toEqual([])
  expect(await held(given, moved.id)).toMatchObject([{ status: 'reserved' }])
  const { visitId } = await arriveVisit(given.as('greeter'), { appointmentId: moved.id })
  await leaveWithoutOrder(given.as('A1'), { visitId, reason: '改天再来' })
  expect((await stock(given, 'P0010')).reservedMilli).toBe(before.reservedMilli)
  const { _sum } = await given.inside((tx) => tx.capacityDay.aggregate({ _sum: { bookedMinutes: true } }))
  expect(_sum.bookedMinutes).toBe(0)
})

test('S1-74 what the booking set aside goes over to the signed line; the booking becomes an order', async () => {
  const given = await aDealership()
  const { id } = await book(given, { startsAt: today('11:00') })
  const { visitId } = await arriveVisit(given.as('greeter'), { appointmentId: id })
  await given.inside((tx) => tx.visit.updateMany({ where: { id: visitId }, data: { status: 'atDesk' } }))
  const adviser = given.as('serviceAdviser')
  const { id: orderId } = await openOrder(adviser, { visitId })
  expect((await row(given, id)).status).toBe('converted')
  await addJob(adviser, { orderId, title: '洗车', labourFen: 100 })
  await agreeTerms(given, orderId)
  const { version, hash } = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  await signOrder(adviser, { orderId, version, hash, signatureStrokes: SIGNATURE, signerName: '刘洋' })
  const parts = await held(given, id)
  expect(parts).toMatchObject([{ status: 'reserved' }])
  expect(parts[0]!.jobId).not.toBeNull()
})

test('S1-75 a part that must be ordered makes the date provisional by itself; when all have come it stands, and the customer is told both times', async () => {
  const given = await aDealership()
  const pads = await emptyShelf(given, 'P0010')
  const clerk = given.as('partsClerk')
  const { id } = await book(given, { startsAt: at('10:00', '2026-11-26') })
  const [short] = await held(given, id)
  expect(short).toMatchObject({ status: 'requested' })
  expect((await reservationsToServe(clerk, {})).map(({ document }) => document)).toContain(
    (await row(given, id)).no,
  )
  expect(await followParts(given.asSystem(), { appointmentId: id })).toMatchObject({ moved: false })

  await orderPart(clerk, { reservationId: short!.id, expectedOn: '2026-11-26' })
  expect(await woken(id)).toBe(true)
  expect(await followParts(given.asSystem(), { appointmentId: id })).toEqual({
    status: 'waitingParts',
    moved: true,
  })
  expect(await followParts(given.asSystem(), { appointmentId: id })).toMatchObject({ moved: false })

  await receiveGoods(clerk, { partId: pads, quantity: 4, ...goods })
  expect(await held(given, id)).toMatchObject([{ status: 'arrived' }])
  expect(await followParts(given.asSystem(), { appointmentId: id })).toEqual({
    status: 'confirmed',
    moved: true,
  })
  expect(await told(given, id)).toEqual([
    'appointment-confirmed',
    'appointment-provisional',
    'appointment-confirmed',
  ])
  const tasks = await given.inside((tx) =>
    tx.preparationTask.findMany({ where: { appointmentId: id, doneAt: { not: null } } }),
  )
  expect(tasks.map(({ kind }) => kind)).toEqual(['parts'])
  const events = await given.inside((tx) =>
    tx.event.findMany({ where: { name: 'appointment.followParts', subjectId: id } }),
  )
  expect(events.map(({ facts }) => (facts as { moved: boolean }).moved)).toEqual([false, true, false, true])
})

test('S1-72 S1-75 with people and bay prepared already, the last part makes the booking ready', async () => {
  const given = await aDealership()
  const pads = await emptyShelf(given, 'P0010')
  const { id } = await book(given, { startsAt: at('10:00', '2026-11-26') })
  await awaitParts(given.as('partsClerk'), { appointmentId: id })
  for (const kind of ['people', 'bay'])
    await prepareAppointment(given.as('foreman'), { appointmentId: id, kind, done: true })
  await receiveGoods(given.as('partsClerk'), { partId: pads, quantity: 1, ...goods })
  expect(await followParts(given.asSystem(), { appointmentId: id })).toMatchObject({ status: 'ready' })
})

test('S1-75 one of two parts is not enough, and a booking whose time has come is left alone', async () => {
  const given = await aDealership()
  const [pads, wiper] = [await emptyShelf(given, 'P0010'), await emptyShelf(given, 'P0004')]
  const both = { packageIds: [await packageId(given, 'F'), await packageId(given, 'B')] }
  const { id } = await book(given, both)
  expect((await row(given, id)).status).toBe('waitingParts')
  await receiveGoods(given.as('partsClerk'), { partId: pads, quantity: 1, ...goods })
  expect(await followParts(given.asSystem(), { appointmentId: id })).toMatchObject({ moved: false })
  await receiveGoods(given.as('partsClerk'), { partId: wiper, quantity: 1, ...goods })
  const late = given.asSystem({ now: new Date(at('10:01')) })
  expect(await followParts(late, { appointmentId: id })).toMatchObject({ moved: false })
  expect((await row(given, id)).status).toBe('waitingParts')
})

test('nobody but the system lets a booking follow its parts', async () => {
  const given = await aDealership()
  const { id } = await book(given)
  for (const who of ['partsClerk', 'serviceManager', DESK])
    await expect(followParts(given.as(who), { appointmentId: id })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
})
