import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import type { JudgedPromise } from '../promise-risk'
import { promiseRisks } from './promise-facts'

/** How the promises of these orders stand, by order id; for the promise clock of any staff page. */
export const promiseStates = query(
  'lounge.promises',
  z.object({ orderIds: z.array(z.uuid()).max(300) }),
  async ({ tx, now }, { orderIds }): Promise<Record<string, JudgedPromise>> =>
    Object.fromEntries(await promiseRisks(tx, orderIds, now)),
)
