import { readFileSync } from 'node:fs'
import { test as base, expect, type Page } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { LOCALES, type Locale } from '@/lib/core/locale'
import { dayOf } from '@/lib/core/time'
import { asTenant, database } from '@/lib/server/db'
import { createStaffSession } from '@/lib/server/sign-in'
import { morningZone, violationsOn } from '../e2e/support/stage'
import { aDealership, type GivenDealership } from '../support/given'
import { dressed, type House } from './house'

const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const
const THEMES = ['light', 'dark'] as const

export type Size = keyof typeof SIZES
export type Sitting = {
  page: Page
  house: House
  lang: Locale
  size: Size
  /** Signs in the person with this login name of the demo. */
  as: (login: string) => Promise<void>
  /** Signs in somebody of a dealership to which nothing has happened yet. */
  asNew: (who: string) => Promise<void>
  /** Takes the picture as it stands; `part` names one of several of the same sitting. */
  shoot: (part?: string, whole?: boolean) => Promise<void>
}

const demo = () =>
  JSON.parse(readFileSync(process.env.BABU_DEMO_FILE ?? '.data/demo.json', 'utf8')) as {
    apiKeys: { dealershipId: string }[]
  }

export const test = base.extend<object, { house: House; fresh: GivenDealership }>({
  house: [
    async ({}, use) => use(await dressed(demo().apiKeys[0]?.dealershipId ?? '')),
    { scope: 'worker', timeout: 60_000 },
  ],
  fresh: [
    async ({}, use) => {
      const now = new Date()
      const timeZone = morningZone(now)
      await use(await aDealership({ now, timeZone, today: dayOf(now, timeZone) }))
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

const staffOf = ({ dealershipId }: House, loginName: string) =>
  asTenant(database(), dealershipId, (tx) =>
    tx.staff.findFirstOrThrow({ where: { dealershipId, account: { loginName } }, select: { dealershipId: true, id: true } }),
  )

async function sessionCookie(staff: { dealershipId: string; id: string }): Promise<string> {
  const secret = await asTenant(database(), staff.dealershipId, (tx) => createStaffSession(tx, staff, new Date()))
  return encode({ token: { secret }, secret: process.env.NEXTAUTH_SECRET ?? '' })
}

/**
 * One test for each language, theme and size, named "zh-CN light phone booking-board": `npm run screenshots -- -g "phone booking"`
 * takes only those. What is wider than its screen fails, and what breaks WCAG 2.2 AA.
 */
export function shots(name: string, sizes: Size[], sit: (sitting: Sitting) => Promise<void>) {
  for (const lang of LOCALES)
    for (const theme of THEMES)
      for (const size of sizes)
        test(`${lang} ${theme} ${size} ${name}`, async ({ browser, baseURL, house, fresh }) => {
          const context = await browser.newContext({
            ...SIZES[size],
            baseURL,
            locale: lang,
            timezoneId: 'Asia/Shanghai',
            colorScheme: theme,
          })
          const url = baseURL ?? ''
          await context.addCookies([{ name: 'babu-locale', value: lang, url }])
          const signIn = async (staff: { dealershipId: string; id: string }) => {
            const value = await sessionCookie(staff)
            await context.addCookies([
              { name: 'next-auth.session-token', value, url, httpOnly: true, sameSite: 'Lax' },
            ])
          }
          const page = await context.newPage()
          await sit({
            page,
            house,
            lang,
            size,
            as: async (login) => signIn(await staffOf(house, login)),
            asNew: (who) => signIn({ dealershipId: fresh.dealershipId, id: fresh.as(who).actor.id }),
            shoot: async (part, whole = size === 'phone') => {
              // The title comes with the end of a page's stream.
              await expect(page).toHaveTitle(/\S/)
              await expect(page.locator('h1').first()).toBeAttached()
              await page.screenshot({
                path: `screenshots/${lang}/${[name, part].filter(Boolean).join('-')}-${size}-${theme}.png`,
                fullPage: whole,
                animations: 'disabled',
              })
              const wide = await page.evaluate(() => document.documentElement.scrollWidth)
              expect.soft(wide, `${name} ${part ?? ''}`).toBeLessThanOrEqual(SIZES[size].viewport.width)
              // What axe sees is the same in both languages.
              if (lang === 'zh-CN') expect.soft(await violationsOn(page), `${name} ${part ?? ''}`).toEqual([])
            },
          })
          await context.close()
        })
}
