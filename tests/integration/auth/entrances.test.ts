import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const below = (folder: string, named: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((name) => named.test(name))
        .sort()
    : []
const source = (file: string) => readFileSync(file, 'utf8')
const lacking = (files: string[], guard: RegExp) => files.filter((file) => !guard.test(source(file)))

/** The endpoints that are no page, and what asks each caller who it is. A new one without a line here fails. */
const ROUTES: Record<string, RegExp | 'public'> = {
  'app/api/auth/[...nextauth]/route.ts': 'public',
  'app/api/health/route.ts': 'public',
  'app/api/v1/openapi.json/route.ts': 'public',
  'app/api/v1/[...path]/route.ts': /serve\(/,
  'app/api/files/route.ts': /currentContext\(\)/,
  'app/api/files/[id]/route.ts': /currentContext\(\)/,
  'app/api/files/import/route.ts': /currentContext\(\)/,
  'app/api/stream/route.ts': /currentContext\(\)/,
  'app/api/stream/link/[token]/route.ts': /linkContext\(/,
  'app/(customer)/v/[token]/files/[id]/route.ts': /linkContext\(/,
  'app/(customer)/v/[token]/appointment/calendar.ics/route.ts': /customerContext\(/,
}

test('R4 every endpoint that is no page is listed with its guard and has it', () => {
  const found = below('app', /\/route\.tsx?$/)
  expect(found).toEqual(Object.keys(ROUTES).sort())
  for (const file of found) {
    const guard = ROUTES[file]
    if (guard instanceof RegExp) expect(source(file), file).toMatch(guard)
  }
})

test('R4 every page of the staff asks who is signed in', () => {
  const pages = [...below('app/(staff)', /\/page\.tsx$/), ...below('app/(wall)', /\/page\.tsx$/)]
  expect(pages.length).toBeGreaterThan(15)
  expect(lacking(pages, /requireContext\(/)).toEqual([])
})

test('R4 every page behind a customer link checks the link', () => {
  const pages = below('app/(customer)/v', /\/page\.tsx$/).filter((file) => !file.includes('/prove/'))
  expect(pages.length).toBeGreaterThan(2)
  expect(lacking(pages, /customerContext\(/)).toEqual([])
  expect(lacking(below('app/(customer)/v/[token]/prove', /\/page\.tsx$/), /peekLink\(/)).toEqual([])
})

/** Server actions that anybody may post, and why they need nobody. */
const PUBLIC_ACTIONS: Record<string, RegExp> = {
  'app/reader-actions.ts': /cookies\(\)/,
  'app/sign-in/actions.ts': /revokeCurrentSession|signIn|openSession/,
  'app/(customer)/book/actions.ts': /visitorContext\(/,
  'app/(customer)/v/[token]/prove/actions.ts': /proveLink|prove/,
}

test('R8 every file of server actions asks who posts', () => {
  const files = below('app', /\.tsx?$/).filter((file) => /^['"]use server['"]/m.test(source(file)))
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) {
    const guard =
      PUBLIC_ACTIONS[file] ??
      (file.startsWith('app/(customer)') ? /customerContext|linkContext/ : /requireContext|currentContext/)
    expect(source(file), file).toMatch(guard)
  }
})
