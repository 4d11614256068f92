import 'server-only'
import { dayOf, fromDateColumn, toDateColumn } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { planPrice, withdrawPrice, type Validity } from '../price'

type Row = { id: string; validFrom: Date; validTo: Date | null }
/** What the price tables have in common. */
type Prices = {
  update: (id: string, validTo: Date | null) => Promise<unknown>
  create: (validFrom: Date) => Promise<{ id: string }>
  remove: (id: string) => Promise<unknown>
}

const validity = ({ id, validFrom, validTo }: Row): Validity => ({
  id,
  validFrom: fromDateColumn(validFrom),
  validTo: validTo && fromDateColumn(validTo),
})

export const todayAt = async (tx: Tx, dealershipId: string, now: Date): Promise<string> =>
  dayOf(now, (await thisDealership(tx, dealershipId)).timeZone)

/** Starts a new price on a day; the one in force ends the day before and keeps its amount. */
export async function startPrice(
  rows: Row[],
  { update, create }: Pick<Prices, 'update' | 'create'>,
  { from, today }: { from: string; today: string },
) {
  const before = planPrice(rows.map(validity), from, today)
  if (before) await update(before, toDateColumn(from))
  return create(toDateColumn(from))
}

/** Takes back a price that has not been in force before today; the one before goes on. */
export async function takeBackPrice(
  rows: Row[],
  { update, remove }: Pick<Prices, 'update' | 'remove'>,
  { id, today }: { id: string; today: string },
) {
  const before = withdrawPrice(rows.map(validity), id, today)
  await remove(id)
  if (before) await update(before, null)
}
