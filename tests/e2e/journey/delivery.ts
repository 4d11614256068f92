import type { Page } from '@playwright/test'
import { accessible, expect, signOnGlass } from '../support/stage'
import { keepsPromise } from './lounge'
import { deaf, post, refused, says, seenLive, sentence } from './moves'
import { NAME, type Visit } from './visit'

const signature = { signerName: NAME, signatureTyped: NAME }

/** S7-05, S7-27: three checks and one explanation; the wrong pick-up code releases nothing. */
export async function checksHandOver(visit: Visit, desk: Page): Promise<void> {
  const { lang, orderId } = visit
  const d = visit.words.delivery
  await desk.goto('/delivery')
  await accessible(desk)
  await desk.goto(`/delivery/${orderId}`)
  await refused(
    visit,
    ['status.not-from-here', 'A1', 'drawSettlement', { orderId }],
    ['visit.not-deliverable', 'A1', 'deliverVisit', { orderId, ...signature }],
  )
  await post(desk, () => desk.getByRole('button', { name: d.start }).click())
  await desk.getByLabel(d.voucherLabel).fill('WRONG234')
  await desk.getByRole('button', { name: d.voucherCheck }).click()
  await says(desk, lang, 'handOver.voucher-wrong')
  await accessible(desk)
  await desk.getByLabel(d.voucherLabel).fill((await visit.order()).voucherCode ?? '')
  await post(desk, () => desk.getByRole('button', { name: d.voucherCheck }).click())
  await tick(desk, d.checks.promisesConfirmed)
  await says(desk, lang, 'handOver.promises-open', { count: 1 })
  await desk.getByRole('button', { name: d.drawBill }).click()
  await expect(desk.getByText(sentence(lang, 'handOver.promises-open', { count: 1 }))).toHaveCount(2)
  await keepsPromise(visit)
  const open = desk.locator('main button[aria-pressed=false]')
  while ((await open.count()) > 0) {
    const left = await open.count()
    await post(desk, () => open.first().click())
    await expect(open).toHaveCount(left - 1)
  }
}

/** S7-11: the bill, split by payer; the customer sees it at once. Unpaid, nothing leaves. */
export async function drawsBill(visit: Visit, desk: Page): Promise<void> {
  const { orderId } = visit
  const d = visit.words.delivery
  await seenLive(
    visit,
    'the bill on the page of the customer',
    desk,
    () => desk.getByRole('button', { name: d.drawBill }).click(),
    visit.customer.getByRole('link', { name: visit.words.progress.seeBill }),
  )
  const shares = await visit.look((tx) => tx.settlementShare.findMany({ orderBy: { amountFen: 'desc' } }))
  expect(shares.map(({ payer }) => payer).toSorted()).toEqual(['customer', 'warranty'])
  await expect(desk.getByText(d.missing, { exact: true })).toBeVisible()
  await expect(desk.getByText(d.gate.paid!, { exact: true })).toBeVisible()
  await expect(desk.getByRole('button', { name: d.handOver })).toHaveCount(0)
  await accessible(desk)
  const share = shares.find(({ payer }) => payer === 'customer')!
  const { id: shareId, amountFen } = share
  const paying = { shareId, method: 'cash', amountFen, idempotencyKey: 'not-a-cashier' }
  await refused(
    visit,
    ['visit.not-deliverable', 'A1', 'deliverVisit', { orderId, ...signature }],
    ['auth.forbidden', 'A1', 'receivePayment', paying],
  )
}

/** S7-14: the cashier takes the money with two taps on the button: one payment. Too much is refused, the claim is booked. */
export async function pays(visit: Visit): Promise<void> {
  const { stage, lang } = visit
  const d = visit.words.delivery
  const till = await stage.as('C1', 'desk')
  await till.goto('/delivery')
  await till.goto(`/delivery/${visit.orderId}`)
  await accessible(till)
  const { id: shareId, amountFen } = await visit.look((tx) =>
    tx.settlementShare.findFirstOrThrow({ where: { payer: 'customer' } }),
  )
  const form = till.getByRole('form', { name: d.payShare({ payer: d.payers.customer }) })
  const [amount, button] = [form.getByLabel(d.amountYuan), form.getByRole('button', { name: d.payButton })]
  await amount.fill(String(amountFen / 100 + 1))
  await button.click()
  await says(form, lang, 'payment.above-open', { openFen: amountFen })
  await amount.fill(String(amountFen / 100))
  await button.dblclick()
  await expect(form).toBeHidden()
  expect(await visit.look((tx) => tx.payment.count())).toBe(1)
  const again = { shareId, method: 'cash', amountFen, idempotencyKey: 'a-later-tap' }
  await refused(visit, ['payment.nothing-due', 'C1', 'receivePayment', again])
  await till.getByLabel(d.claimNo).fill('W-2026-118')
  await till.getByRole('button', { name: d.bookClaim }).click()
  await expect.poll(visit.status).toBe('paid')
  await till.goto(`/delivery/${visit.orderId}/paper/receipt`)
  await expect(till.getByText(d.paper.receiptTitle).first()).toBeVisible()
  await accessible(till)
  await till.close()
}

/** S7-19: sign-off. A check taken back at another desk stops it; after it nothing about the visit moves any more. */
export async function signsOff(visit: Visit, desk: Page): Promise<void> {
  const { stage, lang, orderId } = visit
  const d = visit.words.delivery
  const other = await stage.as('A1', 'desk')
  await deaf(other)
  await other.goto(`/delivery/${orderId}`)
  await signOnGlass(other)
  await desk.goto(`/delivery/${orderId}`)
  await tick(desk, d.checks.clean)
  await expect(desk.getByRole('button', { name: d.handOver })).toHaveCount(0)
  await other.getByRole('button', { name: d.handOver }).click()
  await says(other, lang, 'visit.not-deliverable', { missing: 'clean' })
  await other.close()
  await tick(desk, d.checks.clean)
  await desk.getByRole('button', { name: d.handOver }).click()
  await says(desk, lang, 'signature.empty')
  await signOnGlass(desk)
  await seenLive(
    visit,
    'the farewell on the page of the customer',
    desk,
    () => desk.getByRole('button', { name: d.handOver }).click(),
    visit.customer.getByRole('heading', { name: visit.words.progress.now.delivered.title }),
  )
  await expect.poll(visit.status).toBe('delivered')
  await accessible(desk)
  await accessible(visit.customer)
  const estimate = await visit.look((tx) =>
    tx.estimate.findFirstOrThrow({ where: { orderId, supersededAt: null } }),
  )
  const signing = { orderId, version: estimate.version, hash: estimate.hash, ...signature }
  await refused(
    visit,
    ['status.not-from-here', 'A1', 'deliverVisit', { orderId, ...signature }],
    ['status.not-from-here', 'A1', 'drawSettlement', { orderId }],
    ['status.not-from-here', 'A1', 'signOrder', signing],
  )
}

/** Taps a row of the checklist and waits until the server has answered. */
const tick = (page: Page, words: string) =>
  post(page, () => page.locator('button[aria-pressed]').filter({ hasText: words }).first().click())
