import type { Page } from '@playwright/test'
import { accessible, expect, signOnGlass } from '../support/stage'
import { deaf, hearing, nowTo, post, refused, says, seenLive } from './moves'
import { opensLink } from './order'
import type { Visit } from './visit'

const WIPERS = 'Replace wiper blades'
const PADS = 'Front brake service'

/** S3-44: the adviser prices what was found, with parts and the four answers, and sends it to the customer's phone. */
export async function pricesRequest(visit: Visit): Promise<void> {
  const t = visit.words.orders
  const r = t.requests
  const desk = await visit.stage.as('A1', 'desk')
  await desk.goto(`/orders/${visit.orderId}`)
  await desk.getByRole('button', { name: r.price, exact: true }).click()
  const sheet = desk.getByRole('dialog')
  await sheet.getByLabel(r.whatIfNot, { exact: true }).fill('雨天视线差，制动距离变长')
  await sheet.getByLabel(r.how, { exact: true }).fill('更换雨刮片和前制动片')
  await sheet.getByRole('combobox', { name: t.adding.operation }).fill('R107')
  await sheet.getByRole('combobox', { name: t.adding.operation }).press('Enter')
  await sheet.getByRole('combobox', { name: t.adding.part }).fill('P0015')
  await expect(sheet.getByRole('option', { name: 'P0015' })).toBeVisible()
  await sheet.getByRole('combobox', { name: t.adding.part }).press('Enter')
  const pads = await visit.look((tx) => tx.servicePackage.findFirstOrThrow({ where: { code: 'F' } }))
  await sheet
    .getByRole('button', { name: visit.lang === 'en' ? pads.nameEn : pads.name, exact: true })
    .click()
  await accessible(desk)
  await sheet.getByRole('button', { name: r.saveLines }).click()
  await expect(sheet).toBeHidden()
  const wipers = await visit.job(WIPERS)
  await refused(visit, ['plan.not-approved', 'F1', 'dispatchJob', nowTo(visit, wipers.id, 'T1')])
  await seenLive(
    visit,
    'the proposal on the page of the customer',
    desk,
    () => desk.getByRole('button', { name: r.send, exact: true }).click(),
    visit.customer.getByRole('heading', { name: visit.words.progress.now.toAnswer.title }),
  )
  await desk.close()
}

/** S3-45, S3-46: the customer says yes to one line and no to the other, and signs; a second answer changes nothing. */
export async function answersOnPhone(visit: Visit): Promise<void> {
  const { lang } = visit
  const c = visit.words.orders.customer
  const second = await opensLink(visit, await visit.linkIn('additional-work-to-answer'), deaf)
  await second.goto(`${new URL(second.url()).pathname}/estimate`)
  const first = visit.customer
  await first.getByRole('link', { name: visit.words.progress.answerAdditional({ count: 1 }) }).click()
  await expect(first.getByRole('img', { name: c.photo({ n: 1 }) })).toBeVisible()
  for (const page of [first, second]) {
    const line = async (titleEn: string) =>
      page.getByRole('group', { name: visit.name(await visit.job(titleEn)) })
    await (await line(PADS)).getByText(c.no, { exact: true }).click()
    await page.getByLabel(c.reason).selectOption(c.reasons.price)
    await (await line(WIPERS)).getByText(c.yes, { exact: true }).click()
    await signOnGlass(page)
  }
  await accessible(first)
  await post(first, () => first.getByRole('button', { name: c.send }).click())
  await expect(first.getByRole('heading', { name: c.answered })).toBeVisible()
  await accessible(first)
  expect((await visit.job(WIPERS)).status).toBe('queued')
  expect((await visit.job(PADS)).status).toBe('declined')
  await second.getByRole('button', { name: c.send }).click()
  await says(second, lang, 'additionalWork.already-answered')
  await second.close()
  await first.goto(new URL(first.url()).pathname.replace('/estimate', ''))
  await hearing(first)
}

/** S3-49: only the approved line stands on the board; the declined one can be given to nobody. */
export async function onlyApprovedOnBoard(visit: Visit, foreman: Page): Promise<void> {
  const { here } = visit
  const { panel } = visit.words.workshop
  const [wipers, pads] = [await visit.job(WIPERS), await visit.job(PADS)]
  await expect(
    foreman
      .getByRole('button')
      .filter({ hasText: visit.name(wipers) })
      .first(),
  ).toBeVisible()
  await expect(foreman.getByText(visit.name(pads))).toHaveCount(0)
  await foreman
    .getByRole('button')
    .filter({ hasText: visit.name(wipers) })
    .first()
    .press('Enter')
  const sheet = foreman.getByRole('dialog')
  await sheet.getByLabel(panel.technician).selectOption(here.staffId('T1'))
  await expect(sheet.getByText(panel.ends, { exact: true })).toBeVisible()
  await post(foreman, () => sheet.getByRole('button', { name: panel.give }).click())
  await expect(sheet).toBeHidden()
  await refused(visit, ['plan.not-approved', 'F1', 'dispatchJob', nowTo(visit, pads.id, 'T2')])
}
