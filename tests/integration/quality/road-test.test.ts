import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { endRoadTest } from '@/lib/quality/server/end-road-test'
import { roadTestQueue } from '@/lib/quality/server/inspection-queue'
import { permitRoadTest } from '@/lib/quality/server/permit-road-test'
import { permittedDrivers } from '@/lib/quality/server/permitted-drivers'
import { queueRoadTest } from '@/lib/quality/server/queue-road-test'
import { startRoadTest } from '@/lib/quality/server/start-road-test'
import { aDealership } from '../../support/given'
import { aFinishedOrder, aReadyOrder } from '../../support/quality'
import { outcomes } from '../../support/workshop'

test('S6-13 S5-39 a road test waits in its queue, is driven by the permitted driver and logged with kilometres and finding', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  const driver = given.as('T3')
  const { id: roadTestId } = await queueRoadTest(given.as('qcInspector'), {
    orderId,
    purpose: '80 km/h 确认抖动',
  })
  await expect(startRoadTest(driver, { roadTestId })).rejects.toMatchObject({
    code: 'roadTest.not-permitted',
  })
  await permitRoadTest(given.as('foreman'), { roadTestId, driverId: given.staffId('T3') })
  await expect(startRoadTest(given.as('T2'), { roadTestId })).rejects.toMatchObject({
    code: 'roadTest.not-permitted',
  })
  await expect(endRoadTest(driver, { roadTestId, distanceKm: 5, finding: 'x' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await startRoadTest(driver, { roadTestId })
  await expect(startRoadTest(driver, { roadTestId })).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(
    permitRoadTest(given.as('foreman'), { roadTestId, driverId: given.staffId('T2') }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(
    endRoadTest(given.as('T2'), { roadTestId, distanceKm: 5, finding: 'x' }),
  ).rejects.toMatchObject({ code: 'roadTest.not-permitted' })
  await endRoadTest(
    { ...driver, now: minutesAfter(given.now, 20) },
    { roadTestId, distanceKm: 12, finding: '抖动消除' },
  )

  const [test] = await roadTestQueue({ ...given.as('foreman'), now: minutesAfter(given.now, 30) }, {})
  expect(test).toMatchObject({
    status: 'done',
    driver: '郑高级',
    permittedBy: '赵主任',
    distanceKm: 12,
    finding: '抖动消除',
    startedAt: given.now,
  })
})

test('S6-13 road tests are driven in the order in which they were asked for', async () => {
  const given = await aDealership()
  const first = await aFinishedOrder(given)
  const second = await aFinishedOrder(given)
  await queueRoadTest(given.as('technician', { now: minutesAfter(given.now, 2) }), {
    orderId: second.orderId,
    purpose: 'b',
  })
  await queueRoadTest(given.as('technician'), { orderId: first.orderId, purpose: 'a' })
  expect((await roadTestQueue(given.as('foreman'), {})).map(({ purpose }) => purpose)).toEqual(['a', 'b'])
})

test('S5-39 only the foreman or the service manager permits, and only people who may drive', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  const { id: roadTestId } = await queueRoadTest(given.as('technician'), { orderId, purpose: 'x' })
  const driverId = given.staffId('T2')
  for (const role of ['technician', 'qcInspector', 'serviceAdviser'] as const)
    await expect(permitRoadTest(given.as(role), { roadTestId, driverId })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(
    permitRoadTest(given.as('foreman'), { roadTestId, driverId: given.staffId('C1') }),
  ).rejects.toMatchObject({ code: 'roadTest.cannot-drive', facts: { who: '褚收银' } })
  await expect(permitRoadTest(given.as('foreman'), { roadTestId, driverId: orderId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(permitRoadTest(given.as('foreman'), { roadTestId: orderId, driverId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const drivers = (await permittedDrivers(given.as('foreman'), {})).map(({ name }) => name)
  expect(drivers).toContain('冯质检')
  expect(drivers).not.toContain('褚收银')
  await expect(permittedDrivers(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S5-39 a driver is on the road with one car at a time', async () => {
  const given = await aDealership()
  const ids: string[] = []
  for (let i = 0; i < 2; i++) {
    const { orderId } = await aFinishedOrder(given)
    const { id } = await queueRoadTest(given.as('technician'), { orderId, purpose: 'x' })
    await permitRoadTest(given.as('serviceManager'), { roadTestId: id, driverId: given.staffId('T3') })
    ids.push(id)
  }
  const { passed, codes } = await outcomes(
    ids.map((roadTestId) => startRoadTest(given.as('T3'), { roadTestId })),
  )
  expect([passed, codes]).toEqual([1, ['roadTest.driver-busy']])
})

test('S6-13 one open road test per car, none for a car that is ready, and not by just anybody', async () => {
  const given = await aDealership()
  const { orderId } = await aFinishedOrder(given)
  await queueRoadTest(given.as('technician'), { orderId, purpose: 'x' })
  await expect(queueRoadTest(given.as('technician'), { orderId, purpose: 'y' })).rejects.toMatchObject({
    code: 'roadTest.already-queued',
  })
  const ready = await aReadyOrder(given)
  await expect(
    queueRoadTest(given.as('technician'), { orderId: ready.orderId, purpose: 'y' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
  for (const role of ['cashier', 'greeter'] as const)
    await expect(queueRoadTest(given.as(role), { orderId, purpose: 'x' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  for (const role of ['cashier', 'foreman', 'serviceAdviser'] as const) {
    await expect(startRoadTest(given.as(role), { roadTestId: orderId })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
    await expect(
      endRoadTest(given.as(role), { roadTestId: orderId, distanceKm: 1, finding: 'x' }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})
