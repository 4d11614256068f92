import { expect, type Page } from '@playwright/test'
import { booking } from '@/lib/i18n/booking'
import { faults } from '@/lib/i18n/faults'
import { ownCars } from '@/lib/i18n/own-cars'
import { plusDays } from '@/lib/core/time'
import { aMobile } from '../support/given'
import { shots, type Sitting } from './stage'

const PHOTO = {
  name: 'lamp.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
const times = (page: Page) => page.getByRole('radio', { name: /\d\d:\d\d/ })
const rareName = '阿卜杜热依木·𠮷田𬭚子·买买提江'

async function prove(page: Page, { house, lang }: Sitting, phone: string, button: string) {
  const b = booking[lang].confirm
  await page.getByRole('button', { name: b.sendCode }).click()
  await expect(page.getByLabel(b.code)).toBeVisible()
  await page.getByLabel(b.code).fill(await house.codeFor(phone))
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** A plate that nobody has, so that each run books a car of its own. */
const aRest = () => `A${String(Math.floor(Math.random() * 1e5)).padStart(5, '0')}`

shots('book', ['phone', 'desk'], async (sitting) => {
  const { page, house, lang, shoot } = sitting
  const b = booking[lang]
  const next = page.getByRole('button', { name: b.next })
  const phone = aMobile()
  await house.fill()
  await page.goto(`/book/${house.code}`)
  await shoot('1-car')
  await next.click()
  await shoot('1-car-missing', false)
  await page.getByLabel(b.car.rest, { exact: true }).fill(aRest())
  await page.getByLabel(b.car.model).fill('凯美瑞 2.5HQ 旗舰版')
  await shoot('1-car-typed', false)
  await next.click()
  await shoot('2-needs')
  await page.getByRole('button', { name: b.faulty }).click()
  await expect(page.getByText(faults[lang].title)).toBeVisible()
  const chips = page.locator('fieldset label:has(input[type=checkbox].sr-only)')
  for (const at of [0, 9, 15, 20]) await chips.nth(at).click()
  await shoot('2-fault')
  await page.getByRole('checkbox').first().check()
  await next.click()
  await expect(times(page).first()).toBeAttached()
  await shoot('3-time')
  await page.getByText(b.confirm.leaves).click()
  await expect(times(page).first()).toBeAttached()
  await page.locator('[data-stop=time] label').first().click()
  const way = (of: string) => page.locator(`label:has(input[name=way][value=${of}])`)
  await expect(way('pickUp')).toBeVisible()
  await shoot('3-time-leaves')
  await way('pickUp').click()
  await shoot('3-time-pick-up')
  await way('own').click()
  const day = (of: string) => page.locator(`label:has(input[type=radio][value="${of}"])`)
  await day(house.fullDay).click()
  await page.waitForLoadState('networkidle')
  await shoot('3-full-day')
  await page.locator('input[name=waitingList]').check()
  await shoot('3-waiting-list')
  await page.locator('input[name=waitingList]').uncheck()
  await day(plusDays(house.fullDay, 1)).click()
  await page.locator('[data-stop=time] label').last().click()
  await next.click()
  await shoot('4-confirm')
  await page.getByLabel(b.confirm.name).fill(rareName)
  await page.getByLabel(b.confirm.phone).fill(phone)
  await page.getByRole('button', { name: b.confirm.sendCode }).click()
  await expect(page.getByLabel(b.confirm.code)).toBeVisible()
  const code = await house.codeFor(phone)
  await page.getByLabel(b.confirm.code).fill(code === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: b.confirm.book }).click()
  await expect(page.locator('[role=alert]:not([id])').first()).toBeVisible()
  await shoot('4-wrong-code')
  await page.getByLabel(b.confirm.code).fill(code)
  await page.getByRole('button', { name: b.confirm.book }).click()
  await expect(page.getByRole('heading', { name: b.done.title })).toBeVisible()
  await shoot('5-done')
  await page.getByRole('button', { name: b.done.move, exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeAttached()
  await shoot('6-move', false)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: b.done.cancel, exact: true }).click()
  await shoot('6-cancel', false)
})

shots('book-returning', ['phone'], async (sitting) => {
  const { page, house, lang, shoot } = sitting
  const b = booking[lang]
  await page.goto(`/book/${house.code}`)
  await page.getByRole('button', { name: b.returning }).click()
  await page.getByLabel(ownCars[lang].phone).fill(house.known.phone)
  await shoot('1-number')
  await prove(page, sitting, house.known.phone, ownCars[lang].show)
  await expect(page.locator('input[name=ownCar]').first()).toBeVisible()
  await shoot('2-greeted')
  await page.locator('input[name=ownCar]').first().check()
  await shoot('3-chosen')
  await page.getByRole('button', { name: b.next }).click()
  await page.getByRole('button', { name: b.faulty }).click()
  await page.locator('input[type=file]').setInputFiles(PHOTO)
  await expect(page.locator('li img').first()).toBeVisible()
  await shoot('4-photo')
})

shots('book-ask', ['phone'], async ({ page, house, lang, shoot }) => {
  const b = booking[lang].askUs
  await page.goto(`/book/${house.code}/ask`)
  await shoot('empty')
  await page.getByRole('button', { name: b.send }).click()
  await expect(page.locator('[role=alert]:not([id])').first()).toBeVisible()
  await shoot('refused')
})

shots('book-leave-list', ['phone'], async ({ page, house, shoot }) => {
  await page.goto(house.leave)
  await shoot()
})

shots('book-link', ['phone'], async ({ page, house, shoot }) => {
  await page.goto(house.ownLink)
  await page.getByRole('textbox').fill(house.ownTail)
  await page.getByRole('button').last().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/prove'))
  await shoot()
})
