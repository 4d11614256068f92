import { expect } from '@playwright/test'
import { appointments } from '@/lib/i18n/appointments'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { desk } from '@/lib/i18n/desk'
import { reminders } from '@/lib/i18n/reminders'
import { settings } from '@/lib/i18n/settings'
import { shots } from './stage'

shots('booking-board-move', ['desk', 'tablet', 'phone'], async ({ page, as, shoot }) => {
  await as('booking')
  await page.goto('/appointments/board?view=week')
  await page.locator('li li button').last().click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toBeVisible()
  await shoot('open', false)
  const time = sheet.locator('select[name=time]')
  if (await time.count()) {
    await time.selectOption({ index: 3 })
    await expect(sheet.locator('[aria-busy=false]')).toBeVisible()
    await page.waitForLoadState('networkidle')
    await shoot('consequence', false)
  }
})

shots('booking-board-tomorrow', ['desk', 'tablet', 'phone'], async ({ page, house, as, shoot }) => {
  await as('booking')
  await page.goto(`/appointments/board?day=${house.fullDay}`)
  await shoot()
})

shots('booking-tasks-log', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('booking')
  await page.goto('/appointments/tasks?tab=confirm')
  await page.getByRole('button', { name: bookingBoard[lang].tasks.call }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.locator('input[name=result][value=reschedules]').check({ force: true })
  await expect(sheet.getByRole('radio', { name: /\d\d:\d\d/ }).first()).toBeAttached()
  await shoot('', false)
})

shots('booking-requests-answer', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('booking')
  await page.goto('/appointments/requests')
  await page.getByRole('button', { name: appointments[lang].requests.note }).click()
  await shoot('note', false)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: appointments[lang].requests.answerOf({ name: '' }) }).first().click()
  await shoot('answer', false)
})

shots('booking-desk', ['desk', 'tablet', 'phone'], async ({ page, house, lang, as, shoot }) => {
  const t = desk[lang]
  await as('booking')
  await page.goto('/appointments/new')
  await shoot('1-empty')
  await page.keyboard.type(house.known.plate.slice(-3))
  await expect(page.getByRole('option').first()).toBeVisible()
  await shoot('2-found', false)
  await page.keyboard.press('Enter')
  await page.waitForLoadState('networkidle')
  await shoot('3-caller')
  await page.keyboard.type('A')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('方向盘抖动，踩刹车时更明显')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.locator(':focus')).toHaveAttribute('type', 'radio')
  await shoot('4-times', true)
  await page.getByRole('button', { name: t.read.book, exact: true }).click()
  await expect(page.locator('[role=alert]:not([id])').first()).toBeVisible()
  await shoot('5-refused', true)
})

shots('booking-desk-new', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('booking')
  await page.goto('/appointments/new')
  await page.keyboard.type('沪AD99999')
  await page.getByRole('button', { name: desk[lang].finder.newCaller }).click()
  await page.locator('details summary').first().click()
  await shoot('', true)
})

shots('reminder-plan', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('manager')
  await page.goto('/reminders')
  await page.getByRole('button', { name: reminders[lang].plans.new }).click()
  await shoot('', false)
})

shots('settings-dialogs', ['desk', 'phone'], async ({ page, lang, as, shoot }) => {
  await as('manager')
  await page.goto('/settings/shifts')
  await page.getByRole('button', { name: settings[lang].shiftGive }).click()
  await shoot('shift', false)
  await page.goto('/settings/quiet-times')
  await page.getByRole('button', { name: settings[lang].quietAdd }).click()
  await shoot('quiet-time', false)
})

shots('empty', ['desk', 'phone'], async ({ page, asNew, shoot }) => {
  await asNew('B1')
  for (const [name, path] of [
    ['appointments', '/appointments'],
    ['board', '/appointments/board'],
    ['week', '/appointments/board?view=week'],
    ['tasks', '/appointments/tasks'],
    ['calls', '/appointments/tasks?tab=confirm'],
    ['requests', '/appointments/requests'],
    ['waiting', '/appointments/waiting'],
    ['reminders', '/reminders'],
  ] as const) {
    await page.goto(path)
    await shoot(name)
  }
})
