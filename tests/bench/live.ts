import { chromium, type Browser, type Page } from '@playwright/test'
import { lounge } from '@/lib/i18n/lounge'
import { asTenant, database } from '@/lib/server/db'
import { createLink } from '@/lib/server/links'
import { proofOf, signedIn } from './signed-in'

export type LiveTimes = { name: string; p50: number; worst: number; rounds: number }

const t = lounge['zh-CN']
const IN_HAND = ['queued', 'inRepair', 'workDone', 'qc', 'rework', 'qcPassed', 'washing'] as const

/** A car of the demo that is in the workshop now, and a link of its customer. */
const carInHand = (dealershipId: string) =>
  asTenant(database(), dealershipId, async (tx) => {
    const order = await tx.repairOrder.findFirstOrThrow({
      where: { dealershipId, status: { in: [...IN_HAND] } },
      orderBy: { createdAt: 'desc' },
      select: { visit: { select: { id: true, senderId: true, vehicle: { select: { plate: true } } } } },
    })
    const { id, senderId, vehicle } = order.visit
    const token = await createLink(tx, { dealershipId, customerId: senderId, visitId: id }, new Date())
    return { plate: vehicle.plate ?? '', token }
  })

async function opens(
  browser: Browser,
  baseURL: string,
  path: string,
  cookie: { name: string; value: string },
) {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' })
  await context.addCookies([
    { ...cookie, url: baseURL },
    { name: 'babu-locale', value: 'zh-CN', url: baseURL },
  ])
  const page = await context.newPage()
  await page.goto(path)
  await page.locator('html[data-live="on"]').waitFor()
  return page
}

/** Opens the dialog and writes; answers the tap that sends it. */
async function prepared(from: Page, plate: string, button: string, label: string, words: string) {
  const card = from.getByRole('article', { name: plate })
  await card.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
  await card.getByRole('button', { name: button, exact: true }).click()
  const dialog = from.getByRole('dialog')
  await dialog.getByLabel(label).fill(words)
  return {
    send: () => dialog.locator('button[type=submit]').evaluate((button: HTMLElement) => button.click()),
    over: () => dialog.waitFor({ state: 'hidden' }),
  }
}

/**
 * From the tap in one browser to the words in another, in milliseconds: an adviser tells the customer how the work goes, and
 * promises something, which a second adviser sees. Nobody else uses the machine meanwhile.
 */
export async function liveTimes(dealershipId: string, baseURL: string, rounds: number): Promise<LiveTimes[]> {
  const { plate, token } = await carInHand(dealershipId)
  const adviser = await signedIn(dealershipId, 'serviceAdviser')
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    const from = await opens(browser, baseURL, '/lounge', adviser.cookie)
    const measured = async (name: string, to: Page, button: string, label: string) => {
      const took: number[] = []
      for (let round = 0; round <= rounds; round++) {
        const words = `${name} ${round} ·`
        const { send, over } = await prepared(from, plate, button, label, words)
        // At each frame: what waits for a locator looks only twice a second.
        const seen = to.waitForFunction((text) => document.body.textContent.includes(text), words)
        const begun = performance.now()
        await send()
        await seen
        took.push(performance.now() - begun)
        await over()
      }
      const sorted = took.slice(1).sort((a, b) => a - b)
      const p50 = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
      const worst = sorted.at(-1) ?? 0
      console.log(`  ${name}: p50 ${p50.toFixed(0)} ms, longest ${worst.toFixed(0)} ms`)
      return { name, p50, worst, rounds }
    }
    const customer = await opens(browser, baseURL, `/v/${token}`, proofOf(token))
    const told = await measured('adviser to customer', customer, t.tell, t.done)
    await customer.context().close()
    const other = await opens(
      browser,
      baseURL,
      '/lounge',
      (await signedIn(dealershipId, 'serviceAdviser')).cookie,
    )
    const promised = await measured('adviser to adviser', other, t.addPromise, t.promiseText)
    return [told, promised]
  } finally {
    await browser.close()
  }
}
