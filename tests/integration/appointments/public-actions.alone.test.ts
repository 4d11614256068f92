import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { book, findSlots, proveCode, sendCode } from '@/app/(customer)/book/actions'
import { aDealership, aMobile } from '../../support/given'

const asked = await vi.hoisted(async () => ({
  ...(await import('../../support/cookie-jar')).aCookieJar(),
  sent: new Headers(),
}))
vi.mock('next/headers', () => ({ cookies: asked.cookies, headers: async () => asked.sent }))
vi.mock('next/navigation', () => ({ redirect: vi.fn(), unstable_rethrow: () => {} }))

const wish = {
  packageIds: [],
  operationIds: [],
  waiting: 'waits' as const,
  wishes: 1,
  adviserId: '',
  days: 3,
}
const refused = (code: string) => ({ refused: expect.objectContaining({ code }) })

test('R8 R21 the dealership of a public action comes from the browser: one that is none is refused, not a fault', async () => {
  for (const id of [randomUUID(), 'no-uuid', '', null as never, { not: '' } as never]) {
    expect(await findSlots(id, wish)).toEqual(refused('common.not-found'))
    expect(await sendCode(id, aMobile())).toEqual(refused('common.not-found'))
    expect(await proveCode(id, aMobile(), '123456')).toEqual(refused('common.not-found'))
    expect(await book(id, {} as never)).toEqual(refused('common.not-found'))
  }
})

test('R8 R21 what no page sends to a public action is told back as wrong fields', async () => {
  const { dealershipId } = await aDealership()
  for (const wrong of [
    { ...wish, days: 'x' },
    { ...wish, packageIds: ['x'] },
    { ...wish, adviserId: { not: '' } },
  ])
    expect(await findSlots(dealershipId, wrong as never)).toHaveProperty('fields')
  expect(await sendCode(dealershipId, { startsWith: '' } as never)).toHaveProperty('fields')
  expect(await proveCode(dealershipId, aMobile(), 'x')).toHaveProperty('fields')
  expect(await book(dealershipId, null as never)).toHaveProperty('fields')
})

test('R30 the free times are read so often from one address and no oftener', async () => {
  const { dealershipId } = await aDealership()
  asked.sent = new Headers({ 'x-forwarded-for': randomUUID() })
  const answers = await Promise.all(
    Array.from({ length: 121 }, () => findSlots(dealershipId, { ...wish, days: 0 })),
  )
  expect(
    answers.filter((one) => 'refused' in one && one.refused.code === 'auth.too-many-requests'),
  ).toHaveLength(1)
  expect(await findSlots(dealershipId, wish)).toEqual(refused('auth.too-many-requests'))
  asked.sent = new Headers({ 'x-forwarded-for': randomUUID() })
  expect(await findSlots(dealershipId, wish)).toHaveProperty('value')
})
