import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { GoodRow, RowProblem } from '../check-rows'
import type { ImportKind } from '../kinds'

const values = (rows: GoodRow[], key: string) =>
  rows.map(({ values: row }) => row[key]).filter((value): value is string => typeof value === 'string')
const problem = (
  { row }: GoodRow,
  value: string,
  reason: RowProblem['reason'],
  warning: boolean,
): RowProblem => ({ row, cell: String(row), heading: '', value, reason, warning })

/**
 * Which rows the dealership has already, by plate, VIN and telephone (customers), code, part number or employee number.
 * A VIN that belongs to another plate is a problem; a telephone known under another name is a warning.
 */
export async function knownRows(
  tx: Tx,
  kind: ImportKind,
  rows: GoodRow[],
): Promise<{ known: Set<number>; problems: RowProblem[] }> {
  if (kind === 'customers') return knownCars(tx, rows)
  const known = await knownKeys(tx, kind, rows)
  const key = { operations: 'code', parts: 'no', staff: 'employeeNo' }[kind]
  return {
    known: new Set(rows.filter((row) => known.has(String(row.values[key]))).map(({ row }) => row)),
    problems: [],
  }
}

async function knownKeys(
  tx: Tx,
  kind: Exclude<ImportKind, 'customers'>,
  rows: GoodRow[],
): Promise<Set<string>> {
  if (kind === 'operations') {
    const found = await tx.$queryRaw<
      { key: string }[]
    >`SELECT code AS key FROM "LabourOperation" WHERE code = ANY(${values(rows, 'code')})`
    return new Set(found.map(({ key }) => key))
  }
  if (kind === 'parts') {
    const found = await tx.$queryRaw<
      { key: string }[]
    >`SELECT no AS key FROM "Part" WHERE no = ANY(${values(rows, 'no')})`
    return new Set(found.map(({ key }) => key))
  }
  const found = await tx.$queryRaw<
    { key: string }[]
  >`SELECT "employeeNo" AS key FROM "Staff" WHERE "employeeNo" = ANY(${values(rows, 'employeeNo')})`
  return new Set(found.map(({ key }) => key))
}

async function knownCars(tx: Tx, rows: GoodRow[]) {
  const cars = await tx.$queryRaw<{ plate: string; vin: string | null }[]>`
    SELECT plate, vin FROM "Vehicle" WHERE plate = ANY(${values(rows, 'plate')}) OR vin = ANY(${values(rows, 'vin')})`
  const people = await tx.$queryRaw<{ phone: string; name: string }[]>`
    SELECT DISTINCT ON (phone) phone, name FROM "Customer" WHERE phone = ANY(${values(rows, 'phone')})`
  const plates = new Set(cars.map(({ plate }) => plate))
  const plateOfVin = new Map(cars.map(({ plate, vin }) => [vin, plate]))
  const nameOfPhone = new Map(people.map(({ phone, name }) => [phone, name]))
  const known = new Set<number>()
  const problems: RowProblem[] = []
  for (const row of rows) {
    const { plate, vin, phone, name } = row.values as Record<string, string | undefined>
    if (plate && plates.has(plate)) known.add(row.row)
    const other = vin ? plateOfVin.get(vin) : undefined
    if (vin && other && other !== plate) problems.push(problem(row, vin, 'vinOfOtherPlate', false))
    const named = phone ? nameOfPhone.get(phone) : undefined
    if (phone && named && named !== name)
      problems.push(problem(row, `${phone.slice(0, 3)}****${phone.slice(-4)}`, 'phoneOfOtherName', true))
  }
  return { known, problems }
}
