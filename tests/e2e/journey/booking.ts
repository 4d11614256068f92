import { accessible, expect } from '../support/stage'
import { says } from './moves'
import { NAME, type Visit } from './visit'

/** S1-24: the customer books on a phone, without an account; the number is proven by a code. */
export async function booksOnline(visit: Visit): Promise<void> {
  const { stage, lang, phone } = visit
  const b = visit.words.booking
  const page = await stage.visitor('phone')
  await page.goto(`/book/${visit.here.code}`)
  await accessible(page)
  await page.getByLabel(b.car.rest, { exact: true }).fill('A12345')
  await page.getByLabel(b.car.model).fill('凯美瑞')
  await page.getByRole('button', { name: b.next }).click()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: b.next }).click()
  await page
    .getByRole('radio', { name: /\d\d:\d\d/ })
    .last()
    .check({ force: true })
  await page.getByRole('button', { name: b.next }).click()
  await page.getByLabel(b.confirm.name).fill(NAME)
  await page.getByLabel(b.confirm.phone).fill(phone)
  await page.getByRole('button', { name: b.confirm.sendCode }).click()
  await expect(page.getByLabel(b.confirm.code)).toBeVisible()
  const { facts } = await stage.message('phone-code')
  const { code } = facts as { code: string }
  await page.getByLabel(b.confirm.code).fill(code === '111111' ? '222222' : '111111')
  await page.getByRole('button', { name: b.confirm.book }).click()
  await says(page, lang, 'appointment.wrong-code', { left: 4 })
  await page.getByLabel(b.confirm.code).fill(code)
  await page.getByRole('button', { name: b.confirm.book }).click()
  await expect(page.getByRole('heading', { name: b.done.title })).toBeVisible()
  await accessible(page)
}

/** The customer moves the booking behind the link of the confirmation. */
export async function movesBooking(visit: Visit): Promise<void> {
  const { stage, phone } = visit
  const b = visit.words.booking
  const page = await stage.visitor('phone')
  await page.goto(await visit.linkIn('appointment-confirmed'))
  await page.getByRole('textbox').fill(phone.slice(-4))
  await page.getByRole('button').last().click()
  await page.getByRole('button', { name: b.done.move, exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByRole('radio', { name: /\d\d:\d\d/ })
    .first()
    .check({ force: true })
  await sheet.getByLabel(b.done.reason).selectOption({ index: 1 })
  await accessible(page)
  await sheet.getByRole('button', { name: b.done.moveButton }).click()
  await expect(sheet).toBeHidden()
  await expect
    .poll(() => visit.look((tx) => tx.appointment.count({ where: { status: 'rescheduled' } })))
    .toBe(1)
}
