import { expect, test } from 'vitest'
import { bookingBoard } from '@/lib/appointments/server/booking-board'
import { blockHours, closeBay, closureList, endClosure } from '@/lib/dealership/server/closures'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { slotsOn } from '../appointments/support'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'
import { aSignedOrder, bayId } from '../../support/workshop'

const DAY = '2026-11-24'
const from9to12 = { from: DAY, fromTime: '09:00', to: DAY, toTime: '12:00' }

const bayMinutes = (here: GivenDealership) =>
  here.inside(async (tx) =>
    (
      await tx.capacityDay.findFirstOrThrow({
        where: { day: new Date(DAY), resource: 'bay:alignment' },
      })
    ).capacity.slice(18, 26),
  )

test('S1-69 a bay that is out takes its minutes out of the ledger and stands on the board, until it is back', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const bay = await bayId(here, 'Alignment')
  const { id } = await closeBay(foreman, { bayId: bay, ...from9to12, reason: '举升机检修' })
  expect(await bayMinutes(here)).toEqual([0, 0, 0, 0, 0, 0, 30, 30])
  const board = await bookingBoard(here.as('serviceManager'), { day: DAY })
  expect(board.closures).toMatchObject([{ note: '举升机检修', kind: null }])
  const { jobId } = await aSignedOrder(here, { jobs: [{ bayKind: 'alignment' }] })
  const place = { jobId, technicianId: here.staffId('T1'), day: DAY }
  await expect(dispatchJob(foreman, { ...place, time: '09:30' })).rejects.toMatchObject({
    code: 'plan.no-free-bay',
  })
  const { bays, downtimes } = await closureList(foreman, {})
  expect(bays.length).toBeGreaterThan(1)
  expect(downtimes).toMatchObject([{ nameEn: 'Alignment', planned: 0, over: false }])
  await endClosure(foreman, { id })
  expect(await bayMinutes(here)).toEqual([30, 30, 30, 30, 30, 30, 30, 30])
  expect((await closureList(foreman, {})).downtimes).toEqual([])
}, 60_000)

test('S1-69 blocked hours take everybody, or the technicians of a skill, out of the day', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  expect(await slotsOn(here, DAY)).toMatchObject({ availableMinutes: 1440 })
  const { id } = await blockHours(manager, { kind: 'meeting', skill: '', ...from9to12, toTime: '10:00' })
  expect(await slotsOn(here, DAY)).toMatchObject({ availableMinutes: 1440 - 180 })
  const { slots } = await slotsOn(here, DAY)
  expect(slots.some(({ startsAt }) => startsAt === '2026-11-24T01:00:00.000Z')).toBe(false)
  const { jobId } = await aSignedOrder(here)
  const place = { jobId, technicianId: here.staffId('T1'), day: DAY, time: '09:30' }
  await expect(dispatchJob(here.as('foreman'), place)).rejects.toMatchObject({ code: 'plan.off-shift' })
  await endClosure(manager, { id })
  expect(await slotsOn(here, DAY)).toMatchObject({ availableMinutes: 1440 })
  await here.inside((tx) =>
    tx.staff.updateMany({ where: { employeeNo: 'T3' }, data: { skills: ['newEnergy'] } }),
  )
  await blockHours(manager, { kind: 'training', skill: 'newEnergy', ...from9to12, note: '高压证' })
  expect(await slotsOn(here, DAY)).toMatchObject({ availableMinutes: 1440 - 180 })
}, 60_000)

test('what is no closure is refused, and advisers may not close', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const bay = await bayId(here, 'Alignment')
  const refused = (over: object, code: string) =>
    expect(closeBay(manager, { bayId: bay, ...from9to12, reason: 'x', ...over })).rejects.toMatchObject({
      code,
    })
  await refused({ toTime: '09:00' }, 'closure.ends-before-start')
  await refused({ from: '2026-11-20', to: '2026-11-20' }, 'closure.over')
  await refused({ to: '2027-06-01' }, 'closure.too-long')
  await refused({ bayId: here.staffId('T1') }, 'common.not-found')
  await expect(endClosure(manager, { id: bay })).rejects.toMatchObject({ code: 'common.not-found' })
  const { id } = await closeBay(manager, {
    bayId: bay,
    from: TODAY,
    fromTime: '08:00',
    to: TODAY,
    toTime: '18:00',
    reason: 'x',
  })
  await endClosure(manager, { id })
  expect((await closureList(manager, {})).downtimes).toMatchObject([{ over: true }])
  await expect(endClosure(manager, { id })).rejects.toMatchObject({ code: 'closure.over' })
  await expect(
    blockHours(here.as('serviceAdviser'), { kind: 'meeting', ...from9to12 }),
  ).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
}, 60_000)
