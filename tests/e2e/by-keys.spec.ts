import type { Locator } from '@playwright/test'
import { common } from '@/lib/i18n/common'
import { reception } from '@/lib/i18n/reception'
import { aMobile, aPlate } from '../support/given'
import { hearing } from './journey/moves'
import { expect, test } from './support/stage'

const r = reception['zh-CN']
const { signature } = common['zh-CN']

test('S2-16 S2-42 a car is received by keys alone, and the focus stays at the work when a button goes', async ({
  stage,
}) => {
  test.slow()
  const { here, doors } = stage
  const car = {
    plate: aPlate(),
    name: '张伟',
    phone: aMobile(),
    model: '凯美瑞',
    purpose: '高速时方向盘抖动',
  }
  const { visitId } = await doors.result<{ visitId: string }>(here.as('A1').actor, 'arriveVisit', car)
  const page = await stage.as('A1')
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const press = (what: Locator, key = 'Enter') => what.filter({ visible: true }).first().press(key)
  /** Not lost: somewhere in the work, not at the head of the page. */
  const atWork = () =>
    expect
      .poll(() =>
        page.evaluate(
          () => !!document.activeElement?.closest('main') && document.activeElement.id !== 'content',
        ),
      )
      .toBe(true)

  await page.goto(`/reception/${visitId}`)
  await hearing(page)
  await press(button(r.greeting.greet))
  await expect(button(r.kit.startAll({ count: 4 }))).toBeVisible()
  await atWork()
  await press(button(r.kit.startAll({ count: 4 })))
  await expect(page.getByLabel(r.odometer).filter({ visible: true })).toBeVisible()
  await atWork()

  await page.getByLabel(r.odometer).filter({ visible: true }).pressSequentially('45120')
  await press(page.getByLabel(r.fuelEighths({ eighths: 4 })), 'Space')
  await press(button(r.allInOrder))
  await expect(button(r.allInOrder)).toBeHidden()
  await atWork()
  await press(page.getByLabel(r.valuables.reminded), 'Space')
  await press(page.locator('button').filter({ hasText: r.required.freeWash }))
  await expect(page.locator('#words')).toBeFocused()
  await press(page.locator('input[name=freeWash]'), 'Space')

  await press(page.getByRole('link', { name: r.sign.skip }))
  await expect(page.locator('#signing')).toBeFocused()
  await expect(button(r.sign.open)).toBeEnabled()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await press(dialog.getByRole('button', { name: signature.typeInstead }))
  await page.keyboard.type('张伟')
  await press(dialog.getByRole('button', { name: r.sign.confirm }))
  await expect(button(r.toDesk)).toBeVisible()
  await atWork()
})
