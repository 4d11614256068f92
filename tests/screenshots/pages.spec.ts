import { readFileSync } from 'node:fs'
import { test, type Browser, type Page } from '@playwright/test'
import { LOCALES } from '@/lib/core/locale'
import { shell } from '@/lib/i18n/shell'
import { asTenant, database } from '@/lib/server/db'

const SIZES = { phone: { width: 390, height: 844 }, tablet: { width: 1024, height: 768 }, desk: { width: 1440, height: 900 } }
type Size = keyof typeof SIZES
type Shot = { name: string; path: string; sizes: Size[] }

const shot = (name: string, path: string, ...sizes: Size[]): Shot => ({ name, path, sizes })

const demo = () =>
  JSON.parse(readFileSync(process.env.BABU_DEMO_FILE ?? '.data/demo.json', 'utf8')) as {
    accounts: { loginName: string; password: string }[]
    apiKeys: { dealershipId: string }[]
  }

/** Ids of real rows of the demo, for the pages that show one of them. */
async function examples() {
  const dealershipId = demo().apiKeys[0]?.dealershipId ?? ''
  return asTenant(database(), dealershipId, async (tx) => {
    const order = await tx.repairOrder.findFirst({ where: { status: { notIn: ['closed', 'delivered', 'cancelled'] } }, orderBy: { createdAt: 'desc' } })
    const done = await tx.repairOrder.findFirstOrThrow({ where: { status: { in: ['delivered', 'closed'] } }, orderBy: { createdAt: 'desc' } })
    const told = await tx.outboxMessage.findFirstOrThrow({ where: { template: 'order-signed', visitId: done.visitId } })
    const complaint = await tx.complaint.findFirst({ orderBy: { receivedAt: 'desc' } })
    const appointment = await tx.appointment.findFirstOrThrow({
      orderBy: { startsAt: 'desc' },
      include: { vehicle: { select: { plate: true } } },
    })
    const servicePackage = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } })
    const contact = await tx.contactTask.findFirst({ orderBy: { dueOn: 'asc' } })
    const link = (told.facts as { link: string }).link
    return { order: order ?? done, done, complaint, appointment, contact, servicePackage, link, tail: told.recipient.slice(-4) }
  })
}

async function staffPages(): Promise<Record<string, Shot[]>> {
  const { order, done, complaint, appointment, contact, servicePackage } = await examples()
  return {
    adviser: [
      shot('today', '/today', 'desk', 'tablet', 'phone'),
      shot('reception', '/reception', 'desk', 'tablet'),
      shot('reception-new', '/reception/new', 'tablet'),
      shot('reception-visit', `/reception/${order.visitId}`, 'tablet'),
      shot('orders', '/orders', 'desk', 'tablet'),
      shot('order', `/orders/${order.id}`, 'desk', 'tablet'),
      shot('order-print', `/orders/${done.id}/print`, 'desk'),
      shot('lounge', '/lounge', 'desk', 'tablet'),
      shot('lounge-screen', '/lounge/screen', 'desk'),
      shot('delivery', '/delivery', 'desk', 'tablet'),
      shot('delivery-order', `/delivery/${done.id}`, 'desk', 'tablet'),
      shot('customers', '/customers', 'desk'),
      shot('customer', `/customers/${done.customerId}`, 'desk'),
      shot('outbox', '/outbox', 'desk'),
      shot('account', '/account', 'desk', 'phone'),
    ],
    booking: [
      shot('appointments', '/appointments', 'desk', 'tablet'),
      shot('booking-board', '/appointments/board', 'desk', 'tablet', 'phone'),
      shot('booking-week', '/appointments/board?view=week', 'desk', 'tablet', 'phone'),
      shot('booking-tasks', '/appointments/tasks', 'desk', 'tablet', 'phone'),
      shot('booking-calls', '/appointments/tasks?tab=confirm', 'desk', 'phone'),
      shot('appointments-waiting', '/appointments/waiting', 'desk', 'phone'),
      shot('appointments-requests', '/appointments/requests', 'desk', 'phone'),
      shot('appointments-notice', '/appointments/notice', 'desk'),
      shot('appointment-new', '/appointments/new', 'desk', 'phone'),
      shot(
        'appointment-new-caller',
        `/appointments/new?q=${encodeURIComponent(appointment.vehicle.plate)}&vehicle=${appointment.vehicleId}&customer=${appointment.customerId}`,
        'desk',
        'tablet',
      ),
      shot('appointment', `/appointments/${appointment.id}`, 'desk'),
      shot('reminders', '/reminders', 'desk', 'tablet', 'phone'),
      ...(contact ? [shot('reminder-call', `/reminders/${contact.id}`, 'desk', 'tablet', 'phone')] : []),
    ],
    foreman: [shot('workshop', '/workshop', 'desk', 'tablet')],
    tech1: [shot('my-jobs', '/workshop/my', 'phone')],
    inspector: [shot('quality', '/quality', 'tablet', 'desk'), shot('quality-figures', '/quality?view=figures', 'desk')],
    parts: [shot('parts', '/parts', 'desk', 'tablet'), shot('stock', '/parts?view=stock', 'desk')],
    care: [shot('follow-up', '/follow-up', 'desk'), shot('complaints', '/follow-up/complaints', 'desk')],
    manager: [
      shot('kpi', '/kpi', 'desk'),
      shot('settings', '/settings', 'desk'),
      shot('settings-staff', '/settings/staff', 'desk'),
      shot('settings-hours', '/settings/hours', 'desk'),
      shot('settings-quiet-times', '/settings/quiet-times', 'desk', 'phone'),
      shot('settings-bays', '/settings/bays', 'desk'),
      shot('settings-shifts', '/settings/shifts', 'desk'),
      shot('catalogue', '/settings/catalogue', 'desk', 'phone'),
      shot('catalogue-package', `/settings/catalogue/packages/${servicePackage.id}`, 'desk', 'phone'),
      shot('catalogue-package-new', '/settings/catalogue/packages/new', 'desk'),
      shot('catalogue-operations', '/settings/catalogue/operations', 'desk', 'phone'),
      shot('catalogue-rates', '/settings/catalogue/rates', 'desk', 'phone'),
      shot('catalogue-parts', '/settings/catalogue/parts', 'desk', 'phone'),
      shot('settings-import', '/settings/import', 'desk'),
      shot('settings-messages', '/settings/messages', 'desk', 'tablet', 'phone'),
      shot('settings-reminders', '/settings/reminders', 'desk', 'phone'),
      ...(complaint ? [shot('complaint', `/follow-up/complaints/${complaint.id}`, 'desk')] : []),
    ],
    admin: [shot('settings-api-keys', '/settings/api-keys', 'desk')],
  }
}

async function take(page: Page, lang: string, theme: string, { name, path, sizes }: Shot) {
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size])
    await page.goto(path)
    await page.screenshot({ path: `screenshots/${lang}/${name}-${size}-${theme}.png`, fullPage: size === 'phone' })
  }
}

async function open(browser: Browser, baseURL: string | undefined, lang: string, theme: 'light' | 'dark') {
  const context = await browser.newContext({ baseURL, locale: lang, timezoneId: 'Asia/Shanghai', colorScheme: theme })
  await context.addCookies([{ name: 'babu-locale', value: lang, url: baseURL ?? '' }])
  return context.newPage()
}

for (const lang of LOCALES)
  for (const theme of ['light', 'dark'] as const) {
    test(`staff pages, ${lang}, ${theme}`, async ({ browser, baseURL }) => {
      test.setTimeout(600_000)
      for (const [login, shots] of Object.entries(await staffPages())) {
        const account = demo().accounts.find(({ loginName }) => loginName === login)
        const page = await open(browser, baseURL, lang, theme)
        await page.goto('/sign-in')
        await page.getByLabel(shell[lang].loginName).fill(login)
        await page.locator('input[name=password]').fill(account?.password ?? '')
        await page.getByRole('button', { name: shell[lang].signIn, exact: true }).click()
        await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
        for (const one of shots) await take(page, lang, theme, one)
        await page.context().close()
      }
    })

    test(`pages of customers, ${lang}, ${theme}`, async ({ browser, baseURL }) => {
      test.setTimeout(300_000)
      const { link, tail } = await examples()
      const page = await open(browser, baseURL, lang, theme)
      for (const one of [shot('landing', '/', 'phone', 'desk'), shot('book', '/book', 'phone'), shot('book-car', '/book/SH01', 'phone'), shot('sign-in', '/sign-in', 'phone', 'desk'), shot('api-docs', '/api-docs', 'desk')])
        await take(page, lang, theme, one)
      await page.setViewportSize(SIZES.phone)
      await page.goto(link)
      await page.getByRole('textbox').fill(tail)
      await page.getByRole('button').last().click()
      await page.waitForURL((url) => !url.pathname.endsWith('/prove'))
      for (const one of ['', 'estimate', 'bill', 'rating'])
        await take(page, lang, theme, shot(`visit-${one || 'progress'}`, one ? `${link}/${one}` : link, 'phone'))
      await page.context().close()
    })
  }
