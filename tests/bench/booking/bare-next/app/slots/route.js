import { readFileSync } from 'node:fs'
import { Pool } from 'pg'

let asked

function prepare() {
  const { text, values, answer } = JSON.parse(readFileSync(process.env.BARE_FILE, 'utf8'))
  const pool = new Pool({
    connectionString: process.env.APP_DATABASE_URL,
    max: Number(process.env.BARE_POOL),
  })
  return { pool, query: { name: 'slots', text, values }, answer }
}

export const dynamic = 'force-dynamic'

export async function GET() {
  asked ??= prepare()
  await asked.pool.query(asked.query)
  return new Response(asked.answer, { headers: { 'Content-Type': 'application/json' } })
}
