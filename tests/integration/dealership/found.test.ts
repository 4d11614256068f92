import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { contextOfSecret } from '@/lib/server/session-rows'
import { openSession } from '@/lib/server/sign-in'
import { foundDealership } from '@/prisma/seed/foundation'
import { foundFirst, type First } from '@/prisma/seed/first-dealership'
import { prepareDatabase } from '../../../scripts/lib/prepare-database.mjs'

const ownerUrl = process.env.OWNER_DATABASE_URL ?? ''
/** Founding hashes a password and prepares whole databases. */
const SLOW = 120_000
const PASSWORD = 'quiet river under glass'
const aFirst = (over: Partial<First> = {}): First => {
  const mark = randomUUID().slice(0, 8)
  return {
    group: { name: `集团${mark}`, nameEn: `Group ${mark}` },
    code: mark,
    name: `自有店${mark}`,
    nameEn: `Own ${mark}`,
    brand: '',
    brandEn: '',
    phone: '',
    address: '',
    addressEn: '',
    person: '沈管理',
    loginName: `boss${mark}`,
    password: PASSWORD,
    ...over,
  }
}
const withClient = async <Result>(url: string, work: (client: pg.Client) => Promise<Result>) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

test(
  'the first administrator of an own dealership can sign in and do the rest',
  async () => {
    const first = aFirst({ personEn: 'Shen Guanli' })
    const { dealershipId } = await foundFirst(ownerUrl, first)
    const now = new Date()
    const context = await contextOfSecret(await openSession(first.loginName, PASSWORD, now), now)
    expect(context?.actor).toMatchObject({ dealershipId, roles: ['administrator'], name: '沈管理' })
    const { rows } = await withClient(ownerUrl, (client) =>
      client.query('SELECT "nameEn" FROM "Staff" WHERE "dealershipId" = $1', [dealershipId]),
    )
    expect(rows).toEqual([{ nameEn: 'Shen Guanli' }])
  },
  SLOW,
)

test(
  'the same code, the same login and a common password are refused, and nothing is founded',
  async () => {
    const first = aFirst()
    await foundFirst(ownerUrl, first)
    const again = aFirst({ code: first.code })
    await expect(foundFirst(ownerUrl, again)).rejects.toMatchObject({ code: 'common.already-exists' })
    const login = aFirst({ loginName: first.loginName })
    await expect(foundFirst(ownerUrl, login)).rejects.toMatchObject({ code: 'staff.login-taken' })
    const weak = aFirst({ password: '123456789012' })
    await expect(foundFirst(ownerUrl, weak)).rejects.toMatchObject({ code: 'staff.password-common' })
    const names = [again, login, weak].map(({ group }) => group.name)
    const left = await withClient(ownerUrl, (client) =>
      client.query('SELECT 1 FROM "Group" WHERE name = ANY($1)', [names]),
    )
    expect(left.rowCount).toBe(0)
  },
  SLOW,
)

test(
  'a founding that breaks at its last step leaves neither group nor dealership nor account',
  async () => {
    const broken = aFirst({ person: '沈\0' })
    await expect(foundFirst(ownerUrl, broken)).rejects.toThrow()
    const left = await withClient(ownerUrl, (client) =>
      client.query(
        `SELECT name FROM "Group" WHERE name = $1 UNION ALL SELECT name FROM "Dealership" WHERE code = $2
         UNION ALL SELECT "loginName" FROM "Account" WHERE "loginName" = $3`,
        [broken.group.name, broken.code, broken.loginName],
      ),
    )
    expect(left.rows).toEqual([])
    await foundFirst(ownerUrl, { ...broken, person: '沈管理' })
  },
  SLOW,
)

test(
  'a second dealership of the same name of group joins the group',
  async () => {
    const first = aFirst()
    await foundFirst(ownerUrl, first)
    await foundFirst(ownerUrl, aFirst({ group: first.group }))
    const groups = await withClient(ownerUrl, (client) =>
      client.query('SELECT 1 FROM "Group" WHERE name = $1', [first.group.name]),
    )
    expect(groups.rowCount).toBe(1)
  },
  SLOW,
)

test(
  'an owner who is no superuser founds a dealership; the role of the app is refused',
  async () => {
    const { clusterUrl, run } = inject('testTemplate')
    const mark = `${run}_${process.env.VITEST_POOL_ID}`
    const [database, owner] = [`${mark}_plain`, `${mark}_plain_owner`]
    const asOwner = new URL(clusterUrl)
    Object.assign(asOwner, { pathname: `/${database}`, username: owner, password: 'plain-owner' })
    await withClient(clusterUrl, async (client) => {
      await client.query(`CREATE ROLE ${owner} LOGIN NOSUPERUSER CREATEROLE PASSWORD 'plain-owner'`)
      await client.query(
        `CREATE DATABASE ${database} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C.UTF-8'`,
      )
    })
    try {
      const secretsDir = mkdtempSync(join(tmpdir(), 'babu-secrets-'))
      const roleSuffix = `${mark}_plain`
      const { appUrl } = await prepareDatabase({ ownerUrl: asOwner.href, secretsDir, roleSuffix })
      const { dealershipId } = await foundDealership(asOwner.href, aFirst())
      await withClient(appUrl, async (app) => {
        const seen = await app.query('SELECT id FROM "Dealership"')
        expect(seen.rows).toEqual([{ id: dealershipId }])
        const another = await foundFirst(asOwner.href, aFirst())
        expect((await app.query('SELECT id FROM "Dealership"')).rows).toContainEqual({
          id: another.dealershipId,
        })
        const group = `INSERT INTO "Group" (id, name, "nameEn") VALUES (gen_random_uuid(), 'x', 'x')`
        await expect(app.query(group)).rejects.toMatchObject({ code: '42501' })
        const dealership = `INSERT INTO "Dealership" (id, "groupId", code, name, "nameEn", brand, "brandEn", phone, address, "addressEn")
        SELECT gen_random_uuid(), id, 'y', 'y', '', '', '', '', '', '' FROM "Group"`
        await expect(app.query(dealership)).rejects.toMatchObject({ code: '42501' })
      })
    } finally {
      await withClient(clusterUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
        await client.query(`DROP ROLE IF EXISTS babu_app_${mark}_plain, babu_jobs_${mark}_plain, ${owner}`)
      })
    }
  },
  SLOW,
)
