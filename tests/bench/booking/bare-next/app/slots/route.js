import { readFileSync } from 'node:fs'
import { Pool } from 'pg'

let prepared
let turn = 0

function prepare() {
  const { text, asked } = JSON.parse(readFileSync(process.env.BARE_FILE, 'utf8'))
  const pool = new Pool({
    connectionString: process.env.APP_DATABASE_URL,
    max: Number(process.env.BARE_POOL),
  })
  return {
    pool,
    asked: asked.map(({ values, answer }) => ({ query: { name: 'slots', text, values }, answer })),
  }
}

export const dynamic = 'force-dynamic'

export async function GET() {
  prepared ??= prepare()
  const { query, answer } = prepared.asked[turn++ % prepared.asked.length]
  await prepared.pool.query(query)
  return new Response(answer, { headers: { 'Content-Type': 'application/json' } })
}
