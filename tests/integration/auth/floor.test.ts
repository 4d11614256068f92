import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { may } from '@/lib/auth/permissions'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderList } from '@/lib/orders/server/order-list'
import { knownDoors, type Door } from '@/lib/server/doors'
import { aDealership, TODAY } from '../../support/given'
import { aReadyOrder } from '../../support/ready-order'

let doors: readonly Door[]
beforeAll(async () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .map((name) => join('lib', name))
    .filter((name) => /^lib\/[\w-]+\/server\/.*\.ts$/.test(name))
  for (const file of files) await import(/* @vite-ignore */ pathToFileURL(file).href)
  doors = knownDoors().filter(({ kind }) => kind === 'query')
}, 120_000)

/** A billed order whose technician T2 has a job of it in hand again, so that every list of the floor shows something of it. */
async function aBilledOrder() {
  const given = await aDealership()
  const ready = await aReadyOrder(given)
  const { orderId, visitId, vehicle, customer } = ready
  await openHandOver(given.as('A1'), { orderId })
  await drawSettlement(given.as('A1'), { orderId })
  const job = await given.inside((tx) => tx.job.findFirstOrThrow({ where: { orderId } }))
  const bay = await given.inside((tx) => tx.bay.findFirstOrThrow())
  await given.inside(async (tx) => {
    const { dealershipId, now } = given
    const place = { jobId: job.id, technicianId: given.staffId('T2'), bayId: bay.id, createdAt: now }
    const endsAt = new Date(now.getTime() + 1_800_000)
    await tx.inspection.create({ data: { dealershipId, orderId, status: 'passed', createdAt: now } })
    await tx.receptionRecord.create({ data: { dealershipId, visitId } })
    await tx.planEntry.create({ data: { dealershipId, ...place, startsAt: now, endsAt, status: 'done' } })
  })
  return { given, orderId, visitId, jobId: job.id, vehicle, customer }
}

const PRICE = /Fen$|^voucherCode$/

/** The places in an answer that hold a price, the pick-up code, or one of these numbers. */
function leaks(value: unknown, numbers: string[], path = ''): string[] {
  if (typeof value === 'string')
    return numbers.some((number) => value.includes(number)) ? [`${path} telephone or VIN`] : []
  if (value instanceof Date || typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => [
    ...(PRICE.test(key) && entry !== null ? [`${path}.${key}`] : []),
    ...leaks(entry, numbers, `${path}.${key}`),
  ])
}

/** The price lists of the house are no secret of an order; the parts department keeps its own. */
const LISTS = ['catalogue.read', 'part.list']

/** Bytes of a file, the own password, bookings: nothing of this order is in them. */
const UNTOLD = ['file.read', 'account.changePassword', 'appointment.read']

test(
  'R5 X-SEC-09 no query that the floor or the greeter may open holds a telephone, a VIN or a price of an order',
  { timeout: 180_000 },
  async () => {
    const { given, orderId, visitId, jobId, vehicle, customer } = await aBilledOrder()
    const tried: Record<string, unknown>[] = [
    {}, { orderId }, { visitId }, { jobId }, { id: orderId }, { id: visitId }, { id: jobId }, { id: vehicle.id }, { id: customer.id },
    { customerId: customer.id }, { vehicleId: vehicle.id }, { customerId: customer.id, vehicleId: vehicle.id }, { sessionId: orderId },
    { orderIds: [orderId] }, { visitIds: [visitId] }, { vehicleIds: [vehicle.id] }, { text: vehicle.plate }, { text: customer.phone.slice(-4) },
    { plate: vehicle.plate }, { q: '' }, { day: TODAY }, { from: TODAY, to: TODAY },
  ] // prettier-ignore
    const found: string[] = []
    const silent: string[] = []
    for (const role of ['T2', 'Q1', 'P1', 'G1'])
      for (const door of doors.filter(({ permission }) => may(given.as(role).actor, permission))) {
        if (LISTS.includes(door.permission)) continue
        const numbers = [customer.phone, vehicle.vin ?? '']
        const answers = await Promise.allSettled(tried.map((input) => door(given.as(role), input)))
        const told = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
        if (told.length === 0) silent.push(`${role} ${door.permission}`)
        for (const leak of new Set(told.flatMap((answer) => leaks(answer, numbers))))
          found.push(`${role} ${door.permission} ${leak}`)
      }
    expect(found).toEqual([])
    expect(silent.filter((one) => !UNTOLD.some((permission) => one.endsWith(permission)))).toEqual([])
  },
)

test('R5 a technician and an inspector may not open the desk; a foreman sees it without telephones', async () => {
  const { given, orderId, customer } = await aBilledOrder()
  for (const role of ['technician', 'qcInspector', 'partsClerk', 'greeter'])
    await expect(orderDesk(given.as(role), { orderId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  const tail = customer.phone.slice(-6)
  const seen = async (role: string) => ({
    told: JSON.stringify(await orderDesk(given.as(role), { orderId })).includes(customer.phone),
    found: (await orderList(given.as(role), { q: tail })).orders.length,
  })
  expect(await seen('foreman')).toEqual({ told: false, found: 0 })
  expect(await seen('warrantyClerk')).toEqual({ told: false, found: 0 })
  expect(await seen('serviceAdviser')).toEqual({ told: true, found: 1 })
})
