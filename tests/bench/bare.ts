import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import pg from 'pg'
import type { Script } from './record'

export type BareRoute = { scripts: Script[]; writes: boolean; fresh: string[][]; body: string; type: string }

// The limit: node:http and pg, the recorded statements on one connection in their order, the recorded bytes as answer.
const [file, url] = process.argv.slice(2)
if (!file || !url) throw new Error('bare.ts <routes file> <database url>')
const routes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, BareRoute>
const pool = new pg.Pool({ connectionString: url, max: 10 })

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const HASH = /^[0-9a-f]{64}$/

/** Something new of the same shape, for what must not be there twice. */
function anew(value: string): string {
  if (UUID.test(value)) return randomUUID()
  if (HASH.test(value)) return randomBytes(32).toString('hex')
  return `${value.slice(0, 2)}${randomBytes(6).toString('hex')}`
}

const NAMED = /"(?:id|no|\w*Hash)":"([^"]+)"/g

/** The ids, numbers and hashes that the rows of a script bring into the world: a second run needs others. */
function madeHere(script: Script): string[] {
  const found = new Set<string>()
  for (const { text, values } of script) {
    if (/write_rows/.test(text))
      for (const [, made] of String(values[0]).matchAll(NAMED)) if (made) found.add(made)
    const parts = /^INSERT INTO [^(]+\(([^)]*)\) VALUES (.*)$/s.exec(text)
    if (!parts) continue
    const columns = (parts[1] ?? '').split(',').map((name) => name.trim().replaceAll('"', ''))
    const rows = (parts[2] ?? '').split(' RETURNING ')[0] ?? ''
    for (const [position, [, number]] of [...rows.matchAll(/\$(\d+)/g)].entries()) {
      const value = values[Number(number) - 1]
      const column = columns[position % columns.length] ?? ''
      if (typeof value === 'string' && /^(id|no|\w*Hash)$/.test(column)) found.add(value)
    }
  }
  return [...found]
}

const literally = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const made = new Map<Script, string[]>()
const anyOf = new Map<Script, RegExp>()
for (const { scripts, fresh, writes } of Object.values(routes))
  for (const [i, script] of scripts.entries()) {
    const known = writes ? [...madeHere(script), ...(fresh[i] ?? [])] : []
    made.set(script, known)
    anyOf.set(script, new RegExp(known.map(literally).join('|') || '(?!)', 'g'))
  }

async function replay(script: Script, writes: boolean) {
  const others = new Map((made.get(script) ?? []).map((value) => [value, anew(value)]))
  const swap = (value: unknown) =>
    typeof value === 'string'
      ? value.replace(anyOf.get(script) ?? /(?!)/g, (one) => others.get(one) ?? one)
      : value
  const client = await pool.connect()
  try {
    for (const { text, values } of script) {
      // What was written is not kept, so that it can be written again; the log is flushed as a commit would.
      if (writes && /^COMMIT/i.test(text)) {
        await client.query('ROLLBACK')
        await client.query(`SELECT pg_logical_emit_message(true, 'bench', '')`)
      } else await client.query(text, writes ? values.map(swap) : values)
    }
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

let turn = 0
let told = false
const server = createServer((request, response) => {
  request.resume()
  const route = routes[decodeURIComponent((request.url ?? '').slice(1))]
  const script = route?.scripts[turn++ % route.scripts.length]
  if (!route || !script) return void response.writeHead(404).end()
  replay(script, route.writes).then(
    () => response.writeHead(200, { 'Content-Type': route.type }).end(route.body),
    (error: Error) => {
      if (!told) console.error(`bare ${request.url}: ${error.message}`)
      told = true
      response.writeHead(500).end()
    },
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(typeof address === 'object' ? address?.port : '')
})
process.on('SIGTERM', () => process.exit(0))
process.once('disconnect', () => process.exit(0))
