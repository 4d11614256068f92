import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { pinyinOf } from '@/lib/core/pinyin'
import { instant, plusDays, toDateColumn, weekdayOf } from '@/lib/core/time'
import type { Role } from '@/lib/auth/roles'
import { asTenant, type Db, type Tx } from '@/lib/server/db'
import { costOf, MORE_PARTS, OPERATIONS, PACKAGES, PARTS } from './catalogue'

export type Person = {
  no: string
  name: string
  nameEn: string
  roles: Role[]
  grade?: 'junior' | 'middle' | 'senior'
  skills?: string[]
  login?: { name: string; passwordHash: string }
}

export type Founding = {
  group: { name: string; nameEn: string }
  groupId?: string
  code: string
  name: string
  nameEn: string
  brand: string
  brandEn: string
  phone: string
  address: string
  addressEn: string
  timeZone?: string
}

/** Creates a group (unless given) and a dealership: the one thing only the owner of the database may do. */
export async function foundDealership(
  ownerUrl: string,
  f: Founding,
): Promise<{ groupId: string; dealershipId: string }> {
  const pool = new Pool({ connectionString: ownerUrl, max: 1 })
  try {
    // The owner too is under row-level security where it is no superuser; these two inserts need none of the policies.
    await pool.query('BEGIN')
    const groupId = f.groupId ?? randomUUID()
    const dealershipId = randomUUID()
    if (!f.groupId)
      await pool.query('INSERT INTO "Group" (id, name, "nameEn") VALUES ($1, $2, $3)', [
        groupId,
        f.group.name,
        f.group.nameEn,
      ])
    await pool.query(
      `INSERT INTO "Dealership" (id, "groupId", code, name, "nameEn", brand, "brandEn", phone, address, "addressEn", "timeZone")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        dealershipId,
        groupId,
        f.code,
        f.name,
        f.nameEn,
        f.brand,
        f.brandEn,
        f.phone,
        f.address,
        f.addressEn,
        f.timeZone ?? 'Asia/Shanghai',
      ],
    )
    await pool.query('COMMIT')
    return { groupId, dealershipId }
  } finally {
    await pool.end()
  }
}

export const BAYS = [
  ...Array.from({ length: 8 }, (_, i) => ({
    name: `${i + 1}号工位`,
    nameEn: `Bay ${i + 1}`,
    kind: 'general' as const,
  })),
  { name: '快修1号', nameEn: 'Quick lane 1', kind: 'quick' as const },
  { name: '快修2号', nameEn: 'Quick lane 2', kind: 'quick' as const },
  { name: '四轮定位', nameEn: 'Alignment', kind: 'alignment' as const },
  { name: '钣金工位', nameEn: 'Body bay', kind: 'body' as const },
  { name: '洗车位', nameEn: 'Wash bay', kind: 'wash' as const },
]

/** Opening hours Monday to Sunday, bays, and staff; answers the staff rows by employee number. */
export async function furnish(
  db: Db,
  groupId: string,
  dealershipId: string,
  people: Person[],
): Promise<Map<string, string>> {
  return asTenant(db, dealershipId, async (tx) => {
    await tx.openingHours.createMany({
      data: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        dealershipId,
        weekday,
        opensAt: '08:00',
        closesAt: weekday > 5 ? '17:00' : '18:00',
      })),
    })
    await tx.bay.createMany({ data: BAYS.map((bay, position) => ({ dealershipId, ...bay, position })) })
    const accounts = new Map<Person, string>()
    for (const person of people)
      if (person.login) accounts.set(person, await account(tx, groupId, person.login))
    const staff = await tx.staff.createManyAndReturn({
      select: { id: true, employeeNo: true },
      data: people.map((person) => ({
        dealershipId,
        employeeNo: person.no,
        name: person.name,
        nameEn: person.nameEn,
        ...pinyinOf(person.name),
        roles: person.roles,
        grade: person.grade,
        skills: person.skills ?? [],
        certifiedUntil: person.grade ? toDateColumn('2030-12-31') : null,
        accountId: accounts.get(person) ?? null,
      })),
    })
    return new Map(staff.map(({ employeeNo, id }) => [employeeNo, id]))
  })
}

async function account(
  tx: Tx,
  groupId: string,
  login: { name: string; passwordHash: string },
): Promise<string> {
  await tx.$queryRaw`SELECT set_config('app.login_name', ${login.name}, true)`
  const { id } = await tx.account.create({
    data: { groupId, loginName: login.name, passwordHash: login.passwordHash },
  })
  return id
}

/** Attendance 08:30 to 17:30 for each of `days` days from `from`; everybody has one weekday off in turn. */
export async function giveShifts(
  db: Db,
  dealershipId: string,
  staffIds: string[],
  from: string,
  days: number,
  timeZone: string,
  dayOff = true,
) {
  const data = staffIds.flatMap((staffId, n) =>
    Array.from({ length: days }, (_, i) => plusDays(from, i))
      .filter((day) => !dayOff || weekdayOf(day) !== (n % 7) + 1)
      .flatMap((day) => [
        {
          dealershipId,
          staffId,
          day: toDateColumn(day),
          startsAt: instant(day, '08:30', timeZone),
          endsAt: instant(day, '12:00', timeZone),
        },
        {
          dealershipId,
          staffId,
          day: toDateColumn(day),
          startsAt: instant(day, '13:00', timeZone),
          endsAt: instant(day, '17:30', timeZone),
        },
      ]),
  )
  await asTenant(db, dealershipId, (tx) => tx.shift.createMany({ data }))
}

/** Labour operations, parts with prices and stock, packages with prices, valid from `from`; of a demo more parts, and what they cost. */
export async function fillCatalogue(
  db: Db,
  dealershipId: string,
  from: string,
  now: Date,
  isDemo = false,
): Promise<void> {
  const validFrom = toDateColumn(from)
  const all = isDemo ? [...PARTS, ...MORE_PARTS] : PARTS
  await asTenant(db, dealershipId, async (tx) => {
    const rates = [
      ['general', 18_000],
      ['engine', 24_000],
      ['electrical', 24_000],
      ['chassis', 22_000],
      ['body', 20_000],
      ['paint', 20_000],
      ['newEnergy', 28_000],
    ] as const
    await tx.labourRate.createMany({
      data: rates.map(([skill, hourFen]) => ({ dealershipId, skill, hourFen, validFrom })),
    })
    const operationRows = await tx.labourOperation.createManyAndReturn({
      select: { id: true, code: true },
      data: OPERATIONS.map((operation) => ({ dealershipId, ...operation })),
    })
    const operations = new Map(operationRows.map(({ code, id }) => [code, id]))
    const partRows = await tx.part.createManyAndReturn({
      select: { id: true, no: true },
      data: all.map(({ priceFen: _price, onHand: _onHand, ...part }) => ({
        dealershipId,
        ...part,
        ...pinyinOf(part.name),
      })),
    })
    const parts = new Map(partRows.map(({ no, id }) => [no, id]))
    const stocked = all.map((part) => ({ ...part, partId: parts.get(part.no) ?? '' }))
    await tx.partPrice.createMany({
      data: stocked.map(({ partId, priceFen }) => ({ dealershipId, partId, priceFen, validFrom })),
    })
    await tx.stockItem.createMany({
      data: stocked.map(({ partId, onHand }) => ({ dealershipId, partId, onHandMilli: onHand * 1000 })),
    })
    await tx.stockMove.createMany({
      data: stocked.map(({ partId, onHand, no, brand, priceFen }) => ({
        dealershipId,
        partId,
        kind: 'goodsIn' as const,
        quantityMilli: onHand * 1000,
        unitCostFen: isDemo ? costOf({ no, priceFen }) : null,
        batchNo: `B${no.slice(-4)}`,
        supplier: brand,
        at: now,
      })),
    })
    await fillPackages(tx, dealershipId, validFrom, { operations, parts })
  })
}

async function fillPackages(
  tx: Tx,
  dealershipId: string,
  validFrom: Date,
  { operations, parts }: { operations: Map<string, string>; parts: Map<string, string> },
): Promise<void> {
  const menus = PACKAGES.map(
    ({ operations: _ops, parts: _parts, labourFen: _labour, partsFen: _fen, ...menu }) => menu,
  )
  const rows = await tx.servicePackage.createManyAndReturn({
    select: { id: true, code: true },
    data: menus.map((menu, position) => ({ dealershipId, position, ...menu })),
  })
  const ids = new Map(rows.map(({ code, id }) => [code, id]))
  const packages = PACKAGES.map((each) => ({ ...each, packageId: ids.get(each.code) ?? '' }))
  await tx.packagePrice.createMany({
    data: packages.map(({ packageId, labourFen, partsFen }) => ({
      dealershipId,
      packageId,
      labourFen,
      partsFen,
      validFrom,
    })),
  })
  await tx.packageItem.createMany({
    data: packages.flatMap(({ packageId, operations: ops, parts: needs }) => [
      ...ops.map((code, position) => ({
        dealershipId,
        packageId,
        operationId: operations.get(code),
        position,
      })),
      ...needs.map(([no, quantity], position) => ({
        dealershipId,
        packageId,
        partId: parts.get(no),
        quantityMilli: quantity * 1000,
        position: 10 + position,
      })),
    ]),
  })
}
