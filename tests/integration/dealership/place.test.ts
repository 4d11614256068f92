import { expect, test } from 'vitest'
import { changeCalendarDay, changeOpeningHours } from '@/lib/dealership/server/change-hours'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { hoursAndHolidays } from '@/lib/dealership/server/hours'
import { bayList, saveBay } from '@/lib/dealership/server/manage-bays'
import { clearShift, giveShifts, shiftList } from '@/lib/dealership/server/manage-shifts'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { timeOf, toDateColumn } from '@/lib/core/time'
import { openDays } from '@/lib/dealership/server/open-days'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { aDealership, TODAY } from '../../support/given'
import { aSignedOrder } from '../../support/workshop'

const forbidden = { code: 'auth.forbidden' }

test('opening hours of a weekday are changed, or the day is closed', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await changeOpeningHours(manager, { weekday: '1', isOpen: 'on', opensAt: '09:00', closesAt: '20:00' })
  await changeOpeningHours(manager, { weekday: '7' })
  const { weekdays } = await hoursAndHolidays(manager, {})
  expect(weekdays[0]).toEqual({ weekday: 1, opensAt: '09:00', closesAt: '20:00' })
  expect(weekdays[6]).toEqual({ weekday: 7, opensAt: null, closesAt: null })
  const backwards = { weekday: 2, isOpen: 'on', opensAt: '20:00', closesAt: '09:00' }
  await expect(changeOpeningHours(manager, backwards)).rejects.toMatchObject({
    code: 'openingHours.closes-before-opening',
  })
  await expect(changeOpeningHours(here.as('serviceAdviser'), { weekday: 1 })).rejects.toMatchObject(forbidden)
})

test('S1-92 a house that is staffed on Sunday evening offers those times to customers', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const SUNDAY = '2026-11-29'
  const offered = async () => {
    const { days } = await openSlots(here.asVisitor(), {
      wishes: 1,
      from: SUNDAY,
      days: 1,
      waiting: 'leaves',
    })
    return days.flatMap(({ slots }) =>
      slots.map(({ startsAt }) => timeOf(new Date(startsAt), 'Asia/Shanghai')),
    )
  }
  expect((await offered()).filter((time) => time >= '18:00')).toEqual([])
  await changeOpeningHours(manager, { weekday: '7', isOpen: 'on', opensAt: '08:00', closesAt: '21:00' })
  expect((await offered()).filter((time) => time >= '18:00')).toEqual([])
  const evening = { weekdays: '7', from: SUNDAY, to: SUNDAY, startsAt: '17:30', endsAt: '21:00' }
  await giveShifts(manager, {
    ...evening,
    staffIds: ['A1', 'T1', 'T2', 'Q1'].map((no) => here.staffId(no)),
    replace: 'on',
  })
  expect(await offered()).toContain('18:00')
})

test('an exception beats the weekday until it is removed', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const on = () => here.inside((tx) => openDays(tx, here.dealershipId, TODAY, 1))
  await changeCalendarDay(manager, { day: TODAY, reason: '盘点' })
  expect(await on()).toMatchObject([{ opensAt: null, reason: '盘点' }])
  await changeCalendarDay(manager, { day: TODAY, isOpen: 'on', opensAt: '10:00', closesAt: '12:00' })
  expect(await on()).toMatchObject([{ opensAt: '10:00', closesAt: '12:00' }])
  await changeCalendarDay(manager, { day: TODAY, remove: 'on' })
  expect(await on()).toMatchObject([{ opensAt: '08:00' }])
  const by = here.as('serviceAdviser')
  await expect(changeCalendarDay(by, { day: TODAY })).rejects.toMatchObject(forbidden)
})

const inOctober = { now: new Date('2026-09-18T01:00:00Z'), today: '2026-09-18' }

test('a public holiday is closed and a make-up day worked like its weekday, unless the manager decides otherwise', async () => {
  const here = await aDealership(inOctober)
  const manager = here.as('serviceManager')
  const on = async (day: string) => (await here.inside((tx) => openDays(tx, here.dealershipId, day, 1)))[0]
  // 20 September is a Sunday (17:00) worked for Tuesday 6 October (18:00).
  expect(await on('2026-09-20')).toMatchObject({ opensAt: '08:00', closesAt: '18:00', by: 'makeUp' })
  expect(await on('2026-10-01')).toMatchObject({ opensAt: null, reason: '国庆节', reasonEn: 'National Day' })
  await changeCalendarDay(manager, { day: '2026-10-01', isOpen: 'on', reason: '国庆照常' })
  expect(await on('2026-10-01')).toMatchObject({ opensAt: '08:00', reason: '国庆照常', by: 'manager' })
  await changeSetting(manager, { key: 'calendar.holidays', text: 'own' })
  await changeSetting(manager, { key: 'calendar.holidayClosesAt', text: '13:00' })
  await changeSetting(manager, { key: 'calendar.makeUpDays', text: 'usual' })
  expect(await on('2026-10-02')).toMatchObject({ opensAt: '09:00', closesAt: '13:00', by: 'holiday' })
  expect(await on('2026-10-01')).toMatchObject({ closesAt: '18:00', by: 'manager' })
  expect(await on('2026-09-20')).toMatchObject({ closesAt: '17:00', by: 'weekday' })
  await changeSetting(manager, { key: 'calendar.holidays', text: 'usual' })
  expect(await on('2026-10-02')).toMatchObject({ closesAt: '18:00', by: 'weekday' })
  await changeCalendarDay(manager, { day: '2026-10-01', remove: 'on' })
  expect(await on('2026-10-01')).toMatchObject({ by: 'weekday' })
})

test('rules of the calendar that make no sense are refused', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await expect(changeSetting(manager, { key: 'calendar.holidays', text: 'sometimes' })).rejects.toThrow()
  await expect(
    changeSetting(manager, { key: 'calendar.holidayOpensAt', text: '16:30' }),
  ).rejects.toMatchObject({ code: 'setting.out-of-order' })
  await expect(
    changeSetting(here.as('serviceAdviser'), { key: 'calendar.holidays', text: 'usual' }),
  ).rejects.toMatchObject(forbidden)
})

test('the ledger of bookable hours follows the public calendar and each change of its rules', async () => {
  const here = await aDealership(inOctober)
  const manager = here.as('serviceManager')
  const hours = async (day: string) => {
    const row = await here.inside((tx) =>
      tx.bookingDay.findUniqueOrThrow({
        where: { dealershipId_day: { dealershipId: here.dealershipId, day: toDateColumn(day) } },
      }),
    )
    return row.opensAt && row.closesAt && (row.closesAt.getTime() - row.opensAt.getTime()) / 3_600_000
  }
  expect(await hours('2026-10-05')).toBeNull()
  expect(await hours('2026-09-20')).toBe(10)
  expect(await hours('2026-09-27')).toBeNull()
  await changeSetting(manager, { key: 'calendar.holidays', text: 'own' })
  expect(await hours('2026-10-05')).toBe(7)
  await changeSetting(manager, { key: 'calendar.makeUpDays', text: 'usual' })
  expect(await hours('2026-09-20')).toBe(9)
  await changeCalendarDay(manager, { day: '2026-10-05' })
  expect(await hours('2026-10-05')).toBeNull()
})

test('the page of the hours lists what is ahead and says until when holidays are known', async () => {
  const here = await aDealership(inOctober)
  const manager = here.as('serviceManager')
  await changeCalendarDay(manager, { day: '2027-03-01', reason: '盘点' })
  const { days, knownUntil } = await hoursAndHolidays(manager, {})
  expect(knownUntil >= '2026-12-31').toBe(true)
  expect(days[0]).toMatchObject({ day: '2026-09-20', by: 'makeUp', known: { weekday: 2 } })
  expect(days.filter(({ known }) => known?.name === '国庆节')).toHaveLength(9)
  expect(days.find(({ day }) => day === '2027-03-01')).toMatchObject({ by: 'manager', opensAt: null })
})

test('a bay is added, changed and taken out of use, but not while work is planned in it', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const { id } = await saveBay(foreman, { name: '10号工位', nameEn: 'Bay 10', kind: 'general' })
  await expect(saveBay(foreman, { name: '10号工位', kind: 'quick' })).rejects.toMatchObject({
    code: 'bay.name-taken',
  })
  await saveBay(foreman, { id, name: '10号工位', kind: 'quick', outOfUse: 'on' })
  const bays = await bayList(foreman, {})
  expect(bays.find((bay) => bay.id === id)).toMatchObject({ kind: 'quick', disabledAt: here.now })
  await expect(saveBay(here.as('technician'), { name: 'x', kind: 'quick' })).rejects.toMatchObject(forbidden)
  const there = await aDealership()
  await expect(saveBay(there.as('foreman'), { id, name: '11', kind: 'quick' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

const plan = (staffIds: string[], over: Record<string, unknown> = {}) => ({
  staffIds,
  weekdays: ['1', '2', '3', '4', '5'],
  from: '2027-03-01',
  to: '2027-03-14',
  startsAt: '08:30',
  endsAt: '17:30',
  breakFrom: '12:00',
  breakTo: '13:00',
  ...over,
})

test('S1-52 attendance is planned for people and weekdays, seen on the plan, and taken away', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const ids = [here.staffId('T1'), here.staffId('T2')]
  expect(await giveShifts(foreman, plan(ids))).toEqual({ count: 2 * 10 * 2 })
  const { people } = await shiftList(foreman, { from: '2027-03-01' })
  const one = people.find(({ id }) => id === ids[0])
  expect(one?.days[0]).toEqual([
    { kind: 'work', from: '08:30', to: '12:00' },
    { kind: 'work', from: '13:00', to: '17:30' },
  ])
  expect(one?.days[5]).toEqual([])
  expect(await clearShift(foreman, { staffId: ids[0], day: '2027-03-01' })).toEqual({ count: 2 })
  await expect(clearShift(foreman, { staffId: ids[0], day: '2027-03-01' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('attendance that overlaps, ends before it begins or is too long is refused; replacing is said', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const ids = [here.staffId('T1')]
  await giveShifts(foreman, plan(ids))
  await expect(giveShifts(foreman, plan(ids, { startsAt: '11:00' }))).rejects.toMatchObject({
    code: 'shift.overlaps',
    facts: { who: '孙初级', day: '2027-03-01' },
  })
  expect(await giveShifts(foreman, plan(ids, { startsAt: '11:00', replace: 'on' }))).toEqual({ count: 20 })
  await expect(giveShifts(foreman, plan(ids, { endsAt: '08:00' }))).rejects.toMatchObject({
    code: 'shift.ends-before-start',
  })
  await expect(giveShifts(foreman, plan(ids, { to: '2027-09-01' }))).rejects.toMatchObject({
    code: 'shift.too-long',
  })
  const far = (await aDealership()).staffId('T1')
  await expect(giveShifts(foreman, plan([far]))).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(giveShifts(here.as('technician'), plan(ids))).rejects.toMatchObject(forbidden)
})

test('S1-69 a bay in which work is planned stays in use until that work is moved', async () => {
  const here = await aDealership()
  const foreman = here.as('foreman')
  const { jobId } = await aSignedOrder(here)
  const { bayId } = await dispatchJob(foreman, { jobId, technicianId: here.staffId('T2'), time: '10:00' })
  const bay = (await bayList(foreman, {})).find(({ id }) => id === bayId)!
  const close = () =>
    saveBay(foreman, { id: bayId, name: bay.name, nameEn: bay.nameEn, kind: bay.kind, outOfUse: 'on' })
  await expect(close()).rejects.toMatchObject({ code: 'bay.planned', facts: { count: 1 } })
  await here.inside((tx) => tx.planEntry.updateMany({ where: { jobId }, data: { status: 'cancelled' } }))
  await close()
})
