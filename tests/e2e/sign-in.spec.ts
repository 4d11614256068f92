import { randomUUID } from 'node:crypto'
import { decode } from 'next-auth/jwt'
import type { Locale } from '@/lib/core/locale'
import { refusalText } from '@/lib/i18n/refusals'
import { shell } from '@/lib/i18n/shell'
import { sha256 } from '@/lib/server/hash'
import { hashPassword } from '@/lib/server/sign-in'
import { accessible, expect, test, type Stage } from './support/stage'

const PASSWORD = 'quiet river under glass'

/** A login for the adviser of the stage. */
async function aLogin({ here }: Stage) {
  const loginName = `e${randomUUID().slice(0, 8)}`
  const { dealershipId, groupId } = here
  const passwordHash = await hashPassword(PASSWORD)
  await here.inside(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.login_name', ${loginName}, true)`
    const data = { groupId, loginName, passwordHash }
    const { id: accountId } = await tx.account.create({ data, select: { id: true } })
    const where = { dealershipId_id: { dealershipId, id: here.staffId('A1') } }
    await tx.staff.update({ where, data: { accountId }, select: { id: true } })
  })
  return loginName
}

for (const lang of ['zh-CN', 'en'] as const satisfies Locale[])
  test.describe(lang, () => {
    test.use({ lang })

    test('R27 R28 in by name and password, out for good: the cookie of a session that is over opens nothing', async ({
      stage,
    }) => {
      const t = shell[lang]
      const loginName = await aLogin(stage)
      const page = await stage.visitor('desk')
      const cookie = async () =>
        (await page.context().cookies()).find(({ name }) => name === 'next-auth.session-token')
      const sessions = () => stage.here.inside((tx) => tx.staffSession.findMany())

      await page.goto('/orders')
      await expect(page).toHaveURL(/\/sign-in$/)
      await accessible(page)
      await page.getByLabel(t.loginName).fill(loginName)
      await page.getByLabel(t.password, { exact: true }).fill('not this one at all')
      await page.getByRole('button', { name: t.signIn }).click()
      await expect(page.getByText(refusalText({ code: 'auth.wrong-login' }, lang))).toBeVisible()
      await expect(page.getByLabel(t.loginName)).toHaveValue(loginName)
      expect(await sessions()).toEqual([])

      await page.getByLabel(t.password, { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: t.signIn }).click()
      await expect(page).toHaveURL(/\/today$/)
      const own = await cookie()
      expect(own).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
      const token = await decode({ token: own?.value, secret: process.env.NEXTAUTH_SECRET ?? '' })
      expect(Object.keys(token ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'secret'])
      expect(await sessions()).toMatchObject([{ tokenHash: sha256(token?.secret ?? ''), revokedAt: null }])

      await page.getByRole('button', { name: new RegExp(`^${t.account}`) }).click()
      await page.getByRole('button', { name: t.signOut }).click()
      await expect(page).toHaveURL(/\/sign-in$/)
      expect(await cookie()).toBeUndefined()
      expect((await sessions())[0]?.revokedAt).not.toBeNull()
      if (own) await page.context().addCookies([own])
      await page.goto('/today')
      await expect(page).toHaveURL(/\/sign-in$/)
    })
  })

test('R28 a session ended elsewhere ends at the next page', async ({ stage }) => {
  const page = await stage.as('A1')
  await page.goto('/today')
  await expect(page).toHaveURL(/\/today$/)
  await stage.here.inside((tx) => tx.staffSession.updateMany({ data: { revokedAt: new Date() } }))
  await page.goto('/orders')
  await expect(page).toHaveURL(/\/sign-in$/)
})
