import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Prisma } from '@/generated/prisma/client'

type Tx = Prisma.TransactionClient

/** Rows that may be written later: new ones, of which the transaction reads nothing before `flush`. */
type Rows = {
  Customer: Prisma.CustomerCreateManyInput
  Vehicle: Prisma.VehicleCreateManyInput
  VehicleParty: Prisma.VehiclePartyCreateManyInput
  Appointment: Prisma.AppointmentCreateManyInput
  AppointmentItem: Prisma.AppointmentItemCreateManyInput
  CapacityUse: Prisma.CapacityUseCreateManyInput
  PreparationTask: Prisma.PreparationTaskCreateManyInput
  AccessLink: Prisma.AccessLinkCreateManyInput
  OutboxMessage: Prisma.OutboxMessageCreateManyInput
  Event: Prisma.EventCreateManyInput
}
type Job = { task: string; payload: Record<string, string | number>; key?: string; runAt?: Date }
type Entry = { table: string; rows: object[] } | { jobs: Job[] }

const waiting = new WeakMap<Tx, Entry[]>()

/** From now on what is written later in this transaction waits for `flush`. */
export const collect = (tx: Tx): void => void waiting.set(tx, [])

/**
 * Writes new rows together with all others that wait, in their order: a statement for each would cost more than its row. Answers
 * the id of the first, which is made here where none is given.
 */
export async function later<Table extends keyof Rows>(
  tx: Tx,
  table: Table,
  rows: readonly Rows[Table][],
): Promise<string> {
  const named = table === 'CapacityUse' ? rows : rows.map((row) => ({ id: uuidv7(), ...row }))
  const entries: { table: string; rows: object[]; fields: string }[] = []
  for (const row of named) {
    const known = Object.entries(row).filter(([, value]) => value !== undefined)
    const fields = known.map(([name]) => name).join()
    const last = entries.at(-1)
    if (last?.fields === fields) last.rows.push(row)
    else entries.push({ table, rows: [row], fields })
  }
  await wait(
    tx,
    entries.map(({ table, rows }) => ({ table, rows })),
  )
  return String((named[0] as { id?: string } | undefined)?.id)
}

/** Adds a job together with the rows that wait. */
export const laterJob = (tx: Tx, job: Job): Promise<void> => wait(tx, [{ jobs: [job] }])

async function wait(tx: Tx, entries: Entry[]) {
  const kept = waiting.get(tx)
  if (kept) kept.push(...entries)
  else await write(tx, entries)
}

/** Writes what waits, in one statement: before something else refers to it or reads it, and at the end of the transaction. */
export async function flush(tx: Tx): Promise<void> {
  const entries = waiting.get(tx)?.splice(0)
  if (entries?.length) await write(tx, entries)
}

const write = (tx: Tx, entries: Entry[]) =>
  tx.$queryRaw`SELECT write_rows(${JSON.stringify(entries, wellFormed)}::jsonb)::text`

/** Half of a character of four bytes, as a cut may leave it, is none for the database. */
const wellFormed = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)
