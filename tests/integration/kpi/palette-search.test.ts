import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { openOrder } from '@/lib/orders/server/open-order'
import { paletteSearch } from '@/lib/kpi/server/palette-search'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aVisitAtDesk } from '../../support/orders'
import { aCall } from '../appointments/support'

const find = (here: GivenDealership, text: string, who = 'serviceAdviser') =>
  paletteSearch(here.as(who), { text })
const kinds = (found: Awaited<ReturnType<typeof find>>) => found.map(({ kind }) => kind)

test('a car is found by the head and by the tail of its plate, however it is typed', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(here, { plate: '沪A8K3F9' })
  for (const typed of ['3F9', 'k3f9', '沪A8', '沪A·8K3F9', 'ａ８ｋ３ｆ９']) {
    const [hit] = await find(here, typed)
    expect(hit, typed).toMatchObject({ id: vehicle.id, kind: 'vehicle', plate: '沪A8K3F9' })
    expect(hit?.href).toBe(`/customers/${customer.id}`)
  }
  expect(await find(here, '8')).toEqual([])
  expect(await find(here, "'; DROP TABLE")).toEqual([])
})

test('a customer is found by name, a piece of it, pinyin, initials and both ends of the telephone', async () => {
  const here = await aDealership()
  const { customer } = await aCustomerWithCar(here, { name: '欧阳建国', phone: '13912345678' })
  for (const typed of ['欧阳', '建国', 'ouyang', 'OYJG', '5678', '1391234', '13912345678'])
    expect(await find(here, typed), typed).toMatchObject([
      { id: customer.id, kind: 'customer', href: `/customers/${customer.id}`, title: '欧阳建国' },
    ])
  expect((await find(here, '5678'))[0]?.detail).toBe('···5678')
})

test('an order and an appointment are found by number, and the car leads to its open order', async () => {
  const here = await aDealership()
  const { visitId, vehicle } = await aVisitAtDesk(here)
  const { id: orderId } = await openOrder(here.as('serviceAdviser'), { visitId })
  const { no } = await here.inside((tx) => tx.repairOrder.findFirstOrThrow())
  expect((await find(here, no))[0]).toMatchObject({ kind: 'order', id: orderId, href: `/orders/${orderId}` })
  expect((await find(here, no.slice(-5)))[0]).toMatchObject({ kind: 'order', title: no })
  expect((await find(here, vehicle.plate))[0]).toMatchObject({ kind: 'vehicle', href: `/orders/${orderId}` })
  const booked = await bookAppointment(here.as('bookingReceptionist'), aCall())
  const number = await here.inside((tx) => tx.appointment.findFirstOrThrow())
  expect((await find(here, number.no.slice(-5)))[0]).toMatchObject({
    kind: 'appointment',
    href: `/appointments/${booked.id}`,
  })
})

test('the rows of another dealership are never found', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  await aCustomerWithCar(there, { name: '欧阳建国', phone: '13912345678', plate: '沪A8K3F9' })
  for (const typed of ['欧阳', 'oyjg', '5678', '3F9']) expect(await find(here, typed)).toEqual([])
})

test('X-SEC-10 a technician finds cars in work, but no customer, no name and no telephone', async () => {
  const here = await aDealership()
  await aCustomerWithCar(here, { name: '欧阳建国', phone: '13912345678', plate: '沪A8K3F9' })
  for (const typed of ['欧阳', 'oyjg', '5678', '3F9'])
    expect(await find(here, typed, 'technician')).toEqual([])
  const { visitId, vehicle } = await aVisitAtDesk(here)
  await openOrder(here.as('serviceAdviser'), { visitId })
  const found = await find(here, vehicle.plate, 'technician')
  expect(kinds(found)).toEqual(['vehicle'])
  expect(JSON.stringify(found)).not.toContain('张伟')
})

test('a visitor may not search', async () => {
  const here = await aDealership()
  await expect(paletteSearch(here.asVisitor(), { text: '沪A' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('among 20,000 customers the search goes by the indexes', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  await here.inside(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "Customer" ("dealershipId", id, no, name, pinyin, initials, phone, labels, "createdAt")
      SELECT ${dealershipId}::uuid, gen_random_uuid(), 'K' || n, '客' || n, 'ke' || chr(97 + n % 26) || chr(97 + n / 26 % 26),
        'k' || chr(97 + n % 26), '138' || lpad((n * 7919 % 100000000)::text, 8, '0'), '{}', now() FROM generate_series(1, 20000) n`
    await tx.$executeRaw`
      INSERT INTO "Vehicle" ("dealershipId", id, plate, "createdAt")
      SELECT ${dealershipId}::uuid, gen_random_uuid(), '沪B' || lpad(n::text, 5, '0'), now() FROM generate_series(1, 20000) n`
  })
  const owner = new (await import('pg')).default.Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  await owner.query('ANALYZE "Customer"; ANALYZE "Vehicle"')
  await owner.end()
  const plans = await here.inside(async (tx) => ({
    vehicle_plate_tail:
      await tx.$queryRaw`EXPLAIN SELECT id FROM "Vehicle" WHERE "plateReversed" ^@ '7654' LIMIT 12`,
    vehicle_plate_prefix:
      await tx.$queryRaw`EXPLAIN SELECT id FROM "Vehicle" WHERE plate ^@ '沪B456' LIMIT 12`,
    customer_phone_tail:
      await tx.$queryRaw`EXPLAIN SELECT id FROM "Customer" WHERE "phoneReversed" ^@ '7654' LIMIT 12`,
    customer_pinyin_prefix:
      await tx.$queryRaw`EXPLAIN SELECT id FROM "Customer" WHERE pinyin ^@ 'kexy' LIMIT 12`,
  }))
  for (const [index, plan] of Object.entries(plans)) expect(JSON.stringify(plan)).toContain(index)
})
