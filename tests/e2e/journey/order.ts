import type { Page } from '@playwright/test'
import { accessible, expect, signOnGlass } from '../support/stage'
import { deaf, hearing, nowTo, post, refused, says } from './moves'
import { PLATE, type Visit } from './visit'

/** S3-31: at the desk the booking becomes an order without typing again; a warranty line is added, everything agreed. */
export async function opensOrder(visit: Visit): Promise<Page> {
  const { stage } = visit
  const o = visit.words.orders
  const desk = await stage.as('A1', 'desk')
  await desk.goto('/orders')
  await accessible(desk)
  await desk.getByRole('button', { name: o.openFromBooking }).click()
  await desk.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
  visit.orderId = desk.url().split('/').at(-1) ?? ''
  await desk.getByRole('combobox', { name: o.adding.operation }).fill('M007')
  await desk.getByRole('combobox', { name: o.adding.operation }).press('Enter')
  const fluid = await expect
    .poll(() => visit.look((tx) => tx.job.count({ where: { orderId: visit.orderId } })))
    .toBe(2)
    .then(() => visit.job('Change brake fluid'))
  await desk.getByRole('button', { name: o.lines.edit({ title: visit.name(fluid) }) }).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel(o.lines.payer).selectOption('warranty')
  await accessible(desk)
  await sheet.getByLabel(o.lines.payer).press('Enter')
  await sheet.getByRole('button', { name: visit.words.orders.terms.save, exact: true }).click()
  await expect(sheet).toBeHidden()

  await desk.getByRole('button', { name: o.next.fixAndPresent }).click()
  await says(desk, visit.lang, 'order.point-missing')
  expect(await visit.status()).toBe('estimated')
  return desk
}

/** S3-42: terms, the version the customer sees, the signature on the glass; afterwards nothing on the order changes. */
export async function signsOrder(visit: Visit, desk: Page): Promise<void> {
  const { stage, lang } = visit
  const o = visit.words.orders
  const terms = async (page: Page) => {
    await page
      .getByRole('group', { name: o.terms.oldParts })
      .getByText(o.oldParts.leave, { exact: true })
      .click()
    await page.getByRole('group', { name: o.terms.wash }).getByText(o.terms.washYes, { exact: true }).click()
    await page.getByLabel(o.terms.payment).selectOption('wechat')
    await page.getByLabel(o.terms.delivery).check()
  }
  const other = await stage.as('A1', 'desk')
  await deaf(other)
  await other.goto(`/orders/${visit.orderId}`)
  await terms(other)
  await terms(desk)
  await desk.getByRole('button', { name: o.terms.save }).click()
  await expect(desk.getByText(o.terms.saved)).toBeVisible()
  await accessible(desk)
  await desk.getByRole('button', { name: o.next.fixAndPresent }).click()
  await desk.getByRole('link', { name: o.next.sign }).click()
  await accessible(desk)
  const [job] = await visit.look((tx) => tx.job.findMany({ where: { orderId: visit.orderId } }))
  await refused(visit, ['plan.not-approved', 'F1', 'dispatchJob', nowTo(visit, job!.id, 'T3')])
  await signOnGlass(desk)
  await desk.getByRole('button', { name: o.sign.button }).click()
  await expect.poll(visit.status).toBe('queued')
  await post(other, () => other.getByRole('button', { name: o.terms.save }).click())
  await says(other, lang, 'order.not-editable')
  await other.close()
  await desk.close()
}

/** S4-10: the customer proves the link and follows the eight steps. */
export async function followsLink(visit: Visit): Promise<void> {
  visit.link = await visit.linkIn('order-signed')
  visit.customer = await opensLink(visit, visit.link)
  const { customer } = visit
  await expect(customer.getByRole('img', { name: PLATE }).first()).toBeVisible()
  await expect(customer.getByRole('heading', { name: visit.words.progress.now.queued.title })).toBeVisible()
  await accessible(customer)
  await hearing(customer)
}

/** A telephone that opens a link for the first time and shows that it is the customer's. */
export async function opensLink(visit: Visit, link: string, prepare?: (page: Page) => Promise<unknown>) {
  const page = await visit.stage.visitor('phone')
  await prepare?.(page)
  await page.goto(link)
  await accessible(page)
  await page.getByRole('textbox').fill(visit.phone.slice(-4))
  await page.getByRole('button').last().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/prove'))
  return page
}
