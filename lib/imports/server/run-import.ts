import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { plateKindOf } from '@/lib/core/plate'
import { pinyinOf } from '@/lib/core/pinyin'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { asTenant, type Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { newId } from '@/lib/server/ids'
import { checkRows, headingRow, type GoodRow, type Mapping } from '../check-rows'
import type { ImportKind } from '../kinds'
import type { ImportTotals } from './import-run'
import { tableOfRun } from './import-run'
import { knownRows } from './known-rows'

const BATCH = 1000

/**
 * Imports the good rows of a started run in batches, each one transaction with one event that also moves the progress:
 * run again, also after a kill in the middle or twice at once, it goes on where it stood. What is known already is left
 * as it is. A run that is not under way stays as it is.
 */
export async function runImport(
  context: Context,
  runId: string,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportTotals> {
  const { db, actor } = context
  const { dealershipId } = actor
  const run = await asTenant(db, dealershipId, (tx) =>
    tx.importRun.findUniqueOrThrow({ where: { dealershipId_id: { dealershipId, id: runId } } }),
  )
  if (run.status !== 'running') return run.totals as ImportTotals
  const table = await tableOfRun(run)
  const { good } = checkRows(run.kind, table, headingRow(run.kind, table), run.mapping as Mapping)
  for (let from = run.progress; from < good.length; from += BATCH) {
    const rows = good.slice(from, from + BATCH)
    await importBatch(context, { runId, kind: run.kind, rows, from })
    onProgress?.(from + rows.length, good.length)
  }
  return finishImport(context, { runId, status: 'done' })
}

/** The worker gives a run up: it tried often enough, or was cut off. It can be started again and goes on where it stood. */
export const giveUpImport = (context: Context, runId: string) =>
  finishImport(context, { runId, status: 'failed' })

const finishImport = command(
  'import.finish',
  z.object({ runId: z.uuid(), status: z.enum(['done', 'failed']) }),
  async ({ tx, actor: { dealershipId }, now }, { runId, status }) => {
    const run = await tx.importRun.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: runId } },
    })
    const totals = run.totals as ImportTotals
    if (run.status !== 'running') throw new Refusal('import.already-started')
    await tx.importRun.updateMany({ where: { id: runId }, data: { status, finishedAt: now } })
    const { kind } = run
    const { imported = 0, skipped = 0 } = totals
    return {
      result: totals,
      subject: { type: 'import', id: runId },
      facts: { kind, status, imported, skipped },
    }
  },
)

const importBatch = command(
  'import.batch',
  z.object({
    runId: z.uuid(),
    kind: z.enum(['customers', 'operations', 'parts', 'staff']),
    rows: z.array(z.custom<GoodRow>()),
    from: z.number(),
  }),
  async ({ tx, actor, now }, { runId, kind, rows, from }) => {
    const { dealershipId } = actor
    const done = from + rows.length
    const { count: mine } = await tx.importRun.updateMany({
      where: { id: runId, status: 'running', progress: from },
      data: { progress: done },
    })
    if (!mine) throw new Refusal('import.already-started')
    const { known, problems } = await knownRows(tx, kind, rows)
    const clashing = new Set(problems.filter(({ warning }) => !warning).map(({ row }) => row))
    const fresh = rows.filter(({ row }) => !known.has(row) && !clashing.has(row)).map(({ values }) => values)
    const added = await WRITERS[kind](tx, dealershipId, fresh, now)
    const { totals } = await tx.importRun.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: runId } },
    })
    const { imported = 0, skipped = 0, ...found } = totals as ImportTotals
    const counted = { ...found, imported: imported + added, skipped: skipped + rows.length - added }
    await tx.importRun.updateMany({ where: { id: runId }, data: { totals: counted } })
    return { result: added, subject: { type: 'import', id: runId }, facts: { kind, added, done } }
  },
)

type Row = Record<string, unknown>
type Writer = (tx: Tx, dealershipId: string, rows: Row[], now: Date) => Promise<number>
const str = (value: unknown): string => (typeof value === 'string' ? value : '')
const int = (value: unknown): number => (typeof value === 'number' ? value : 0)

const WRITERS: Record<ImportKind, Writer> = {
  async customers(tx, dealershipId, rows, now) {
    const phones = rows.map((row) => str(row.phone))
    const known = await tx.$queryRaw<{ id: string; phone: string; name: string }[]>`
      SELECT id, phone, name FROM "Customer" WHERE phone = ANY(${phones})`
    const key = (person: { phone?: unknown; name?: unknown }) => `${str(person.phone)} ${str(person.name)}`
    const idOf = new Map(known.map((person) => [key(person), person.id]))
    const people: object[] = []
    const cars = rows.map((row) => {
      const id = newId()
      const customerId = idOf.get(key(row)) ?? newId()
      if (!idOf.has(key(row))) {
        idOf.set(key(row), customerId)
        const { name, phone, address, formOfAddress } = row
        people.push({
          id: customerId,
          no: `K${customerId.slice(-12).toUpperCase()}`,
          name,
          phone,
          address,
          formOfAddress,
          ...pinyinOf(str(name)),
        })
      }
      return {
        id,
        customerId,
        partyId: newId(),
        readingId: newId(),
        ...row,
        plateKind: plateKindOf(str(row.plate)),
      }
    })
    await tx.$executeRaw`
      INSERT INTO "Customer" ("dealershipId", id, no, name, "formOfAddress", pinyin, initials, phone, address, source, labels, "createdAt")
      SELECT ${dealershipId}::uuid, id, no, name, coalesce("formOfAddress", ''), pinyin, initials, phone, coalesce(address, ''), 'import', '{}', ${now}
      FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb) AS r(id uuid, no text, name text, "formOfAddress" text, pinyin text,
        initials text, phone text, address text)`
    return tx.$executeRaw`
      WITH r AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(cars)}::jsonb) AS r(id uuid, "customerId" uuid, "partyId" uuid, "readingId" uuid,
          plate text, "plateKind" text, vin text, brand text, model text, colour text, "engineNo" text, fuel text, "firstRegisteredOn" date, km int)),
      party AS (INSERT INTO "VehicleParty" ("dealershipId", id, "vehicleId", "customerId", role, since)
        SELECT ${dealershipId}::uuid, "partyId", id, "customerId", 'owner', ${now} FROM r),
      reading AS (INSERT INTO "OdometerReading" ("dealershipId", id, "vehicleId", km, at, source)
        SELECT ${dealershipId}::uuid, "readingId", id, km, ${now}, 'import' FROM r WHERE km IS NOT NULL)
      INSERT INTO "Vehicle" ("dealershipId", id, plate, "plateKind", vin, brand, model, colour, "engineNo", fuel, "firstRegisteredOn", "createdAt")
      SELECT ${dealershipId}::uuid, id, plate, "plateKind", vin, coalesce(brand, ''), coalesce(model, ''), coalesce(colour, ''),
        coalesce("engineNo", ''), coalesce(fuel, 'petrol'), "firstRegisteredOn", ${now} FROM r`
  },
  async operations(tx, dealershipId, rows) {
    const data = rows.map(({ code, name, nameEn, minutes, skill, workClass, minGrade }) => ({
      dealershipId,
      code: str(code),
      name: str(name),
      nameEn: str(nameEn),
      minutes: int(minutes),
      skill: (skill ?? 'general') as 'general',
      workClass: (workClass ?? 'generalRepair') as 'generalRepair',
      minGrade: (minGrade ?? 'junior') as 'junior',
    }))
    return (await tx.labourOperation.createMany({ data, skipDuplicates: true })).count
  },
  async parts(tx, dealershipId, rows, now) {
    const made = await tx.part.createManyAndReturn({
      data: rows.map(({ no, name, nameEn, brand, unit, minMilli, origin, location }) => ({
        dealershipId,
        no: str(no),
        name: str(name),
        nameEn: str(nameEn),
        ...pinyinOf(str(name)),
        brand: str(brand),
        unit: str(unit) || 'pc',
        minMilli: int(minMilli),
        origin: (origin ?? 'original') as 'original',
        location: str(location),
      })),
      select: { id: true, no: true },
    })
    const idOf = new Map(made.map(({ id, no }) => [no, id]))
    const partId = (row: Row) => idOf.get(str(row.no)) ?? ''
    const { timeZone } = await thisDealership(tx, dealershipId)
    const validFrom = toDateColumn(dayOf(now, timeZone))
    await tx.partPrice.createMany({
      data: rows.map((row) => ({
        dealershipId,
        partId: partId(row),
        priceFen: int(row.priceFen),
        validFrom,
      })),
    })
    await tx.stockItem.createMany({
      data: rows.map((row) => ({ dealershipId, partId: partId(row), onHandMilli: int(row.onHandMilli) })),
    })
    const stocked = rows.filter((row) => int(row.onHandMilli) > 0)
    await tx.stockMove.createMany({
      data: stocked.map((row) => ({
        dealershipId,
        partId: partId(row),
        kind: 'adjust' as const,
        quantityMilli: int(row.onHandMilli),
        reason: 'import',
        at: now,
      })),
    })
    return made.length
  },
  async staff(tx, dealershipId, rows) {
    const data = rows.map(({ employeeNo, name, nameEn, phone, roles, grade, skills, certifiedUntil }) => ({
      dealershipId,
      employeeNo: str(employeeNo),
      name: str(name),
      nameEn: str(nameEn),
      ...pinyinOf(str(name)),
      phone: str(phone),
      roles: roles as string[],
      grade: (grade ?? null) as 'junior' | null,
      skills: (skills ?? []) as string[],
      certifiedUntil: certifiedUntil ? toDateColumn(str(certifiedUntil)) : null,
    }))
    return (await tx.staff.createMany({ data, skipDuplicates: true })).count
  },
}
