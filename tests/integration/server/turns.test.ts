import pg from 'pg'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { command, query } from '@/lib/server/doors'
import { aDealership } from '../../support/given'

/** Reads how many events there are and writes one more than that: wrong as soon as two run at the same time. */
const count = command('customer.register', z.object({}), async ({ tx, actor }) => {
  const seen = await tx.event.count()
  await tx.$queryRaw`SELECT pg_sleep(0.02)::text`
  return { result: seen, subject: { type: 'dealership', id: actor.dealershipId } }
})
const read = query('customer.read', z.object({}), ({ tx }) => tx.event.count())

/** Another process that is writing for this dealership: holds its turn until it is let go. */
async function anotherWriter(dealershipId: string) {
  const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`writer ${dealershipId}`])
  return () => client.end()
}

test('writers of one dealership take turns: each sees what the one before wrote', async () => {
  const here = await aDealership()
  const seen = await Promise.all(Array.from({ length: 12 }, () => count(here.as('serviceAdviser'), {})))
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i))
})

test('a dealership that waits keeps neither turns nor connections from the others; who waits too long is told', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const letGo = await anotherWriter(here.dealershipId)
  const waiting = Array.from({ length: 30 }, () =>
    count(here.as('serviceAdviser'), {}).then(
      () => 'written',
      (error: { code: string }) => error.code,
    ),
  )
  await expect(count(there.as('serviceAdviser'), {})).resolves.toBe(0)
  await expect(read(there.as('serviceAdviser'), {})).resolves.toBe(1)
  await expect(read(here.as('serviceAdviser'), {})).resolves.toBe(0)
  await expect(waiting[0]).resolves.toBe('common.busy')
  await letGo()
  await expect(waiting[29]).resolves.toBe('written')
})
