import 'server-only'
import { dayOf } from '@/lib/core/time'
import type { Tx } from './db'

/** A document number such as R26112200042: kind, day, running number. Unique; gaps are allowed (R46). */
export async function nextNumber(tx: Tx, kind: string, now: Date, timeZone: string): Promise<string> {
  const [row] = await tx.$queryRaw<[{ value: bigint }]>`SELECT nextval('document_number') AS value`
  return numberOf(kind, row.value, now, timeZone)
}

/** The number that a value of the running count stands for. */
export const numberOf = (kind: string, value: bigint, now: Date, timeZone: string): string =>
  `${kind}${dayOf(now, timeZone).replaceAll('-', '').slice(2)}${String(value % 100_000n).padStart(5, '0')}`
