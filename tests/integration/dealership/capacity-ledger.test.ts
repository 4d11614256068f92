import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { changeCalendarDay } from '@/lib/dealership/server/change-hours'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { changeStaff } from '@/lib/dealership/server/change-staff'
import { disableStaff, enableStaff } from '@/lib/dealership/server/disable-staff'
import { saveBay } from '@/lib/dealership/server/manage-bays'
import { clearShift, giveShifts } from '@/lib/dealership/server/manage-shifts'
import { aCall, slotsOn } from '../appointments/support'
import { aDealership, type GivenDealership } from '../../support/given'

const DAY = '2026-11-24'
/** The stored ledger of the day beside what the booking page is told. */
const capacityOf = async (here: GivenDealership) => {
  const where = { resource: 'skill:general', day: new Date(DAY) }
  const general = await here.inside((tx) => tx.capacityDay.findFirstOrThrow({ where }))
  const { bookableMinutes, bookedMinutes } = await slotsOn(here, DAY)
  return { ledger: general.bookableMinutes, bookable: bookableMinutes, booked: bookedMinutes }
}
const onDay = (staffIds: string[], over: Record<string, unknown> = {}) => ({
  staffIds,
  weekdays: ['2'],
  from: DAY,
  to: DAY,
  startsAt: '08:30',
  endsAt: '12:30',
  ...over,
})

test('S1-52 S1-69 booked capacity follows attendance, leave, skills, people and the booking rate at once', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const admin = here.as('administrator')
  await bookAppointment(here.as('serviceAdviser'), aCall())
  expect(await capacityOf(here)).toEqual({ ledger: 1152, bookable: 1152, booked: 30 })
  const first = here.staffId('T1')
  await clearShift(foreman, { staffId: first, day: DAY })
  expect(await capacityOf(here)).toEqual({ ledger: 768, bookable: 768, booked: 30 })
  await giveShifts(foreman, onDay([first]))
  expect(await capacityOf(here)).toMatchObject({ ledger: 960, bookable: 960 })
  await giveShifts(foreman, onDay([first], { kind: 'leave', replace: 'on' }))
  expect(await capacityOf(here)).toMatchObject({ ledger: 768, bookable: 768 })
  const third = {
    id: here.staffId('T3'),
    employeeNo: 'T3',
    name: '郑高级',
    nameEn: 'Zheng Gao',
    roles: ['technician'],
    grade: 'senior',
    certifiedUntil: '2030-12-31',
  }
  await changeStaff(admin, { ...third, skills: ['engine'] })
  expect(await capacityOf(here)).toMatchObject({ ledger: 384, bookable: 768 })
  await changeStaff(admin, { ...third, skills: ['general', 'engine'], certifiedUntil: '2026-11-01' })
  expect(await capacityOf(here)).toMatchObject({ ledger: 384, bookable: 384 })
  await disableStaff(admin, { id: here.staffId('T2') })
  expect(await capacityOf(here)).toMatchObject({ ledger: 0, bookable: 0, booked: 30 })
  await enableStaff(admin, { id: here.staffId('T2') })
  await changeSetting(here.as('serviceManager'), { key: 'booking.rateBp', text: '50' })
  expect(await capacityOf(here)).toMatchObject({ ledger: 240, bookable: 240 })
}, 60_000)

test('S1-57 a day that lost its technicians takes no more bookings, and what is booked stays', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const { id } = await bookAppointment(here.as('serviceAdviser'), aCall())
  await giveShifts(foreman, onDay(['T1', 'T2', 'T3'].map(here.staffId), { kind: 'training', replace: 'on' }))
  expect(await slotsOn(here, DAY)).toMatchObject({ state: 'full', slots: [], bookedMinutes: 30 })
  const late = { ...aCall(), startsAt: '2026-11-24T06:00:00Z' }
  await expect(bookAppointment(here.as('serviceAdviser'), late)).rejects.toMatchObject({
    code: 'appointment.nobody-skilled',
  })
  expect(await here.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id } }))).toMatchObject({
    status: 'confirmed',
  })
}, 60_000)

test('S1-69 slots follow the opening hours of a day and the bays in use', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await changeCalendarDay(manager, { day: DAY, isOpen: 'on', opensAt: '14:00', closesAt: '16:00' })
  expect((await slotsOn(here, DAY)).slots.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual([
    '06:00',
    '06:30',
    '07:00',
  ])
  await changeCalendarDay(manager, { day: DAY })
  expect(await slotsOn(here, DAY)).toMatchObject({ state: 'closed', slots: [] })
  await changeCalendarDay(manager, { day: DAY, remove: 'on' })
  const bays = await here.inside((tx) => tx.bay.findMany({ where: { kind: 'general' } }))
  for (const { id, name } of bays) await saveBay(manager, { id, name, kind: 'general', outOfUse: 'on' })
  expect((await slotsOn(here, DAY)).slots).toEqual([])
}, 60_000)

test('a break has a beginning and an end, and an open day has hours', async () => {
  const here = await aDealership()
  const half = onDay([here.staffId('T1')], { breakFrom: '10:00', replace: 'on' })
  await expect(giveShifts(here.as('foreman'), half)).rejects.toThrow('required')
  await here.inside((tx) => tx.openingHours.deleteMany({ where: { weekday: 2 } }))
  const manager = here.as('serviceManager')
  await expect(changeCalendarDay(manager, { day: DAY, isOpen: 'on' })).rejects.toMatchObject({
    code: 'openingHours.hours-wanted',
  })
  await changeCalendarDay(manager, { day: DAY, isOpen: 'on', opensAt: '09:00', closesAt: '12:00' })
})
