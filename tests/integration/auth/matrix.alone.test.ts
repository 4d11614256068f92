import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { grantsOf, PERMISSIONS, type Permission } from '@/lib/auth/permissions'
import { ROLES } from '@/lib/auth/roles'
import { SCOPES } from '@/lib/auth/scopes'
import { Refusal } from '@/lib/core/refusal'
import type { Db } from '@/lib/server/db'
import { knownDoors, type Door } from '@/lib/server/doors'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
const sourceOf = (file: string) => readFileSync(file, 'utf8')

const AREA_FILES = filesBelow('lib').filter((file) => /^lib\/[\w-]+\/server\//.test(file))

let doors: readonly Door[]
beforeAll(async () => {
  for (const file of AREA_FILES) await import(/* @vite-ignore */ pathToFileURL(file).href)
  doors = knownDoors()
}, 120_000)

const common = { dealershipId: '00000000-0000-7000-8000-000000000001', name: '', locale: 'zh-CN' } as const
const id = '00000000-0000-7000-8000-000000000002'

/** Everybody who can knock: each role, each scope, and those who are no staff. */
const PRINCIPALS: { grant: string; actor: Actor }[] = [
  ...ROLES.map((role) => ({
    grant: role as string,
    actor: { ...common, kind: 'staff', id, roles: [role], grade: 'senior' } as const,
  })),
  ...SCOPES.map((scope) => ({
    grant: `scope ${scope}`,
    actor: { ...common, kind: 'integration', id, scopes: [scope] } as const,
  })),
  { grant: 'no role', actor: { ...common, kind: 'staff', id, roles: [], grade: null } },
  { grant: 'no scope', actor: { ...common, kind: 'integration', id, scopes: [] } },
  { grant: 'customer', actor: { ...common, kind: 'customer', id, appointmentId: null, visitId: null } },
  { grant: 'visitor', actor: { ...common, kind: 'visitor', id: null } },
  { grant: 'system', actor: { ...common, kind: 'system', id: null } },
]

class ReachedTheDatabase extends Error {}

/** A database behind which nothing can be read or written: getting there at all shows that the door is open. */
const wall = new Proxy({} as Db, {
  get: () => () => {
    throw new ReachedTheDatabase()
  },
})

async function isRefused(door: Door, actor: Actor): Promise<boolean> {
  try {
    await door({ db: wall, actor, now: new Date() }, {})
    return false
  } catch (error) {
    return error instanceof Refusal && error.code === 'auth.forbidden'
  }
}

test('R4 every command and query is a door with a row in the permission table', () => {
  expect(doors.length).toBeGreaterThan(100)
  for (const { permission } of doors) expect(PERMISSIONS).toContain(permission)
  const made = AREA_FILES.reduce(
    (sum, file) => sum + (sourceOf(file).match(/=\s*(command|query|question)\(/g)?.length ?? 0),
    0,
  )
  expect(doors.length).toBe(made)
})

test('R4 each door opens to those the table names and to nobody else', { timeout: 60_000 }, async () => {
  const wrong: string[] = []
  for (const door of doors)
    for (const { grant, actor } of PRINCIPALS) {
      const allowed = (grantsOf(door.permission) as readonly string[]).includes(grant)
      const refused = await isRefused(door, actor)
      if (refused === allowed)
        wrong.push(`${door.permission} ${grant}: ${refused ? 'refused' : 'let in'}, the table says otherwise`)
    }
  expect(wrong).toEqual([])
})

test('R4 the table has no dead row: each permission guards a door, a page or a rule', () => {
  const used = new Set<string>(doors.map(({ permission }) => permission))
  const rest = ['app', 'components', 'lib']
    .flatMap(filesBelow)
    .filter((file) => file !== 'lib/auth/permissions.ts' && !file.startsWith('lib/i18n/'))
    .map(sourceOf)
    .join('\n')
  const dead = PERMISSIONS.filter(
    (permission: Permission) => !used.has(permission) && !rest.includes(`'${permission}'`),
  )
  expect(dead).toEqual([])
})

test('R4 a permission that names nobody would be a locked door', () => {
  for (const permission of PERMISSIONS)
    expect([permission, grantsOf(permission).length > 0]).toEqual([permission, true])
})
