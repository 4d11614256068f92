import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import {
  cursorOf,
  placeOf,
  TIMELINE_KINDS,
  TIMELINE_PAGE,
  type TimelineFacts,
  type TimelineKind,
} from '@/lib/customers/timeline'
import { Prisma } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { timelineParts } from './timeline-rows'

export type TimelineRow = {
  kind: TimelineKind
  id: string
  at: Date
  plate: string | null
  /** What it leads to: the booking, visit, order or complaint. */
  target: string | null
  facts: TimelineFacts
}

const Asked = z
  .object({
    customerId: optional(id),
    vehicleId: optional(id).catch(undefined),
    kind: z.enum(TIMELINE_KINDS).optional().catch(undefined),
    after: z.string().max(80).catch('').default(''),
  })
  .refine(({ customerId, vehicleId }) => customerId ?? vehicleId, {
    path: ['customerId'],
    message: 'required',
  })

/**
 * All that happened with a customer, with a customer's one car, or with a car whoever had it, the youngest first (X-CRM-01,
 * X-CRM-05): one statement, whichever kinds and however long the history; thirty rows and the cursor of the next ones.
 */
export const fileTimeline = query(
  'customer.timeline',
  Asked,
  async ({ tx, actor: { dealershipId } }, { customerId = null, vehicleId = null, kind, after }) => {
    const parts = timelineParts({ dealershipId, customerId, vehicleId })
    const wanted = (kind ? [kind] : TIMELINE_KINDS).filter(
      (one) => customerId || (one !== 'consent' && one !== 'message'),
    )
    const place = placeOf(after)
    if (wanted.length === 0) return { rows: [], next: null }
    const rows = await tx.$queryRaw<TimelineRow[]>`
      SELECT x.kind, x.id::text, x.at, x.target::text, x.facts, car.plate
      FROM (${Prisma.join(
        wanted.map((one) => parts[one]),
        ' UNION ALL ',
      )}) x
      LEFT JOIN "Vehicle" car ON car."dealershipId" = ${dealershipId}::uuid AND car.id = x."vehicleId"
      ${place ? Prisma.sql`WHERE (x.at, x.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : Prisma.empty}
      ORDER BY x.at DESC, x.id DESC LIMIT ${TIMELINE_PAGE + 1}`
    const shown = rows.slice(0, TIMELINE_PAGE)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > TIMELINE_PAGE && last ? cursorOf(last) : null }
  },
)
