import 'server-only'
import * as z from 'zod'
import { hoursAfter } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'

const SHOWN_DAYS = 7

/** Requests that wait for an answer, the most urgent first, and those answered in the last week, the newest first. */
export const requests = query('request.list', z.object({}), async ({ tx, actor: { dealershipId }, now }) => {
  const include = {
    answeredBy: { select: { name: true, nameEn: true } },
    appointment: { select: { id: true, no: true } },
  }
  const open = await tx.serviceRequest.findMany({
    where: { dealershipId, answeredAt: null },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: 300,
    include,
  })
  const answered = await tx.serviceRequest.findMany({
    where: { dealershipId, answeredAt: { gte: hoursAfter(now, -24 * SHOWN_DAYS) } },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    take: 100,
    include,
  })
  const { 'response.requestMinutes': minutes } = await settingsOf(tx)
  return { open, answered, minutes }
})

/** How many wait, and how many of them too long. */
export const requestCounts = query(
  'request.list',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => ({
    open: await tx.serviceRequest.count({ where: { dealershipId, answeredAt: null } }),
    late: await tx.serviceRequest.count({ where: { dealershipId, answeredAt: null, dueAt: { lte: now } } }),
  }),
)
