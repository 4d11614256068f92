import 'server-only'
import { canonicalJson } from '@/lib/core/canonical-json'
import { Refusal } from '@/lib/core/refusal'
import { asTenant, type Tx } from '../db'
import { keyedHash } from '../hash'
import type { ApiContext } from './bearer'

type Kept = { answer?: unknown }

/**
 * Answers a request of an endpoint under the caller's idempotency key: the same request gets the first answer again,
 * whatever has changed since; another request under the key is refused with `common.key-reused`. One that was refused or
 * broke off may be sent again: its commands hold to the same key.
 */
export async function answerOnce<Answer>(
  context: ApiContext,
  endpoint: string,
  request: unknown,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { db, actor, now, idempotencyKey: key } = context
  if (key === undefined) return run()
  const { dealershipId } = actor
  const own = { dealershipId, actorKey: `request:${actor.id}:${endpoint}`, key }
  const requestHash = keyedHash(canonicalJson(request))
  const inside = <Result>(work: (tx: Tx) => Promise<Result>) => asTenant(db, dealershipId, work)
  const claimed = await inside(async (tx) => {
    await tx.idempotencyKey.createMany({
      data: { ...own, requestHash, response: {}, createdAt: now },
      skipDuplicates: true,
    })
    return tx.idempotencyKey.findUniqueOrThrow({ where: { dealershipId_actorKey_key: own } })
  })
  if (claimed.requestHash !== requestHash) throw new Refusal('common.key-reused')
  const before = claimed.response as Kept
  if ('answer' in before) return before.answer as Answer
  const open = { ...own, response: { equals: {} } }
  try {
    const response = { answer: JSON.parse(JSON.stringify(await run())) as never }
    const kept = await inside(async (tx) => {
      await tx.idempotencyKey.updateMany({ where: open, data: { response } })
      return tx.idempotencyKey.findUnique({ where: { dealershipId_actorKey_key: own } })
    })
    // A twin in flight may have been first.
    return ((kept?.response as Kept | undefined)?.answer ?? response.answer) as Answer
  } catch (error) {
    await inside((tx) => tx.idempotencyKey.deleteMany({ where: open }))
    throw error
  }
}
