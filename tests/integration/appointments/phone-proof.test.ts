import { afterEach, expect, test, vi } from 'vitest'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { minutesAfter } from '@/lib/core/time'
import { addressOf } from '@/lib/server/address'
import { aCustomerWithCar, aDealership, aMobile, NOW } from '../../support/given'
import { codeFor } from './support'

test('a visitor proves a number with the six digits of the message', async () => {
  const given = await aDealership()
  const phone = aMobile()
  await requestPhoneCode(given.asVisitor(), { phone })
  const code = await codeFor(given, phone)
  expect(code).toMatch(/^\d{6}$/)
  expect((await provePhone(given.asVisitor(), { phone, code })).proof).not.toBe('')
})

test('the code is kept as a hash, and a code works once', async () => {
  const given = await aDealership()
  const phone = aMobile()
  await requestPhoneCode(given.asVisitor(), { phone })
  const code = await codeFor(given, phone)
  const row = await given.inside((tx) => tx.verificationCode.findFirstOrThrow())
  expect(JSON.stringify(row)).not.toContain(code)
  expect(JSON.stringify(row)).not.toContain(phone)
  await provePhone(given.asVisitor(), { phone, code })
  await expect(provePhone(given.asVisitor(), { phone, code })).rejects.toMatchObject({
    code: 'appointment.code-expired',
  })
})

test('five tries: then even the right code is refused, also when they come at once', async () => {
  const given = await aDealership()
  const phone = aMobile()
  await requestPhoneCode(given.asVisitor(), { phone })
  const code = await codeFor(given, phone)
  const wrong = code === '000000' ? '000001' : '000000'
  await expect(provePhone(given.asVisitor(), { phone, code: wrong })).rejects.toMatchObject({
    code: 'appointment.wrong-code',
    facts: { left: 4 },
  })
  const guesses = await Promise.allSettled(
    Array.from({ length: 12 }, () => provePhone(given.asVisitor(), { phone, code: wrong })),
  )
  const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'right'))
  expect(codes.filter((one) => one === 'appointment.wrong-code')).toHaveLength(4)
  await expect(provePhone(given.asVisitor(), { phone, code })).rejects.toMatchObject({
    code: 'appointment.code-expired',
  })
})

test('after five minutes the code is no longer valid', async () => {
  const given = await aDealership()
  const phone = aMobile()
  await requestPhoneCode(given.asVisitor(), { phone })
  const later = given.asVisitor({ now: minutesAfter(NOW, 5) })
  await expect(provePhone(later, { phone, code: await codeFor(given, phone) })).rejects.toMatchObject({
    code: 'appointment.code-expired',
  })
})

test('once a minute per number, and the same answer for a known and an unknown number', async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const known = await requestPhoneCode(given.asVisitor(), { phone: customer.phone })
  const unknown = await requestPhoneCode(given.asVisitor(), { phone: aMobile() })
  expect(known).toEqual(unknown)
  await expect(requestPhoneCode(given.asVisitor(), { phone: customer.phone })).rejects.toMatchObject({
    code: 'auth.too-many-requests',
  })
})

test('a code of another number does not fit, and a technician may not ask for codes', async () => {
  const given = await aDealership()
  const [mine, theirs] = [aMobile(), aMobile()]
  await requestPhoneCode(given.asVisitor(), { phone: theirs })
  const code = await codeFor(given, theirs)
  await expect(provePhone(given.asVisitor(), { phone: mine, code })).rejects.toMatchObject({
    code: 'appointment.code-expired',
  })
  await expect(requestPhoneCode(given.as('technician'), { phone: aMobile() })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('five codes an hour per number and no sixth, even a minute apart', async () => {
  const given = await aDealership()
  const phone = aMobile()
  /** As if a minute had passed: the limit of one a minute has forgotten, the one of the hour has not. */
  const aMinuteLater = () =>
    given.inside((tx) => tx.$executeRaw`DELETE FROM "RateLimit" WHERE key LIKE 'phone-code-minute%'`)
  for (let code = 1; code <= 5; code++) {
    await requestPhoneCode(given.asVisitor(), { phone })
    await aMinuteLater()
  }
  await expect(requestPhoneCode(given.asVisitor(), { phone })).rejects.toMatchObject({
    code: 'auth.too-many-requests',
    facts: { seconds: expect.toSatisfy((seconds: number) => seconds > 3000 && seconds <= 3600) },
  })
  expect(await given.inside((tx) => tx.outboxMessage.count({ where: { recipient: phone } }))).toBe(5)
  await requestPhoneCode(given.asVisitor(), { phone: aMobile() })
})

afterEach(() => void vi.useRealTimers())
const tooOften = { code: 'auth.too-many-requests' }

test(
  'R30 a number gets one code a minute, five an hour and ten a day, at all dealerships together',
  { timeout: 60_000 },
  async () => {
    const [here, there] = [await aDealership(), await aDealership()]
    const phone = aMobile()
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    await requestPhoneCode(here.asVisitor(), { phone })
    await expect(requestPhoneCode(there.asVisitor(), { phone })).rejects.toMatchObject(tooOften)
    for (let n = 1; n < 10; n++) {
      vi.setSystemTime(minutesAfter(NOW, 13 * n))
      await requestPhoneCode((n % 2 ? there : here).asVisitor(), { phone })
    }
    vi.setSystemTime(minutesAfter(NOW, 13 * 10))
    await expect(requestPhoneCode(here.asVisitor(), { phone })).rejects.toMatchObject(tooOften)
    vi.setSystemTime(minutesAfter(NOW, 24 * 60 + 1))
    await requestPhoneCode(here.asVisitor(), { phone })
  },
)

test(
  'R30 sixty codes an hour from one address, whatever the client claims to be',
  { timeout: 60_000 },
  async () => {
    const given = await aDealership()
    const ours = `203.0.113.${Math.floor(Math.random() * 250)}`
    const ask = (claimed: string) =>
      requestPhoneCode(given.asVisitor(), {
        phone: aMobile(),
        address: addressOf(new Headers({ 'x-forwarded-for': `${claimed}, ${ours}` })),
      })
    for (let n = 0; n < 60; n++) await ask(`198.51.100.${n}`)
    await expect(ask('192.0.2.1')).rejects.toMatchObject(tooOften)
  },
)
