import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { ask } from '@/lib/server/ask'
import { limit } from '@/lib/server/rate-limit'

test('R29 counting and asking go on after the server has ended its idle connections', async () => {
  const who = randomUUID()
  const asked = () => ask<{ one: number }>('one', 'SELECT 1 AS one', [])
  await limit('test', who, 3, 60)
  await asked()
  const owner = new pg.Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  // Every idle connection of the app to this database, as a restart of the server would.
  await owner.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  await owner.end()
  await expect.poll(() => limit('test', who, 3, 60), { timeout: 5000 }).toMatchObject({ remaining: 1 })
  await expect.poll(asked, { timeout: 5000 }).toEqual([{ one: 1 }])
  await limit('test', who, 3, 60)
  await expect(limit('test', who, 3, 60)).rejects.toMatchObject({ code: 'auth.too-many-requests' })
})
