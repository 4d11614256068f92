import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { changeOwnPassword, ownAccount } from '@/lib/dealership/server/own-account'
import { setPassword } from '@/lib/dealership/server/set-password'
import { contextOfSecret } from '@/lib/server/session-rows'
import { openSession } from '@/lib/server/sign-in'
import { secondsAfter } from '@/lib/core/time'
import { aDealership, NOW } from '../../support/given'

const OLD = 'quiet river under glass'
const NEW = 'nine herons cross at dawn'
const SLOW = 60_000

async function signedIn() {
  const here = await aDealership()
  const loginName = `p${randomUUID().slice(0, 8)}`
  await setPassword(here.as('administrator'), { id: here.staffId('T1'), loginName, password: OLD })
  const secret = await openSession(loginName, OLD, NOW)
  const context = await contextOfSecret(secret, NOW)
  if (!context) throw new Error('not signed in')
  return { here, loginName, secret, context }
}
const typed = (over: Record<string, string> = {}) => ({
  oldPassword: OLD,
  password: NEW,
  passwordAgain: NEW,
  ...over,
})

test(
  'R28 R29 the own password is changed with the old one; other sessions end at once, the own one stays',
  async () => {
    const { here, loginName, secret, context } = await signedIn()
    const elsewhere = await openSession(loginName, OLD, NOW, 'phone')
    expect(await ownAccount(context, { sessionId: context.sessionId })).toEqual({ loginName, others: 1 })
    expect(await changeOwnPassword(context, typed())).toEqual({ sessions: 1 })
    expect(await contextOfSecret(secret, NOW)).not.toBeNull()
    expect(await contextOfSecret(elsewhere, NOW)).toBeNull()
    await expect(openSession(loginName, OLD, NOW)).rejects.toMatchObject({ code: 'auth.wrong-login' })
    expect(await openSession(loginName, NEW, NOW)).toBeTruthy()
    const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'account.changePassword' } }))
    expect(events).toMatchObject([{ actorId: here.staffId('T1'), facts: { sessions: 1 } }])
  },
  SLOW,
)

test(
  'R29 a wrong old password changes nothing and counts towards the lock-out of the account',
  async () => {
    const { loginName, context } = await signedIn()
    const wrong = typed({ oldPassword: 'not this one at all' })
    for (let n = 0; n < 5; n++)
      await expect(changeOwnPassword(context, wrong)).rejects.toMatchObject({
        code: 'account.wrong-password',
      })
    await expect(changeOwnPassword(context, typed())).rejects.toMatchObject({ code: 'auth.locked-out' })
    await expect(openSession(loginName, OLD, NOW)).rejects.toMatchObject({ code: 'auth.locked-out' })
    const later = { ...context, now: secondsAfter(NOW, 2) }
    expect(await changeOwnPassword(later, typed())).toEqual({ sessions: 0 })
  },
  SLOW,
)

test(
  'a new password that is short, common, the old one or not typed the same twice is refused',
  async () => {
    const { loginName, context } = await signedIn()
    const tried = (over: Record<string, string>) => expect(changeOwnPassword(context, typed(over))).rejects
    await tried({ password: 'short', passwordAgain: 'short' }).toThrow('too-short')
    await tried({ oldPassword: '' }).toThrow('required')
    await tried({ passwordAgain: OLD }).toMatchObject({ code: 'account.passwords-differ' })
    await tried({ password: OLD, passwordAgain: OLD }).toMatchObject({ code: 'account.same-password' })
    await tried({ password: 'qwerty123456', passwordAgain: 'qwerty123456' }).toMatchObject({
      code: 'staff.password-common',
    })
    expect(await openSession(loginName, OLD, NOW)).toBeTruthy()
  },
  SLOW,
)

test('nobody but staff has an own password, and the session of another person does not stay', async () => {
  const { here, context } = await signedIn()
  const visitor = { ...context, ...here.asVisitor() } as unknown as typeof context
  await expect(changeOwnPassword(visitor, typed())).rejects.toMatchObject({ code: 'auth.forbidden' })
})
