import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { settingList } from '@/lib/dealership/server/setting-list'
import { settingsOf } from '@/lib/dealership/server/settings'
import { OFFERED, SETTING_GROUPS } from '@/lib/dealership/setting-register'
import { defaultSettings, type SettingKey } from '@/lib/dealership/settings'
import { aDealership } from '../../support/given'

/** Where a key is named without being read. */
const REGISTER = ['setting-register', 'setting-names', 'lib/dealership/settings.ts', 'change-setting.ts']
const keys = Object.keys(defaultSettings) as SettingKey[]

test('S1-54 S1-66 S2-04 S8-04 every setting of the register that something reads stands on the page with its default', async () => {
  const here = await aDealership()
  const rows = (await settingList(here.as('serviceManager'), {})).flatMap(({ settings }) => settings)
  expect(rows.map(({ key }) => key)).toEqual(OFFERED)
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
  await changeSetting(here.as('serviceManager'), { key: 'complaint.compensationLimitFen', text: '88.50' })
  expect(await here.inside(settingsOf)).toMatchObject({
    'booking.rateBp': 7500,
    'complaint.compensationLimitFen': 8850,
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

test('a setting stands on the page exactly when the code reads it', () => {
  const files = ['lib', 'app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.tsx?$/.test(name) && !REGISTER.some((own) => name.includes(own))),
  )
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  expect(keys.filter((key) => code.includes(`'${key}'`)).sort()).toEqual([...OFFERED].sort())
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
