import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportedOf } from '../../support/exported'

const below = (folder: string, named: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((name) => named.test(name))
        .sort()
    : []
const source = (file: string) => readFileSync(file, 'utf8')
const lacking = (files: string[], guard: RegExp) => files.filter((file) => !guard.test(source(file)))

/** `file export` of everything a file offers to callers whose own text, with what it uses there, shows no guard. */
const unguarded = (file: string, text: string, guard: RegExp, ofInterest = /./) =>
  [...exportedOf(text)]
    .filter(([name, words]) => ofInterest.test(name) && !guard.test(words))
    .map(([name]) => `${file} ${name}`)

test('R8 one guarded action hides no unguarded one', () => {
  const file = `'use server'
    const context = () => requireContext()
    const wash = (made, raw) => washCar(made, raw)
    export const good = formAction(context, wash)
    export const bad = formAction(async () => anybody(), wash), worse = () => 1
    export async function alsoBad(id) { return wash(anybody(), id) }
    export { wash as renamed }
    export { elsewhere } from './elsewhere'
    export type Harmless = string`
  expect(unguarded('f', file, /requireContext\(/)).toEqual([
    'f bad',
    'f worse',
    'f alsoBad',
    'f renamed',
    'f elsewhere',
  ])
})

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/

/** The endpoints that are no page, and what asks each caller who it is. A new one without a line here fails. */
const ROUTES: Record<string, RegExp | 'public'> = {
  'app/api/auth/[...nextauth]/route.ts': 'public',
  'app/api/health/route.ts': 'public',
  'app/api/v1/openapi.json/route.ts': 'public',
  'app/api/v1/[...path]/route.ts': /serve\(/,
  'app/api/files/route.ts': /currentContext\(/,
  'app/api/files/[id]/route.ts': /currentContext\(/,
  'app/(staff)/documents/[kind]/[id]/pdf/route.ts': /currentContext\(/,
  'app/(customer)/v/[token]/documents/[kind]/[id]/route.ts': /linkContext\(/,
  'app/api/files/import/route.ts': /currentContext\(/,
  'app/api/walk-around/route.ts': /currentContext\(/,
  'app/api/seen/route.ts': /markSeen\(/,
  'app/api/stream/route.ts': /currentContext\(/,
  'app/api/stream/link/[token]/route.ts': /linkContext\(/,
  'app/(customer)/book/[code]/photos/route.ts': /visitorContext\(/,
  'app/(customer)/v/[token]/files/[id]/route.ts': /linkContext\(/,
  'app/(customer)/v/[token]/appointment/calendar.ics/route.ts': /customerContext\(/,
}

test('R4 every endpoint that is no page is listed with its guard, and each of its methods has it', () => {
  const found = below('app', /\/route\.tsx?$/)
  expect(found).toEqual(Object.keys(ROUTES).sort())
  for (const file of found) {
    const guard = ROUTES[file]
    expect(
      [...exportedOf(source(file)).keys()].some((name) => METHOD.test(name)),
      file,
    ).toBe(true)
    if (guard instanceof RegExp) expect(unguarded(file, source(file), guard, METHOD)).toEqual([])
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

/** Server actions that anybody may post, and what makes each of them harmless. */
const PUBLIC_ACTIONS: Record<string, RegExp> = {
  'app/reader-actions.ts': /cookies\(/,
  'app/sign-in/actions.ts': /revokeCurrentSession\(/,
  'app/(customer)/book/actions.ts': /visitorContext\(/,
  'app/(customer)/v/[token]/prove/actions.ts': /proveLink\(/,
}

test('R8 every server action asks who posts', () => {
  const files = below('app', /\.tsx?$/).filter((file) => /^['"]use server['"]/m.test(source(file)))
  expect(files.length).toBeGreaterThan(8)
  const open = files.flatMap((file) => {
    const guard =
      PUBLIC_ACTIONS[file] ??
      (file.startsWith('app/(customer)')
        ? /customerContext\(|linkContext\(/
        : /requireContext\(|currentContext\(/)
    return unguarded(file, source(file), guard)
  })
  expect(open).toEqual([])
})

test('R8 no server action stands inside a component, where no list would see it', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) => below(folder, /\.tsx?$/))
  expect(files.filter((file) => /^[ \t]+['"]use server['"]/m.test(source(file)))).toEqual([])
})
