import { expect, test } from 'vitest'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { aCustomerWithCar, aDealership } from '../../support/given'

async function aVisit() {
  const here = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { dealershipId, now } = here
  const visit = await here.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId,
        no: 'V1',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: here.staffId('A1'),
        arrivedAt: now,
      },
    }),
  )
  return { here, customer, visit }
}

test('the ribbon of a walk-in comes with the name of its adviser', async () => {
  const { here, visit } = await aVisit()
  const ribbons = await visitRibbons(here.as('foreman'), { visitIds: [visit.id] })
  expect(ribbons[visit.id]?.map(({ state }) => state)).toEqual([
    'skipped',
    'now',
    ...Array<string>(6).fill('notYet'),
  ])
  expect(ribbons[visit.id]?.[1]).toMatchObject({
    who: '王顾问',
    enteredAt: here.now,
    missing: expect.arrayContaining(['greeting', 'kit']) as unknown,
  })
})

test('a customer sees the own visit only', async () => {
  const { here, customer, visit } = await aVisit()
  const own = here.asCustomer({ customerId: customer.id, visitId: visit.id })
  expect(Object.keys(await visitRibbons(own, { visitIds: [visit.id] }))).toEqual([visit.id])
  const other = here.asCustomer({ customerId: customer.id, visitId: customer.id })
  await expect(visitRibbons(other, { visitIds: [visit.id] })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('another dealership sees nothing', async () => {
  const { visit } = await aVisit()
  const elsewhere = await aDealership()
  expect(await visitRibbons(elsewhere.as('serviceManager'), { visitIds: [visit.id] })).toEqual({})
})
