import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { arrivalsOf } from '@/lib/appointments/server/arrivals-of'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { REVEAL_REASONS } from '@/lib/customers/reveal'
import { accessLog } from '@/lib/customers/server/access-log'
import { customerList } from '@/lib/customers/server/customer-list'
import { REVEALS_AN_HOUR, revealPhone, revealVin } from '@/lib/customers/server/reveal'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { carFile } from '@/lib/reminders/server/car-file'
import { aCustomerWithCar, aDealership } from '../../support/given'

import { aFullFile, wholeTimeline } from '../../support/full-file'

test(
  'X-SEC-09 telephones and VINs of the file are masked; looking at one is kept with who, what, when and why',
  { timeout: 60_000 },
  async () => {
    const { given, customerId, customer, vehicle } = await aFullFile()
    for (const role of ['A1', 'R1', 'M1', 'cashier', 'greeter']) {
      const by = given.as(role)
      const told = JSON.stringify([
        await customerFile(by, { customerId }),
        await customerList(by, { q: customer.phone.slice(-4) }),
        await carFile(by, { vehicleId: vehicle.id }),
        await wholeTimeline(given, { customerId }, role),
      ])
      expect(told).not.toContain(customer.phone)
      expect(told).not.toContain(vehicle.vin)
      expect(told).toContain(`${customer.phone.slice(0, 3)}****${customer.phone.slice(-4)}`)
    }
    const reason = REVEAL_REASONS[0]
    expect(await revealPhone(given.as('A1'), { customerId, reason })).toEqual({ value: customer.phone })
    expect(await revealVin(given.as('cashier'), { vehicleId: vehicle.id, reason: 'papers' })).toEqual({
      value: vehicle.vin,
    })
    await expect(revealPhone(given.as('A1'), { customerId })).rejects.toMatchObject({ name: 'ZodError' })
    const { entries } = await accessLog(given.as('M1'), {})
    expect(entries).toMatchObject([
      { what: 'vin', reason: 'papers', vehicle: { id: vehicle.id } },
      { what: 'phone', reason, at: given.now, customer: { id: customerId } },
    ])
    expect((await accessLog(given.as('M1'), { customerId })).entries).toHaveLength(1)
    const kept = await given.inside((tx) =>
      tx.event.findMany({ where: { name: { in: ['customer.reveal', 'vehicle.reveal'] } } }),
    )
    expect(kept).toHaveLength(2)
    expect(JSON.stringify(kept)).not.toContain(customer.phone)
    await expect(
      given.inside((tx) => tx.accessEntry.updateMany({ data: { reason: 'call' } })),
    ).rejects.toThrow()
    for (const role of ['technician', 'partsClerk', 'greeter', 'qcInspector', 'foreman']) {
      await expect(revealPhone(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
      await expect(revealVin(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
      await expect(accessLog(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    }
    const there = await aDealership()
    await expect(revealPhone(there.as('A1'), { customerId, reason })).rejects.toMatchObject({
      code: 'common.not-found',
    })
  },
)

test('X-SEC-04 looks are bounded by the hour', { timeout: 60_000 }, async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const look = () => revealPhone(given.as('A1'), { customerId: customer.id, reason: 'call' })
  for (let i = 0; i < REVEALS_AN_HOUR; i++) await look()
  await expect(look()).rejects.toMatchObject({ code: 'auth.too-many-requests' })
  await revealPhone(given.as('R1'), { customerId: customer.id, reason: 'call' })
})

test('X-SEC-09 bookings, arrivals and finders tell telephone and VIN in full to who talks with customers, masked to the rest', async () => {
  const { given, customer, vehicle } = await aFullFile()
  const { id } = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { no: 'B-1' } }))
  const told = async (role: string) => {
    const by = given.as(role)
    const words = JSON.stringify([
      await appointment(by, { id }),
      await arrivalsOf(by, {}),
      await knownCars(by, { q: vehicle.plate }).catch(() => []),
    ])
    return [words.includes(customer.phone), words.includes(vehicle.vin ?? '')]
  }
  expect(await Promise.all(['A1', 'R1', 'M1'].map(told))).toEqual([1, 2, 3].map(() => [true, true]))
  expect(await Promise.all(['foreman', 'partsClerk', 'greeter'].map(told))).toEqual(
    [1, 2, 3].map(() => [false, false]),
  )
})
