import { ESLint } from 'eslint'
import { beforeAll, describe, expect, test } from 'vitest'
import { AREAS } from '../../scripts/lint/boundaries.mjs'

let eslint: ESLint

/** What the linter of this repository says about a file with this text, were it there. */
async function complaints(filePath: string, text: string) {
  const [answer] = await eslint.lintText(`${text}\n`, { filePath })
  return (answer?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`)
}

const caught = async (rule: string, filePath: string, text: string) => {
  const found = await complaints(filePath, text)
  expect(
    found.filter((line) => line.startsWith(rule)),
    `${filePath}: ${text}`,
  ).not.toEqual([])
}
const allowed = async (filePath: string, text: string) => {
  const found = await complaints(filePath, text)
  expect(
    found.filter((line) => /babu\/|no-restricted-syntax/.test(line)),
    `${filePath}: ${text}`,
  ).toEqual([])
}

beforeAll(() => {
  eslint = new ESLint({ cwd: new URL('../..', import.meta.url).pathname })
})

describe('planted violations of the import table are caught', () => {
  const planted: [string, string][] = [
    ['app/(staff)/today/page.tsx', `import { db } from '@/lib/server/db'; export default db`],
    [
      'app/(staff)/today/page.tsx',
      `import { PrismaClient } from '@/generated/prisma/client'; export default PrismaClient`,
    ],
    [
      'app/(staff)/today/page.tsx',
      `import type { Visit } from '@/generated/prisma/client'; export type V = Visit`,
    ],
    ['app/(staff)/today/page.tsx', `import { Pool } from 'pg'; export default Pool`],
    [
      'components/orders/lines.tsx',
      `import { order } from '@/lib/orders/server/order'; export default order`,
    ],
    [
      'components/orders/lines.tsx',
      `import type { Order } from '../../lib/orders/server/order'; export type O = Order`,
    ],
    ['components/ui/button.tsx', `import { session } from '@/lib/server/session'; export default session`],
    ['components/ui/button.tsx', `import { Page } from '@/app/page'; export default Page`],
    ['lib/orders/order.ts', `import { useState } from 'react'; export default useState`],
    ['lib/orders/order.ts', `import { redirect } from 'next/navigation'; export default redirect`],
    ['lib/orders/order.ts', `import { orders } from '@/lib/i18n/orders'; export default orders`],
    ['lib/orders/order.ts', `import { command } from '@/lib/server/doors'; export default command`],
    ['lib/orders/order.ts', `import { order } from './server/order'; export default order`],
    ['lib/orders/order.ts', `import { plan } from '@/lib/workshop/plan'; export default plan`],
    ['lib/orders/order.ts', `import { plan } from '../workshop/plan'; export default plan`],
    ['lib/orders/order.ts', `export { plan } from '../workshop/plan'`],
    ['lib/orders/order.ts', `export * from '../workshop/plan'`],
    ['lib/orders/order.ts', `export const plan = () => import('../workshop/plan')`],
    ['lib/orders/order.ts', `export type Plan = import('../workshop/plan').Plan`],
    ['lib/orders/order.ts', `import type { Plan } from '@/lib/workshop/plan'; export type P = Plan`],
    ['lib/orders/server/order.ts', `import { plan } from '@/lib/workshop/server/plan'; export default plan`],
    [
      'lib/orders/server/order.ts',
      `import { Prisma } from '@/generated/prisma/client'; export default Prisma`,
    ],
    ['lib/orders/server/order.ts', `import { cookies } from 'next/headers'; export default cookies`],
    ['lib/orders/server/order.ts', `import { orders } from '@/lib/i18n/orders'; export default orders`],
    [
      'lib/orders/server/order.ts',
      `import { Board } from '@/components/workshop/board'; export default Board`,
    ],
    ['lib/server/doors.ts', `import { visit } from '@/lib/reception/visit'; export default visit`],
    ['lib/server/doors.ts', `import { Prisma } from '@/generated/prisma/client'; export default Prisma`],
    ['lib/server/doors.ts', `import { cookies } from 'next/headers'; export default cookies`],
    ['lib/core/time.ts', `import { may } from '@/lib/auth/permissions'; export default may`],
    ['lib/core/time.ts', `import { order } from '@/lib/orders/order'; export default order`],
    ['lib/auth/permissions.ts', `import { order } from '@/lib/orders/order'; export default order`],
    ['lib/i18n/format.ts', `import { db } from '@/lib/server/db'; export default db`],
    ['lib/shared/thing.ts', `import { text } from '@/lib/core/fields'; export default text`],
    ['instrumentation.ts', `import { database } from '@/lib/server/db'; export default database`],
    ['lib/core/time.ts', `import { given } from '@/tests/support/given'; export default given`],
  ]
  test.each(planted)('%s ← %s', (file, text) => caught('babu/boundaries', file, text))

  test('no area imports any area below it, and every area may import those above', async () => {
    for (const [position, area] of AREAS.entries()) {
      const below = AREAS[position + 1]
      const above = AREAS[position - 1]
      if (below)
        await caught(
          'babu/boundaries',
          `lib/${area}/a.ts`,
          `import { x } from '@/lib/${below}/x'; export default x`,
        )
      if (above) await allowed(`lib/${area}/a.ts`, `import { x } from '@/lib/${above}/x'; export default x`)
    }
  })
})

test('what the table allows passes', async () => {
  await allowed(
    'app/(staff)/today/page.tsx',
    `import { today } from '@/lib/reception/server/today'; export default today`,
  )
  await allowed(
    'app/(staff)/today/page.tsx',
    `import { requireContext } from '@/lib/server/session'; export default requireContext`,
  )
  await allowed(
    'instrumentation.ts',
    `import { reportFault } from '@/lib/server/log'; export default reportFault`,
  )
  await allowed(
    'components/orders/lines.tsx',
    `import { orders } from '@/lib/i18n/orders'; export default orders`,
  )
  await allowed(
    'lib/orders/server/order.ts',
    `import { command } from '@/lib/server/doors'; export default command`,
  )
  await allowed(
    'lib/orders/server/order.ts',
    `import type { Prisma } from '@/generated/prisma/client'; export type P = Prisma.Sql`,
  )
  await allowed(
    'lib/server/db.ts',
    `import { PrismaClient } from '@/generated/prisma/client'; export default PrismaClient`,
  )
  await allowed('lib/server/session.ts', `import { cookies } from 'next/headers'; export default cookies`)
})

describe('planted violations of the other rules are caught', () => {
  const planted: [string, string][] = [
    ['lib/orders/order.ts', 'export const today = () => new Date()'],
    ['lib/orders/order.ts', 'export const today = () => Date.now()'],
    ['lib/orders/server/order.ts', 'export const today = () => new Date()'],
    ['lib/orders/order.ts', 'export const home = process.env.HOME'],
    ['app/page.tsx', 'export const home = process.env.HOME'],
    [
      'app/page.tsx',
      'export default function Page() { return <p dangerouslySetInnerHTML={{ __html: "" }} /> }',
    ],
    ['app/page.tsx', 'export const props = { dangerouslySetInnerHTML: { __html: "" } }'],
    ['lib/orders/server/order.ts', 'export const run = (tx) => tx.$queryRawUnsafe("SELECT 1")'],
    ['lib/server/db.ts', 'export const run = (tx) => tx.$executeRawUnsafe("SELECT 1")'],
    ['lib/server/db.ts', 'export const run = (Prisma) => Prisma.raw("SELECT 1")'],
  ]
  test.each(planted)('%s ← %s', (file, text) => caught('no-restricted-syntax', file, text))

  test.each([
    ['app/page.tsx', 'export default function Page() { return <p>Hello there</p> }'],
    ['components/ui/button.tsx', 'export const Button = () => <button aria-label="Close" />'],
    ['components/ui/button.tsx', `export const word = '预约'`],
    ['lib/orders/order.ts', 'export const word = `工单 ${1}`'],
  ])('words outside the catalogues: %s ← %s', (file, text) => caught('babu/words', file, text))

  test('time and environment are free where they belong', async () => {
    await allowed('lib/server/clock.ts', 'export const today = () => new Date()')
    await allowed('lib/orders/order.ts', 'export const day = (text: string) => new Date(text)')
    await allowed('lib/server/env.ts', 'export const home = process.env.HOME')
  })
})
