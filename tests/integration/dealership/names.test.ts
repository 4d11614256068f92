import { expect, test } from 'vitest'
import { nameIn } from '@/lib/core/name-in'
import { loungeList } from '@/lib/lounge/server/lounge-list'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { giveShifts } from '@/lib/dealership/server/manage-shifts'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { settingList } from '@/lib/dealership/server/setting-list'
import type { Context } from '@/lib/server/doors'
import { aCustomerWithCar, aDealership, TODAY, type GivenDealership } from '../../support/given'

const inEnglish = (here: GivenDealership, who: string) => {
  const context = here.as(who)
  return { ...context, actor: { ...context.actor, locale: 'en' as const } }
}

test('English readers see the English name where one is kept, and everybody else the Chinese one', () => {
  expect(nameIn({ name: '王顾问', nameEn: 'Wang Gu' }, 'en')).toBe('Wang Gu')
  expect(nameIn({ name: '王顾问', nameEn: 'Wang Gu' }, 'zh-CN')).toBe('王顾问')
  expect(nameIn({ name: '王顾问', nameEn: '' }, 'en')).toBe('王顾问')
  expect(nameIn({ name: '王顾问' }, 'en')).toBe('王顾问')
})

test('lists made by the database name people as the reader reads', async () => {
  const here = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { id } = await here.inside((tx) =>
    tx.visit.create({
      data: {
        dealershipId: here.dealershipId,
        no: 'V1',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: here.staffId('A1'),
        status: 'inspecting',
        arrivedAt: here.now,
        greetedAt: here.now,
      },
    }),
  )
  const names = async (context: Context) => {
    const [guest] = await loungeList(context, {})
    const steps = (await visitRibbons(context, { visitIds: [id] }))[id] ?? []
    return new Set([guest?.adviser, ...steps.flatMap(({ who }) => who ?? [])])
  }
  expect(await names(here.as('serviceManager'))).toEqual(new Set(['王顾问']))
  expect(await names(inEnglish(here, 'serviceManager'))).toEqual(new Set(['Wang Gu']))
})

test('refusals and settings name people as the reader reads', async () => {
  const here = await aDealership()
  const foreman = inEnglish(here, 'foreman')
  const plan = {
    staffIds: [here.staffId('T1')],
    weekdays: ['1', '2', '3', '4', '5', '6', '7'],
    from: TODAY,
    to: TODAY,
  }
  const hours = { startsAt: '09:00', endsAt: '11:00' }
  await expect(giveShifts(foreman, { ...plan, ...hours })).rejects.toMatchObject({
    code: 'shift.overlaps',
    facts: { who: 'Sun Chu' },
  })
  const manager = inEnglish(here, 'serviceManager')
  await changeSetting(manager, { key: 'booking.rateBp', text: '70' })
  const rows = (await settingList(manager, {})).flatMap(({ settings }) => settings)
  expect(rows.find(({ key }) => key === 'booking.rateBp')?.changedBy).toBe('Jiang Jing')
})
