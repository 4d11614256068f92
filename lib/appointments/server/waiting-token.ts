import 'server-only'
import { id as uuid } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { keyedHash, sameText } from '@/lib/server/hash'

const sign = (dealershipId: string, id: string) => keyedHash(`waiting:${dealershipId}:${id}`).slice(0, 43)

/** What opens one entry of the waiting list to whoever got the message; nothing of it is stored. */
export const waitingToken = (dealershipId: string, id: string): string => `${id}.${sign(dealershipId, id)}`

/** The entry that a link opens. Refuses `common.not-found` for anything that was not signed here. */
export function waitingIdOf(dealershipId: string, token: string): string {
  const [id = '', signature = ''] = token.split('.')
  if (!uuid.safeParse(id).success || !sameText(signature, sign(dealershipId, id)))
    throw new Refusal('common.not-found')
  return id
}
