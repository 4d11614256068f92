import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { clearShift } from '@/lib/dealership/server/manage-shifts'
import { reserveOfDay } from '@/lib/workshop/server/reserve-of-day'
import { aCall, packageOf, slotsOn } from '../appointments/support'
import { aDealership } from '../../support/given'

const DAY = '2026-11-24'

test('S1-52 X-TEC-02 the report names people, minutes and worth of each grade; a changed worth counts at once', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const before = await reserveOfDay(manager, { day: DAY })
  expect(before.grades.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1440)
  const [first] = before.grades
  await changeSetting(manager, { key: `capacity.${first?.grade}Bp`, text: '50' })
  const half = (first?.minutes ?? 0) / 2
  expect(await reserveOfDay(manager, { day: DAY })).toMatchObject({
    attendanceMinutes: 1440 - half,
    bookableMinutes: (1440 - half) * 0.8,
  })
  expect(await slotsOn(here, DAY)).toMatchObject({ availableMinutes: 1440 - half })
}, 60_000)

test('X-TEC-02 S1-64 work for seniors is offered only while a senior is there', async () => {
  const here = await aDealership()
  const packageId = await packageOf(here, 'C')
  await here.inside((tx) =>
    tx.servicePackage.updateMany({ where: { id: packageId }, data: { minGrade: 'senior' } }),
  )
  const wish = { packageIds: [packageId], wishes: [] as string[] }
  const found = await slotsOn(here, DAY, { packageIds: [packageId], wishes: 0 })
  expect(found.slots.length).toBeGreaterThan(0)
  const seniors = await here.inside((tx) =>
    tx.staff.findMany({ where: { grade: 'senior' }, select: { id: true } }),
  )
  for (const { id } of seniors) await clearShift(here.as('foreman'), { staffId: id, day: DAY })
  expect((await slotsOn(here, DAY, { packageIds: [packageId], wishes: 0 })).slots).toEqual([])
  await expect(
    bookAppointment(here.as('serviceAdviser'), aCall({ ...wish, waiting: 'leaves' })),
  ).rejects.toMatchObject({ code: 'appointment.nobody-skilled' })
}, 60_000)
