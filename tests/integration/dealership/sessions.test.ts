import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { hoursAfter, minutesAfter, secondsAfter } from '@/lib/core/time'
import { changeStaff } from '@/lib/dealership/server/change-staff'
import { disableStaff, enableStaff } from '@/lib/dealership/server/disable-staff'
import { revokeSessions } from '@/lib/dealership/server/revoke-sessions'
import { setPassword } from '@/lib/dealership/server/set-password'
import { staffOne } from '@/lib/dealership/server/staff'
import { log } from '@/lib/server/log'
import { lockSeconds } from '@/lib/server/login-tries'
import { limit } from '@/lib/server/rate-limit'
import { contextOfSecret, isByPerson, revokeSecret } from '@/lib/server/session-rows'
import { openSession, SESSION_HOURS } from '@/lib/server/sign-in'
import { aDealership, NOW } from '../../support/given'

const PASSWORD = 'quiet river under glass'

async function withLogin(no = 'A1') {
  const here = await aDealership()
  const loginName = `p${randomUUID().slice(0, 8)}`
  await setPassword(here.as('administrator'), { id: here.staffId(no), loginName, password: PASSWORD })
  return { here, loginName, id: here.staffId(no) }
}
const wrong = { code: 'auth.wrong-login' }

test('the right password opens a session; wrong password, unknown name and disabled person are refused alike', async () => {
  const { here, loginName, id } = await withLogin()
  const secret = await openSession(` ${loginName.toUpperCase()} `, PASSWORD, NOW, 'Firefox')
  expect((await contextOfSecret(secret, NOW))?.actor).toMatchObject({
    id,
    roles: ['serviceAdviser'],
    kind: 'staff',
  })
  await expect(openSession(loginName, 'something else', NOW)).rejects.toMatchObject(wrong)
  await expect(openSession('nobody-of-this-name', PASSWORD, NOW)).rejects.toMatchObject(wrong)
  await disableStaff(here.as('administrator'), { id })
  await expect(openSession(loginName, PASSWORD, NOW)).rejects.toMatchObject(wrong)
  expect(await contextOfSecret(secret, NOW)).toBeNull()
  await enableStaff(here.as('administrator'), { id })
  expect(await openSession(loginName, PASSWORD, NOW)).toBeTruthy()
})

test('after five failures the account is locked for a time that doubles, also for the right password', async () => {
  const { loginName } = await withLogin()
  for (let n = 0; n < 5; n++) await expect(openSession(loginName, 'wrong', NOW)).rejects.toMatchObject(wrong)
  await expect(openSession(loginName, PASSWORD, NOW)).rejects.toMatchObject({ code: 'auth.locked-out' })
  const later = secondsAfter(NOW, 2)
  await expect(openSession(loginName, 'wrong', later)).rejects.toMatchObject(wrong)
  await expect(openSession(loginName, PASSWORD, secondsAfter(later, 1))).rejects.toMatchObject({
    code: 'auth.locked-out',
  })
  const freed = secondsAfter(later, 3)
  await openSession(loginName, PASSWORD, freed)
  await expect(openSession(loginName, 'wrong', freed)).rejects.toMatchObject(wrong)
  expect(await openSession(loginName, PASSWORD, freed)).toBeTruthy()
  expect([4, 5, 6, 7, 30].map(lockSeconds)).toEqual([0, 1, 2, 4, 900])
})

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'let in',
    ({ code }) => code,
  )

test('R29 twenty guesses at once have no more tries than one after the other, then the right password waits too', async () => {
  const { loginName } = await withLogin()
  const guesses = await Promise.all(
    Array.from({ length: 20 }, () => codeOf(openSession(loginName, 'wrong', NOW))),
  )
  expect(guesses.filter((code) => code === 'auth.wrong-login')).toHaveLength(5)
  expect(guesses.filter((code) => code === 'auth.locked-out')).toHaveLength(15)
  expect(await codeOf(openSession(loginName, PASSWORD, NOW))).toBe('auth.locked-out')
  expect(await openSession(loginName, PASSWORD, secondsAfter(NOW, 2))).toBeTruthy()
})

test('R29 a name that nobody has is locked like one that somebody has', async () => {
  const { loginName } = await withLogin()
  const nobody = `n${randomUUID().slice(0, 8)}`
  for (const name of [loginName, nobody]) {
    const at = (seconds: number) => codeOf(openSession(name, 'wrong', secondsAfter(NOW, seconds)))
    const answers = []
    for (const seconds of [0, 0, 0, 0, 0, 0, 2, 3, 5, 6]) answers.push(await at(seconds))
    expect([name, answers.map((code) => code === 'auth.locked-out')]).toEqual([
      name,
      [false, false, false, false, false, true, false, true, false, true],
    ])
  }
})

test('R29 failures are also counted per address, whatever the name; right passwords are not', async () => {
  const { loginName } = await withLogin()
  const address = randomUUID()
  const now = new Date()
  for (let n = 0; n < 3; n++) await openSession(loginName, PASSWORD, now, '', address)
  await Promise.all(Array.from({ length: 99 }, () => limit('sign-in-address', address, 100, 3600)))
  expect(await codeOf(openSession('somebody-else', 'wrong', now, '', address))).toBe('auth.wrong-login')
  expect(await codeOf(openSession(loginName, PASSWORD, now, '', address))).toBe('auth.too-many-requests')
  expect(await openSession(loginName, PASSWORD, now, '', randomUUID())).toBeTruthy()
})

test('a session ends after twelve hours, and after thirty minutes without a request', async () => {
  const { loginName } = await withLogin()
  const secret = await openSession(loginName, PASSWORD, NOW)
  let now = NOW
  while (now < hoursAfter(NOW, SESSION_HOURS)) {
    expect(await contextOfSecret(secret, now)).not.toBeNull()
    now = minutesAfter(now, 29)
  }
  expect(await contextOfSecret(secret, now)).toBeNull()
  const idle = await openSession(loginName, PASSWORD, NOW)
  expect(await contextOfSecret(idle, minutesAfter(NOW, 30))).toBeNull()
  expect(await contextOfSecret('a-secret-nobody-has', NOW)).toBeNull()
})

test('R28 an open page whose stream and refreshes ask on keeps nobody signed in beyond thirty minutes', async () => {
  const { loginName } = await withLogin()
  const secret = await openSession(loginName, PASSWORD, NOW)
  const stands = (minutes: number) =>
    contextOfSecret(secret, minutesAfter(NOW, minutes), { touches: false }).then(Boolean)
  expect(await contextOfSecret(secret, minutesAfter(NOW, 5))).not.toBeNull()
  for (const minutes of [10, 20, 34]) expect([minutes, await stands(minutes)]).toEqual([minutes, true])
  expect(await stands(35)).toBe(false)
})

test('R28 a page opened and a form sent are done by a person; streams, refreshes and fetches are not', () => {
  const by = (headers: Record<string, string>) => isByPerson(new Headers(headers))
  expect(by({ accept: 'text/html,application/xhtml+xml' })).toBe(true)
  expect(by({ accept: 'text/x-component', 'next-action': '40ab' })).toBe(true)
  expect(by({ accept: '*/*' })).toBe(false)
  expect(by({ accept: 'text/event-stream' })).toBe(false)
})

test('a revoked session ends at the next request, one alone or all', async () => {
  const { here, loginName, id } = await withLogin()
  const [one, two] = [
    await openSession(loginName, PASSWORD, NOW),
    await openSession(loginName, PASSWORD, NOW),
  ]
  const { sessions } = await staffOne(here.as('administrator'), { id })
  expect(sessions).toHaveLength(2)
  expect(JSON.stringify(sessions)).not.toContain(one)
  await revokeSessions(here.as('serviceManager'), { id, sessionId: sessions[0]?.id })
  const left = await Promise.all([one, two].map((secret) => contextOfSecret(secret, NOW)))
  expect(left.filter(Boolean)).toHaveLength(1)
  await revokeSessions(here.as('serviceManager'), { id })
  expect(await contextOfSecret(one, NOW)).toBeNull()
  expect(await contextOfSecret(two, NOW)).toBeNull()
  const again = revokeSessions(here.as('serviceManager'), { id, sessionId: sessions[0]?.id })
  await expect(again).rejects.toMatchObject({ code: 'common.not-found' })
})

test('X-ROL-35 changed roles act at the next request, and several roles add up', async () => {
  const { here, loginName, id } = await withLogin()
  const secret = await openSession(loginName, PASSWORD, NOW)
  const fields = { id, employeeNo: 'A1', name: '王顾问', roles: ['cashier', 'foreman'] }
  await changeStaff(here.as('administrator'), fields)
  expect((await contextOfSecret(secret, NOW))?.actor.roles).toEqual(['cashier', 'foreman'])
})

test('X-SEC-02 a new password ends all sessions, and the table holds neither password nor secret', async () => {
  const { here, loginName, id } = await withLogin()
  const secret = await openSession(loginName, PASSWORD, NOW)
  await setPassword(here.as('administrator'), { id, password: 'another quiet river' })
  expect(await contextOfSecret(secret, NOW)).toBeNull()
  await expect(openSession(loginName, PASSWORD, NOW)).rejects.toMatchObject(wrong)
  expect(await openSession(loginName, 'another quiet river', NOW)).toBeTruthy()
  const kept = await here.inside(async (tx) => [
    await tx.account.findMany(),
    await tx.staffSession.findMany(),
    await tx.event.findMany({ select: { facts: true, name: true } }),
  ])
  const text = JSON.stringify(kept)
  expect(text).toContain('$argon2id$')
  for (const hidden of [PASSWORD, 'another quiet river', secret]) expect(text).not.toContain(hidden)
})

test('R55 R57 signing in, failing and signing out leave an event and a line in the log, without name or password', async () => {
  const { here, loginName, id } = await withLogin()
  const lines: unknown[] = []
  const spies = (['info', 'warn'] as const).map((level) =>
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void lines.push(line)),
  )
  const secret = await openSession(loginName, PASSWORD, NOW)
  await codeOf(openSession(loginName, 'wrong', NOW))
  await codeOf(openSession(`${loginName}x`, 'wrong', NOW))
  const context = await contextOfSecret(secret, NOW)
  if (context) await revokeSecret(context, secret)
  for (const spy of spies) spy.mockRestore()
  const events = await here.inside((tx) =>
    tx.event.findMany({ where: { name: { startsWith: 'session.' } }, orderBy: { id: 'asc' } }),
  )
  expect(events.map(({ name, actorId, subjectId }) => ({ name, actorId, subjectId }))).toEqual(
    ['session.open', 'session.refuse', 'session.end'].map((name) => ({ name, actorId: id, subjectId: id })),
  )
  const told = lines.map((line) => (line as [object, string])[1])
  expect(told).toEqual([
    'session.open',
    'session.refuse',
    'sign-in refused',
    'sign-in refused',
    'session.end',
  ])
  for (const hidden of [loginName, PASSWORD, secret]) expect(JSON.stringify(lines)).not.toContain(hidden)
})

test('signing out ends the session in the database, not only the cookie', async () => {
  const { loginName } = await withLogin()
  const [here, elsewhere] = [
    await openSession(loginName, PASSWORD, NOW),
    await openSession(loginName, PASSWORD, NOW),
  ]
  const context = await contextOfSecret(here, NOW)
  if (context) await revokeSecret(context, here)
  expect(await contextOfSecret(here, NOW)).toBeNull()
  expect(await contextOfSecret(elsewhere, NOW)).not.toBeNull()
})
