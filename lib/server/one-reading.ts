import 'server-only'
import { asTenant } from './db'
import type { Context } from './doors'

/**
 * The queries of one page in one transaction: each alone would begin and end one. Commands keep transactions of their own.
 */
export const oneReading = <C extends Context, Result>(
  context: C,
  work: (context: C) => Promise<Result>,
): Promise<Result> => {
  const { dealershipId } = context.actor
  return asTenant(context.db, dealershipId, (tx) => work({ ...context, within: { tx, dealershipId } }))
}
