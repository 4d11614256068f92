import { expect, test } from 'vitest'
import { nextServiceText } from '@/lib/i18n/next-service-text'
import { nextService } from '@/lib/reception/server/next-service'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { recordDocument } from '@/lib/reception/server/record-document'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { toDateColumn } from '@/lib/core/time'
import { aDealership, TODAY } from '../../support/given'
import { packageId } from '../../support/orders'
import { aWalkAround } from './given-visit'

test('S2-46 day, kilometres, work, cost and time of the next service are at hand at the car and kept as they were told', async () => {
  const here = await aDealership()
  const { visitId, adviser, vehicle } = await aWalkAround(here)
  expect(await nextService(adviser, { visitId })).toBeNull()
  await expect(nextService(here.as('technician'), { visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  const { dealershipId } = here
  await here.inside((tx) =>
    tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: vehicle.id } },
      data: { nextServiceOn: toDateColumn('2027-05-20'), nextServiceKm: 40_000 },
    }),
  )
  expect(await nextService(adviser, { visitId })).toEqual({ on: '2027-05-20', km: 40_000 })
  const id = await packageId(here, 'A')
  await here.inside((tx) =>
    tx.vehicleDue.create({
      data: {
        dealershipId,
        vehicleId: vehicle.id,
        baseOn: toDateColumn(TODAY),
        dueOn: toDateColumn('2027-06-01'),
        dueKm: 41_000,
        reason: 'time',
        usage: 'readings',
        metresPerDay: 30_000,
        packageId: id,
        computedOn: toDateColumn(TODAY),
      },
    }),
  )
  const told = await nextService(adviser, { visitId })
  expect(told).toMatchObject({
    on: '2027-06-01',
    km: 41_000,
    priceFen: expect.any(Number),
    minutes: expect.any(Number),
  })
  expect(told?.items?.length).toBeGreaterThan(0)
  expect(nextServiceText(told!, 'en')).toMatch(/2027.*41,000 km.*¥/)

  expect((await receptionVisit(adviser, { visitId })).record.nextService).toBeNull()
  await saveInspection(adviser, { visitId, nextServiceTold: true })
  await here.inside((tx) =>
    tx.packagePrice.updateMany({ where: { packageId: id }, data: { labourFen: { increment: 10_000 } } }),
  )
  await saveInspection(adviser, { visitId, nextServiceTold: true, freeWash: true })
  expect((await receptionVisit(adviser, { visitId })).record.nextService).toEqual(told)
  expect(await here.inside((tx) => recordDocument(tx, dealershipId, visitId))).toMatchObject({
    nextServiceTold: true,
    nextService: told,
  })
  await saveInspection(adviser, { visitId, nextServiceTold: false })
  expect((await receptionVisit(adviser, { visitId })).record.nextService).toBeNull()
})
