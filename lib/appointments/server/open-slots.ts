import 'server-only'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { MINUTE } from '@/lib/core/time'
import { ask } from '@/lib/server/ask'
import { question } from '@/lib/server/doors'
import { shared } from '@/lib/server/together'
import { OpenSlots } from '../schemas'
import { slotDays, toldDays, type OpenSlotsAnswer } from '../slot-days'
import { USUAL_LEAD_DAYS } from './late-parts'

export type { OpenSlotsAnswer, SlotDay } from '../slot-days'

/** Days past those asked for in which work that begins on the last of them may end. */
const MORE_DAYS = 5

const LATE = `CASE WHEN s.house IS NOT NULL THEN late_parts($1, ($2::timestamptz AT TIME ZONE (s.house ->> 'timeZone'))::date,
    coalesce((s.house -> 'settings' ->> 'parts.leadDays')::int, $9), $5, $7) END`
const TOLD = [
  's.day',
  ...['startsAt', 'opensAt', 'closesAt'].map((name) => `extract(epoch FROM s."${name}")::bigint`),
  's."attendanceMinutes"',
  's.rooms',
  's.house',
  LATE,
].map((field) => `coalesce((${field})::text, '')`)

/**
 * The one statement of a search; the measure of its speed over HTTP sends the same. It answers one text (see `toldDays`): to read
 * rows and columns would take the server longer than all the rest.
 */
export const SEARCH = `SELECT string_agg(concat_ws(E'\\f', ${TOLD.join()}), E'\\v') AS told
  FROM slot_search($1, $2, $3, $4, $5, $6, $7, $8) s`

/** Many look at the same times at the same moment. */
const atOnce = shared<OpenSlotsAnswer>()

/** What has been worked out, by the question, with what the database told: between two bookings many look at the same times. */
const answers = new LRUCache<string, { told: string; answer: OpenSlotsAnswer }>({ max: 100 })

/**
 * Days with the times that are really free for the wanted work: an adviser to receive the car, then technicians of the skill, a
 * bay of the kind, inspection and wash one after the other (S1-64, S1-69), ranked by how level they leave the workshop. Staff
 * see times on full days too, and times before all parts are there, which make the booking provisional; others are offered times
 * from the day on which the parts are there (S1-74, S1-75). Reads one statement: the ledger, which is written when shifts, bays or
 * bookings change. Who gets an answer shares it with others: it is read, never changed.
 */
export const openSlots = question(
  'slot.list',
  OpenSlots,
  async ({ actor, now }, input): Promise<OpenSlotsAnswer> => {
    checkMoving(actor, input.movingId)
    const minute = new Date(Math.ceil(now.getTime() / MINUTE) * MINUTE)
    const asked: Asked = { dealershipId: actor.dealershipId, minute, outside: actor.kind !== 'staff', input }
    const key = JSON.stringify(asked)
    return atOnce(key, () => search(asked, key))
  },
)

type Asked = { dealershipId: string; minute: Date; outside: boolean; input: z.output<typeof OpenSlots> }

async function search(
  { dealershipId, minute, outside, input }: Asked,
  key: string,
): Promise<OpenSlotsAnswer> {
  const [row] = await ask<{ told: string | null }>('slot_search', SEARCH, [
    dealershipId,
    minute,
    input.from ?? null,
    input.days + MORE_DAYS,
    input.packageIds,
    input.operationIds,
    input.movingId ?? null,
    [],
    USUAL_LEAD_DAYS,
  ])
  const told = row?.told ?? ''
  const known = answers.get(key)
  if (known?.told === told) return known.answer
  const answer = slotDays(toldDays(told), { input, now: minute, outside })
  answers.set(key, { told, answer })
  return answer
}

/** A booking is named only by who may move it: it tells what it takes and which parts it waits for. Refuses `common.not-found`. */
export function checkMoving(actor: Actor, movingId: string | undefined): void {
  const own = actor.kind === 'customer' ? actor.appointmentId === movingId : actor.kind !== 'visitor'
  if (movingId && !own) throw new Refusal('common.not-found')
}
