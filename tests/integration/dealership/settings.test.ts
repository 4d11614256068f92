import { expect, test } from 'vitest'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { settingList } from '@/lib/dealership/server/setting-list'
import { settingsOf } from '@/lib/dealership/server/settings'
import { SETTING_GROUPS } from '@/lib/dealership/setting-register'
import { defaultSettings, type SettingKey } from '@/lib/dealership/settings'
import { aDealership } from '../../support/given'

const keys = Object.values(SETTING_GROUPS).flatMap((group) => Object.keys(group))

test('S1-54 S1-66 S2-04 S8-04 every setting of the register stands on the page with its default', async () => {
  const here = await aDealership()
  expect([...keys].sort()).toEqual(Object.keys(defaultSettings).sort())
  const rows = (await settingList(here.as('serviceManager'), {})).flatMap(({ settings }) => settings)
  expect(rows.map(({ key, value }) => [key, value])).toEqual(
    rows.map(({ key }) => [key, defaultSettings[key]]),
  )
  expect(rows.find(({ key }) => key === 'reception.greetSeconds')).toMatchObject({
    value: 15,
    unit: 'seconds',
  })
})

test('a change in the unit people use is in force at once, with who and when, and an event with both values', async () => {
  const here = await aDealership()
  await changeSetting(here.as('serviceManager'), { key: 'booking.rateBp', text: '75' })
  await changeSetting(here.as('serviceManager'), { key: 'complaint.attitudeVoucherFen', text: '88.50' })
  expect(await here.inside(settingsOf)).toMatchObject({
    'booking.rateBp': 7500,
    'complaint.attitudeVoucherFen': 8850,
  })
  const rows = (await settingList(here.as('administrator'), {})).flatMap(({ settings }) => settings)
  expect(rows.find(({ key }) => key === 'booking.rateBp')).toMatchObject({
    value: 7500,
    fallback: 8000,
    changedBy: '蒋经理',
    changedAt: here.now,
  })
  const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'setting.change' } }))
  expect(events.map(({ facts }) => facts)).toContainEqual({
    key: 'booking.rateBp',
    before: '8000',
    after: '7500',
  })
  await changeSetting(here.as('serviceManager'), { key: 'booking.rateBp', reset: 'on' })
  expect(await here.inside(settingsOf)).toMatchObject({ 'booking.rateBp': 8000 })
})

test('a list and a time of day are set as well', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await changeSetting(manager, {
    key: 'reception.kitPieces',
    text: ['seatCover', 'floorMat', 'steeringWheelCover'],
  })
  await changeSetting(manager, { key: 'quiet.from', text: '20:30' })
  expect(await here.inside(settingsOf)).toMatchObject({
    'reception.kitPieces': ['seatCover', 'floorMat', 'steeringWheelCover'],
    'quiet.from': '20:30',
  })
})

const wrong: [SettingKey, string | string[], string][] = [
  ['booking.rateBp', '120', 'too_big'],
  ['booking.rateBp', '-1', 'too_small'],
  ['booking.rateBp', 'much', 'invalid_type'],
  ['booking.slotMinutes', '', 'invalid_type'],
  ['booking.slotMinutes', '12.5', 'invalid_type'],
  ['quiet.from', '25:00', 'time'],
  ['reception.kitPieces', ['hat'], 'invalid'],
]
test.each(wrong)('%s does not take %s', async (key, text, why) => {
  const here = await aDealership()
  const change = changeSetting(here.as('serviceManager'), { key, text })
  await expect(change).rejects.toThrow(why)
  expect(await here.inside((tx) => tx.setting.count())).toBe(0)
})

test('a lower bound above its upper bound is refused', async () => {
  const here = await aDealership()
  const change = changeSetting(here.as('serviceManager'), { key: 'followup.callFromDays', text: '9' })
  await expect(change).rejects.toMatchObject({ code: 'setting.out-of-order' })
})

test('X-PRC-26 an adviser may neither see nor change settings, a director may only see them', async () => {
  const here = await aDealership()
  const change = { key: 'booking.rateBp', text: '75' }
  await expect(changeSetting(here.as('serviceAdviser'), change)).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(settingList(here.as('serviceAdviser'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  const director = here.as('serviceManager')
  director.actor.roles = ['serviceDirector']
  await expect(changeSetting(director, change)).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect(await settingList(director, {})).toHaveLength(Object.keys(SETTING_GROUPS).length)
})
