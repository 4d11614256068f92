import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { TIMELINE_KINDS } from '@/lib/customers/timeline'
import { customerOne, customerPages } from '@/lib/customers/server/customer-pages'
import { customerList } from '@/lib/customers/server/customer-list'
import { addLabel, customerLabels, labelCustomer, removeLabel } from '@/lib/customers/server/labels'
import { setTier } from '@/lib/customers/server/settle-tiers'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { carFile } from '@/lib/reminders/server/car-file'
import { fileTimeline } from '@/lib/reminders/server/file-timeline'
import { aCustomerWithCar, aDealership } from '../../support/given'

import { statementsOf } from '../../support/statements'
import { aFullFile, wholeTimeline } from '../../support/full-file'

test('X-CRM-01 X-CRM-05 the timeline holds bookings, visits, orders, declined work, messages, calls, complaints, ratings, gifts, readings, consents and changes', async () => {
  const { given, customerId, vehicle } = await aFullFile()
  const rows = await wholeTimeline(given, { customerId })
  expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...TIMELINE_KINDS].sort())
  expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).sort((a, b) => b - a))
  for (const kind of TIMELINE_KINDS)
    expect((await wholeTimeline(given, { customerId, kind })).every((row) => row.kind === kind)).toBe(true)
  const car = await wholeTimeline(given, { vehicleId: vehicle.id })
  expect(car.map(({ kind }) => kind)).toContain('order')
  expect(car.filter(({ kind }) => kind === 'message' || kind === 'consent')).toEqual([])
  const words = JSON.stringify(rows)
  for (const secret of [vehicle.vin ?? '', 'Fen']) expect(words).not.toContain(secret)
})

test('X-CRM-01 a long timeline is read in pages that neither repeat nor leave out, by kind and by car, one statement each', async () => {
  const { given, customerId, vehicle } = await aFullFile()
  const other = await aCustomerWithCar(given)
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    await tx.vehicleParty.create({
      data: { dealershipId, vehicleId: other.vehicle.id, customerId, role: 'payer', since: now },
    })
    await tx.odometerReading.createMany({
      data: Array.from({ length: 70 }, (_, i) => ({
        dealershipId, vehicleId: i % 2 ? vehicle.id : other.vehicle.id, km: i, at: hoursAfter(now, -Math.floor(i / 4)), source: 'import' as const,
      })), // prettier-ignore
    })
  })
  const rows = await wholeTimeline(given, { customerId })
  expect(new Set(rows.map(({ kind, id }) => kind + id)).size).toBe(rows.length)
  const readings = await wholeTimeline(given, { customerId, kind: 'reading' })
  expect(readings).toHaveLength(71)
  expect(
    await wholeTimeline(given, { customerId, kind: 'reading', vehicleId: other.vehicle.id }),
  ).toHaveLength(35)
  expect(await statementsOf(() => fileTimeline(given.as('A1'), { customerId }))).toBe(1)
  expect(await statementsOf(() => carFile(given.as('A1'), { vehicleId: vehicle.id }))).toBeLessThanOrEqual(9)
  const few = await statementsOf(() => customerFile(given.as('A1'), { customerId: other.customer.id }))
  expect(await statementsOf(() => customerFile(given.as('A1'), { customerId }))).toBeLessThanOrEqual(24)
  expect(few).toBeLessThanOrEqual(24)
})

test('X-CRM-20 labels are listed by the manager, put on and taken off with who and when, filter the list, and no partner is told them', async () => {
  const given = await aDealership()
  const [one, two] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const [name, by] = ['新能源车主', given.as('A1')]
  await addLabel(given.as('M1'), { name })
  await expect(addLabel(given.as('R1'), { name })).rejects.toMatchObject({ code: 'common.already-exists' })
  const put = (customerId: string, on: boolean, label = name) => labelCustomer(by, { customerId, label, on })
  await put(one.customer.id, true)
  await put(one.customer.id, true)
  await expect(put(two.customer.id, true, '没有的标签')).rejects.toMatchObject({ code: 'common.not-found' })
  const found = async (filter: object) => (await customerList(by, filter)).map(({ id }) => id)
  expect(await found({ label: name })).toEqual([one.customer.id])
  await setTier(given.as('M1'), { customerId: two.customer.id, tier: 'vip' })
  expect(await found({ tier: 'vip' })).toEqual([two.customer.id])
  expect(await found({ tier: 'vip', label: name })).toEqual([])
  expect(await customerLabels(by, {})).toEqual([{ name, listed: true, count: 1 }])
  const partner = {
    kind: 'integration', id: one.customer.id, dealershipId: given.dealershipId, name: '', locale: 'zh-CN', scopes: ['customers:read'],
  } as const // prettier-ignore
  const told = [
    await customerOne({ ...by, actor: partner }, { id: one.customer.id }),
    await customerPages({ ...by, actor: partner }, {}),
  ]
  expect(JSON.stringify(told)).toContain(one.customer.phone)
  expect(JSON.stringify(told)).not.toContain(name)
  await expect(removeLabel(given.as('M1'), { name })).rejects.toMatchObject({
    code: 'customer.label-in-use',
    facts: { count: 1 },
  })
  await put(one.customer.id, false)
  const changes = await wholeTimeline(given, { customerId: one.customer.id, kind: 'change' })
  expect(changes[0]).toMatchObject({ facts: { facts: { label: name, on: false }, by: expect.any(String) } })
  await removeLabel(given.as('M1'), { name })
  await expect(removeLabel(given.as('M1'), { name })).rejects.toMatchObject({ code: 'common.not-found' })
  for (const [door, role] of [
    [addLabel, 'A1'],
    [removeLabel, 'A1'],
    [labelCustomer, 'cashier'],
    [labelCustomer, 'technician'],
  ] as const)
    await expect(door(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
