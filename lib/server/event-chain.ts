import 'server-only'
import { canonicalJson } from '@/lib/core/canonical-json'
import { asTenant, type Db, type Tx } from './db'
import { each } from './each'
import { sha256 } from './hash'

type ChainedEvent = {
  id: string
  name: string
  subjectType: string
  subjectId: string
  visitId: string | null
  actorKind: string
  actorId: string | null
  actorName: string
  facts: unknown
  at: Date
}

const BATCH = 500
const GENESIS = '0'.repeat(64)

/** Hash of an event in its chain: SHA-256 of the previous hash and the canonical JSON of everything the event says. */
function chainHash(previousHash: string, event: ChainedEvent): string {
  const { id, name, subjectType, subjectId, visitId, actorKind, actorId, actorName, facts, at } = event
  return sha256(
    previousHash +
      canonicalJson({ id, name, subjectType, subjectId, visitId, actorKind, actorId, actorName, facts, at }),
  )
}

/**
 * Seals committed events of one dealership in the order they were written; answers how many. Only one sealer works at a
 * time, writers never wait for it. An event whose transaction commits late is sealed by a later round.
 */
export async function sealEvents(db: Db, dealershipId: string, now: Date): Promise<number> {
  return asTenant(db, dealershipId, async (tx) => {
    const [{ mine }] = await tx.$queryRaw<[{ mine: boolean }]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended('event-chain ' || ${dealershipId}, 0)) AS mine`
    if (!mine) return 0
    const last = await tx.eventSeal.findFirst({ orderBy: { seq: 'desc' } })
    const events = await unsealed(tx)
    let { seq, hash } = last ?? { seq: 0, hash: GENESIS }
    const seals = events.map((event) => {
      const previousHash = hash
      hash = chainHash(previousHash, event)
      return { dealershipId, seq: ++seq, eventId: event.id, previousHash, hash, sealedAt: now }
    })
    if (seals.length) {
      await tx.eventSeal.createMany({ data: seals })
      const eventId = { in: seals.map((seal) => seal.eventId) }
      await tx.unsealedEvent.deleteMany({ where: { dealershipId, eventId } })
    }
    return seals.length
  })
}

/** Seals what every dealership has to seal; a chain that cannot go on is reported and holds up no other. */
export async function sealAll(db: Db): Promise<void> {
  await each(await db.dealership.findMany({ select: { id: true } }), 'seal-events', async ({ id }) => {
    while ((await sealEvents(db, id, new Date())) > 0);
  })
}

const unsealed = (tx: Tx) => tx.$queryRaw<ChainedEvent[]>`
  SELECT e.id, e.name, e."subjectType", e."subjectId", e."visitId", e."actorKind", e."actorId", e."actorName", e.facts, e.at
  FROM "UnsealedEvent" u
  JOIN "Event" e ON e."dealershipId" = u."dealershipId" AND e.id = u."eventId"
  ORDER BY u.position LIMIT ${BATCH}`

export type ChainReport = { sealed: number; unsealed: number; firstBadSeq: number | null }

/** Walks the chain of the tenant from genesis to head: every seal follows the one before, and fits its event. */
export async function verifyChain(tx: Tx): Promise<ChainReport> {
  let previous = GENESIS
  let seq = 0
  for (;;) {
    const seals = await tx.eventSeal.findMany({
      where: { seq: { gt: seq } },
      orderBy: { seq: 'asc' },
      take: 5000,
    })
    if (!seals.length) break
    const events = await tx.event.findMany({ where: { id: { in: seals.map(({ eventId }) => eventId) } } })
    const byId = new Map(events.map((event) => [event.id, event]))
    for (const seal of seals) {
      const event = byId.get(seal.eventId)
      const right =
        event &&
        seal.seq === seq + 1 &&
        seal.previousHash === previous &&
        seal.hash === chainHash(previous, event)
      if (!right) return { sealed: seq, unsealed: 0, firstBadSeq: seq + 1 }
      seq = seal.seq
      previous = seal.hash
    }
  }
  return { sealed: seq, unsealed: (await tx.event.count()) - seq, firstBadSeq: null }
}

/** The chain of every dealership with its head, to be noted where nobody of the house can change it (R56). */
export async function verifyEvery(db: Db): Promise<(ChainReport & { code: string; head: string })[]> {
  const reports = []
  for (const { id, code } of await db.dealership.findMany({ orderBy: { code: 'asc' } })) {
    const report = await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT set_config('app.dealership_id', ${id}, true)`
        const chain = await verifyChain(tx)
        const last = await tx.eventSeal.findFirst({ orderBy: { seq: 'desc' }, select: { hash: true } })
        return { code, ...chain, head: last?.hash ?? GENESIS }
      },
      { timeout: 3_600_000 },
    )
    reports.push(report)
  }
  return reports
}
