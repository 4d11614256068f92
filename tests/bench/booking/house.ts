import { Client } from 'pg'
import { dayOf, plusDays } from '@/lib/core/time'
import { refreshCapacity } from '@/lib/dealership/server/capacity-ledger'
import { asTenant, database } from '@/lib/server/db'
import { fillCatalogue, foundDealership, furnish, giveShifts, type Person } from '@/prisma/seed/foundation'

export const ZONE = 'Asia/Shanghai'
const SKILLS = ['general', 'engine', 'electrical', 'chassis', 'body', 'paint', 'newEnergy'] as const

const people = (technicians: number, advisers: number, inspectors: number): Person[] => [
  ...Array.from({ length: advisers }, (_, i) => ({ no: `A${i}`, name: `顾问${i}`, nameEn: `Adviser ${i}`, roles: ['serviceAdviser'] as Person['roles'] })),
  ...Array.from({ length: technicians }, (_, i) => ({
    no: `T${i}`, name: `技师${i}`, nameEn: `Technician ${i}`, roles: ['technician'] as Person['roles'], grade: 'senior' as const,
    skills: [...new Set(['general', SKILLS[i % SKILLS.length] ?? 'general'])],
  })),
  ...Array.from({ length: inspectors }, (_, i) => ({ no: `Q${i}`, name: `质检${i}`, nameEn: `Inspector ${i}`, roles: ['qcInspector'] as Person['roles'] })),
  { no: 'M0', name: '经理', nameEn: 'Manager', roles: ['serviceManager'] },
] // prettier-ignore

export type House = {
  dealershipId: string
  staff: Map<string, string>
  packageId: string
  now: Date
  today: string
}

type Size = { technicians?: number; advisers?: number; inspectors?: number; washBays?: number }

/** A dealership of that size, with shifts for the booking horizon, catalogue and ledger. */
export async function aHouse(
  code: string,
  { technicians = 16, advisers = 4, inspectors = 1, washBays = 1 }: Size = {},
): Promise<House> {
  const owner = process.env.OWNER_DATABASE_URL
  if (!owner) throw new Error('OWNER_DATABASE_URL is not set: run npm run bench:booking')
  const now = new Date()
  const today = dayOf(now, ZONE)
  const { groupId, dealershipId } = await foundDealership(owner, {
    group: { name: `G${code}`, nameEn: `G${code}` },
    code, name: code, nameEn: code, brand: 'B', brandEn: 'B', phone: '02112345678', address: '1', addressEn: '1', timeZone: ZONE,
  }) // prettier-ignore
  const staff = await furnish(database(), groupId, dealershipId, people(technicians, advisers, inspectors))
  await giveShifts(database(), dealershipId, [...staff.values()], today, 46, ZONE, false)
  await fillCatalogue(database(), dealershipId, plusDays(today, -100), now)
  const packageId = await asTenant(database(), dealershipId, async (tx) => {
    await tx.bay.createMany({
      data: Array.from({ length: washBays - 1 }, (_, i) => ({ dealershipId, name: `W${i}`, nameEn: `W${i}`, kind: 'wash' as const, position: 100 + i })),
    }) // prettier-ignore
    await refreshCapacity(tx, { dealershipId, now })
    const row = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } })
    return row.id
  })
  return { dealershipId, staff, packageId, now, today }
}

/** The same ledger and rules for so many more dealerships, copied by the owner in the database. */
export async function copies(house: House, count: number): Promise<void> {
  const client = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await client.connect()
  const tables = ['OpeningHours', 'ServicePackage', 'BookingDay', 'CapacityDay']
  try {
    for (const table of ['Dealership', ...tables])
      await client.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`)
    await client.query(
      'CREATE TEMP TABLE copied AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, $1::int) n',
      [count],
    )
    await client.query(
      `INSERT INTO "Dealership" SELECT (jsonb_populate_record(d, jsonb_build_object('id', c.id, 'code', d.code || '-' || c.n))).*
       FROM "Dealership" d, copied c WHERE d.id = $1`,
      [house.dealershipId],
    )
    for (const table of tables) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'`,
        [table],
      )
      const columns = rows.map(({ name }) => `"${name}"`)
      const values = rows.map(({ name }) => (name === 'dealershipId' ? 'c.id' : `t."${name}"`))
      await client.query(
        `INSERT INTO "${table}" (${columns.join()}) SELECT ${values.join()} FROM "${table}" t, copied c WHERE t."dealershipId" = $1`,
        [house.dealershipId],
      )
    }
    for (const table of ['Dealership', ...tables])
      await client.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`)
  } finally {
    await client.end()
  }
}

/** What autovacuum does within a minute of a database in service: its statistics are those of its rows. */
export async function settle(): Promise<void> {
  const client = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await client.connect()
  try {
    await client.query('VACUUM (ANALYZE)')
  } finally {
    await client.end()
  }
}
