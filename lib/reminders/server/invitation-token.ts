import 'server-only'
import { id as uuid } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { keyedHash, sameText } from '@/lib/server/hash'

const DAY_MS = 86_400_000
/** So long a message of a reminder opens the booking of its car. */
export const INVITATION_DAYS = 60

const sign = (dealershipId: string, taskId: string, lastDay: string) =>
  keyedHash(`invitation:${dealershipId}:${taskId}:${lastDay}`).slice(0, 32)

const packed = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
const unpacked = (text: string) =>
  Buffer.from(text, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What opens the booking of one contact's car to whoever got the message, until a day; nothing of it is stored. */
export function invitationToken(dealershipId: string, taskId: string, now: Date): string {
  const lastDay = (Math.floor(now.getTime() / DAY_MS) + INVITATION_DAYS).toString(36)
  return [packed(taskId), lastDay, sign(dealershipId, taskId, lastDay)].join('.')
}

/** The path of an invitation at a dealership. */
export const invitationPath = (code: string, token: string): string =>
  `/book/${encodeURIComponent(code)}/car/${token}`

/**
 * The contact that a link opens. Refuses `common.not-found` for anything that was not signed here, and `reminder.link-over` after
 * its last day; with `everAfter` it opens still, for who wants no more reminders.
 */
export function invitedTaskId(
  dealershipId: string,
  token: string,
  now: Date,
  { everAfter = false } = {},
): string {
  const [packedId = '', lastDay = '', signature = ''] = token.split('.')
  const id = unpacked(packedId)
  if (!uuid.safeParse(id).success || !sameText(signature, sign(dealershipId, id, lastDay)))
    throw new Refusal('common.not-found')
  const over = (parseInt(lastDay, 36) + 1) * DAY_MS <= now.getTime()
  if (over && !everAfter) throw new Refusal('reminder.link-over')
  return id
}
