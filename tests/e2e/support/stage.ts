import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { encode } from 'next-auth/jwt'
import { dayOf } from '@/lib/core/time'
import type { Locale } from '@/lib/core/locale'
import { createStaffSession } from '@/lib/server/sign-in'
import { aDealership, type GivenDealership } from '../../support/given'
import { Doorman } from './doorman'

const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
} as const
type Size = keyof typeof SIZES

/** Refusals over HTTP, and a line that the test itself has cut. */
const EXPECTED =
  /status of (401|403|404|409|422)|net::ERR_(CONNECTION_\w+|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|SOCKET_NOT_CONNECTED)/

/** A zone in which it is nine in the morning now, so that the house is open whenever the tests run. */
export function morningZone(now: Date): string {
  const offset = ((9 - now.getUTCHours() + 36) % 24) - 12
  return offset === 0 ? 'Etc/UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

/** A dealership for one test, with people who sit at their own browsers. */
export class Stage {
  private readonly contexts: BrowserContext[] = []
  readonly trouble: string[] = []
  readonly doors = new Doorman()

  constructor(
    readonly here: GivenDealership,
    private readonly browser: Browser,
    private readonly locale: Locale,
    readonly baseURL: string,
  ) {}

  private async open(size: Size): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      ...SIZES[size],
      locale: this.locale,
      timezoneId: 'Asia/Shanghai',
      baseURL: this.baseURL,
    })
    await context.addCookies([{ name: 'babu-locale', value: this.locale, url: this.baseURL }])
    context.on('request', (request) => {
      const { hostname } = new URL(request.url())
      if (hostname !== new URL(this.baseURL).hostname && !/^(data|blob):/.test(request.url()))
        this.trouble.push(`request to ${hostname}`)
    })
    context.on('page', (page) => {
      page.on('pageerror', (error) => this.trouble.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED.test(message.text()))
          this.trouble.push(`${page.url()}: ${message.text()}`)
      })
    })
    this.contexts.push(context)
    return context
  }

  /** A page of somebody who has not signed in. */
  visitor = async (size: Size = 'phone'): Promise<Page> => (await this.open(size)).newPage()

  /** A page of a member of staff, signed in by a session row. */
  async as(who: string, size: Size = 'desk'): Promise<Page> {
    const { actor, db } = this.here.as(who)
    const secret = await db.$transaction((tx) =>
      createStaffSession(tx, { id: actor.id, dealershipId: actor.dealershipId }, new Date()),
    )
    const value = await encode({ token: { secret }, secret: process.env.NEXTAUTH_SECRET ?? '' })
    const context = await this.open(size)
    await context.addCookies([
      { name: 'next-auth.session-token', value, url: this.baseURL, httpOnly: true, sameSite: 'Lax' },
    ])
    return context.newPage()
  }

  /** The newest message to somebody, as the outbox holds it. */
  message = (template: string) =>
    this.here.inside((tx) =>
      tx.outboxMessage.findFirstOrThrow({ where: { template }, orderBy: { createdAt: 'desc' } }),
    )

  async close(): Promise<void> {
    this.doors.close()
    for (const context of this.contexts) await context.close()
  }
}

type Fixtures = { stage: Stage; lang: Locale }

/** Every test gets a dealership of its own; console errors, page errors and requests to other hosts fail it. */
export const test = base.extend<Fixtures>({
  lang: ['zh-CN', { option: true }],
  stage: async ({ browser, lang, baseURL }, play) => {
    const now = new Date()
    const timeZone = morningZone(now)
    const here = await aDealership({ now, timeZone, today: dayOf(now, timeZone) })
    const stage = new Stage(here, browser, lang, baseURL ?? '')
    await play(stage)
    await stage.close()
    expect(stage.trouble).toEqual([])
  },
})

/** A button on its way from disabled to enabled has the contrast of neither: what fades in is looked at when it is there. */
async function settled(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  await Promise.allSettled(passing.map(({ finished }) => finished))
}

/** What axe finds on the page as it stands against WCAG 2.2 AA: the rule with the first elements that break it. */
export async function violationsOn(page: Page): Promise<string[]> {
  // A refresh may come while axe looks: nothing fades from then on.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.evaluate(settled)
  // The title of a page comes a moment after it, also when one page follows another: it is waited for below.
  const { violations } = await new AxeBuilder({ page })
    .disableRules('document-title')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html)
        .slice(0, 3)
        .join(' | ')}`,
  )
}

/**
 * WCAG 2.2 AA: axe finds nothing on the page as it stands. The Chinese journey looks at every page; what axe sees is the
 * same in English, so the English journey leaves the minutes it takes to the rest.
 */
export async function accessible(page: Page): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === 'en') return
  expect(await violationsOn(page), page.url()).toEqual([])
  await expect(page, page.url()).toHaveTitle(/\S/)
}

/**
 * Signs on the glass with a stroke. The glass takes ink once its script has measured it; before that the page may still be
 * moving what came over the line to its place.
 */
export async function signOnGlass(page: Page): Promise<void> {
  const pad = page.locator('canvas[width]').last()
  await expect(pad).toBeVisible()
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no signature pad')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  for (const [dx, dy] of [
    [60, -30],
    [90, 25],
    [130, -20],
    [180, 15],
  ] as const)
    await page.mouse.move(box.x + 30 + dx, box.y + box.height / 2 + dy, { steps: 4 })
  await page.mouse.up()
}

export { expect }
