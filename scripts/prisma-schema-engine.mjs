#!/usr/bin/env node
// JSON-RPC-over-stdio shim: lets the ordinary Prisma 7 CLI drive the WASM schema engine (no native binary, no download).
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
const require = createRequire(import.meta.url)
const argv = process.argv.slice(2)
const opt = (n) => {
  const i = argv.indexOf(n)
  return i < 0 ? undefined : argv[i + 1]
}
const ds = opt('--datasource') ? JSON.parse(opt('--datasource')) : {}
const url = ds.url ?? process.env.DATABASE_URL
const pg = require('pg')
const quote = (s) => `"${s.replaceAll('"', '""')}"`
const run = async (href, sql) => {
  const c = new pg.Client({ connectionString: href })
  await c.connect()
  try {
    if (sql) await c.query(sql)
  } finally {
    await c.end()
  }
}

if (argv.includes('cli')) {
  // `schema-engine cli can-connect-to-database | create-database | drop-database`
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const sub = argv[argv.indexOf('cli') + 1]
  const admin = new URL(url)
  if (sub !== 'can-connect-to-database') admin.pathname = '/postgres'
  process.stderr.write('\n') // the CLI drops the first stderr line
  const out = (level, fields) =>
    process.stderr.write(
      JSON.stringify({
        timestamp: new Date().toISOString(),
        level,
        fields,
        target: 'schema_engine::logger',
      }) + '\n',
    )
  try {
    await run(
      admin.href,
      sub === 'create-database'
        ? `CREATE DATABASE ${quote(name)}`
        : sub === 'drop-database'
          ? `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`
          : '',
    )
    out('INFO', { message: 'Connection successful' })
    process.exit(0)
  } catch (e) {
    out('ERROR', {
      is_panic: false,
      error_code: e.code === '3D000' ? 'P1003' : e.code === '28P01' ? 'P1000' : 'P1001',
      message: String(e.message),
      meta: {},
    })
    process.exit(1)
  }
}

const { PrismaPg } = require('@prisma/adapter-pg')
const { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils')
const patch = (a) => {
  // adapter-pg rejects "char" (oid 18) and "char"[] (1002), which introspection needs
  const io = a.performIO.bind(a)
  let isChar = []
  a.performIO = async (q) => {
    const r = await io(q)
    const fields = r.fields ?? []
    isChar = fields.map((f) => f.dataTypeID === 18)
    for (const f of fields) {
      if (f.dataTypeID === 18) f.dataTypeID = 25
      if (f.dataTypeID === 1002) f.dataTypeID = 1009
    }
    return r
  }
  const query = a.queryRaw.bind(a)
  a.queryRaw = async (q) => {
    const r = await query(q)
    r.columnTypes = r.columnTypes.map((t, i) => (isChar[i] ? ColumnTypeEnum.Character : t))
    return r
  }
  const begin = a.startTransaction?.bind(a)
  if (begin) a.startTransaction = async (...x) => patch(await begin(...x))
  // upstream splits scripts on ';' (breaks $$ bodies): send the whole script as one simple query
  a.executeScript = async (sql) => {
    try {
      await a.underlyingDriver().query(sql)
    } catch (e) {
      a.onError(e)
    }
  }
  return a
}
const base = new PrismaPg({ connectionString: url })
const shadow = async () => {
  // upstream reuses connectionString, which overrides the shadow database name
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await run(url, `CREATE DATABASE ${quote(name)} TEMPLATE template0`)
  const u = new URL(url)
  u.pathname = '/' + name
  const a = patch(await new PrismaPg({ connectionString: u.href }).connect())
  const dispose = a.dispose.bind(a)
  a.dispose = async () => {
    await dispose()
    await run(url, `DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`)
  }
  return a
}
const factory = {
  provider: base.provider,
  adapterName: base.adapterName,
  connect: async () => patch(await base.connect()),
  connectToShadowDb: shadow,
}

const bgPath = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
const bg = await import(bgPath)
const inst = new WebAssembly.Instance(
  new WebAssembly.Module(readFileSync(bgPath.replace(/\.js$/, '.wasm'))),
  { './schema_engine_bg.js': bg },
)
bg.__wbg_set_wasm(inst.exports)
inst.exports.__wbindgen_start?.()
const engine = await bg.SchemaEngine.new(
  { datamodels: undefined },
  () => {},
  bindMigrationAwareSqlAdapterFactory(factory),
)

const send = (o) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...o }) + '\n')
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue
  const { id, method, params } = JSON.parse(line)
  if (!method) continue // the CLI's answer to our own `print` request
  try {
    const r =
      method === 'createDatabase'
        ? { databaseName: new URL(url).pathname.slice(1) }
        : await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && r?.stdout) send({ id: 1e6, method: 'print', params: { content: r.stdout } })
    send({ id, result: r ?? {} })
  } catch (e) {
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message: String(e?.message ?? e), meta: null, error_code: e?.code ?? null },
      },
    })
  }
}
process.exit(0)
