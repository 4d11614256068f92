// Imports a table into one dealership from the terminal. Without --good or --all it only says what it found.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '@/lib/core/refusal'
import { imports } from '@/lib/i18n/imports'
import { refusalText } from '@/lib/i18n/refusals'
import { missingFields } from '@/lib/imports/check-rows'
import { IMPORT_KINDS } from '@/lib/imports/kinds'
import { checkImport, startImport } from '@/lib/imports/server/import-run'
import { runImport } from '@/lib/imports/server/run-import'
import { database } from '@/lib/server/db'
import { systemContext } from '@/lib/server/system-context'

const USAGE =
  'Usage: npm run import -- --dealership SH01 --kind customers|operations|parts|staff file.xlsx [--good | --all]'
const SHOWN = 50
const t = imports.en
const say = (line: string) => process.stdout.write(`${line}\n`)

class Stop extends Error {}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dealership: { type: 'string' },
      kind: { type: 'string' },
      good: { type: 'boolean' },
      all: { type: 'boolean' },
    },
  })
  const kind = IMPORT_KINDS.find((each) => each === values.kind)
  const [path] = positionals
  if (!kind || !path || !values.dealership) throw new Stop(USAGE)
  const code = values.dealership
  const shops = await database().dealership.findMany({ select: { id: true, code: true } })
  const shop = shops.find((each) => each.code === code)
  if (!shop)
    throw new Stop(
      `There is no dealership ${code}; there is ${shops.map((each) => each.code).join(', ') || 'none yet: npm run found'}.`,
    )
  const bytes = await readFile(path).catch(() => {
    throw new Stop(`The file ${path} cannot be read.`)
  })
  const context = systemContext(shop.id)
  const found = await checkImport(context, { kind, fileName: basename(path), bytes: new Uint8Array(bytes) })
  const { totals, problems, mapping } = found
  for (const { cell, heading, value, reason, warning } of problems.slice(0, SHOWN))
    say(`  ${cell.padEnd(6)} ${warning ? t.warning : t.error}  ${heading} "${value}"  ${t.reasons[reason]}`)
  if (problems.length > SHOWN) say(`  ... ${problems.length - SHOWN} more`)
  say(
    `${t.total}: ${totals.rows}; ${t.good}: ${totals.good}; ${t.bad}: ${totals.bad}; ${t.known}: ${totals.known}; ${t.repeated}: ${totals.repeated}`,
  )
  const missing = missingFields(kind, mapping)
  if (missing.length)
    throw new Stop(t.missing({ fields: missing.map((key) => t.fields[key] ?? key).join(', ') }))
  if (!values.good && !values.all)
    return say('Nothing was written. Add --good to import the good rows, or --all when no row has errors.')
  await startImport(context, { id: found.id, take: values.all ? 'all' : 'good', inline: true })
  const done = await runImport(context, found.id, (at, total) => {
    process.stdout.write(
      process.stdout.isTTY
        ? `\r  ${t.running({ done: at, total })}`
        : `  ${t.running({ done: at, total })}\n`,
    )
  })
  if (process.stdout.isTTY) say('')
  say(t.done({ imported: done.imported ?? 0, skipped: done.skipped ?? 0 }))
}

main()
  .then(() => 0)
  .catch((error: unknown) => {
    const known = error instanceof Refusal ? refusalText(error, 'en') : undefined
    const wrongUse = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
    console.error(known ?? (error instanceof Stop ? error.message : wrongUse ? USAGE : error))
    return 1
  })
  .then(async (code) => {
    await database().$disconnect()
    process.exit(code)
  })
