import 'server-only'
import { hoursAfter } from '@/lib/core/time'
import { spellParts } from '@/lib/catalogue/server/spell-parts'
import { unkept } from '@/lib/documents/server/keep-documents'
import { forgetImportFiles } from '@/lib/imports/server/import-files'
import { giveUpImport } from '@/lib/imports/server/run-import'
import { asTenant, database, type Tx } from '@/lib/server/db'
import { each } from '@/lib/server/each'
import { isDemo } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { enqueue } from '@/lib/server/outbox'
import { storedBefore, removeStored } from '@/lib/server/storage'
import { systemContext } from '@/lib/server/system-context'

const KEYS_DAYS = 7
const CODES_DAYS = 1
const ENDED_DAYS = 30
const FILES_DAYS = 7
const IMPORT_HOURS = 24

const daysBefore = (now: Date, days: number) => hoursAfter(now, -24 * days)

/**
 * What one dealership no longer needs goes: answers of idempotency keys after 7 days (R40), codes after a day, sessions
 * and links 30 days after their end, photographs of bookings that were never made after a day and of waits that are over, codes and links in messages that have left (R39), tables of imports and pictures
 * without a row after 7 days. An import that stands still for a day is given up.
 */
export async function tidyUp(dealershipId: string, now: Date): Promise<Record<string, number>> {
  const ended = { lt: daysBefore(now, ENDED_DAYS) }
  const over = { OR: [{ expiresAt: ended }, { revokedAt: ended }] }
  const gone = await asTenant(database(), dealershipId, async (tx) => ({
    keys: await tx.idempotencyKey.deleteMany({ where: { createdAt: { lt: daysBefore(now, KEYS_DAYS) } } }),
    codes: await tx.verificationCode.deleteMany({
      where: { expiresAt: { lt: daysBefore(now, CODES_DAYS) } },
    }),
    sessions: await tx.staffSession.deleteMany({ where: over }),
    links: await tx.accessLink.deleteMany({ where: over }),
    unbooked: await tx.storedFile.deleteMany({
      where: { subjectType: 'booking', createdAt: { lt: daysBefore(now, CODES_DAYS) } },
    }),
    waited: {
      count: await tx.$executeRaw`
        DELETE FROM "StoredFile" f WHERE f."dealershipId" = ${dealershipId}::uuid AND f."subjectType" = 'waiting' AND NOT EXISTS (
          SELECT FROM "WaitingEntry" w WHERE w."dealershipId" = f."dealershipId" AND w.id = f."subjectId" AND w.status = 'waiting')`,
    },
  }))
  const counts = Object.fromEntries(Object.entries(gone).map(([what, { count }]) => [what, count]))
  const messages = isDemo() ? 0 : await asTenant(database(), dealershipId, forgetSecrets)
  const files = daysBefore(now, FILES_DAYS)
  const tables = await asTenant(database(), dealershipId, (tx) => forgetImportFiles(tx, dealershipId, files))
  const pictures = await forgetOrphans(dealershipId, files)
  const spelt = await asTenant(database(), dealershipId, (tx) => spellParts(tx, dealershipId))
  await giveUpStill(dealershipId, now)
  await keepTheRest(dealershipId)
  return { ...counts, messages, tables, pictures, spelt }
}

/** Tidies up every dealership; a fault at one is reported and holds up no other. */
export async function tidyUpAll(now: Date): Promise<void> {
  const dealerships = await database().dealership.findMany({ select: { id: true } })
  await each(dealerships, 'tidy-up', async ({ id }) => log.info(await tidyUp(id, now), 'tidied up'))
}

const forgetSecrets = (tx: Tx) => tx.$executeRaw`
  UPDATE "OutboxMessage" SET facts = facts
    || CASE WHEN facts ? 'code' THEN '{"code": "···"}' ELSE '{}' END::jsonb
    || CASE WHEN facts ? 'link' THEN '{"link": "···"}' ELSE '{}' END::jsonb
  WHERE status <> 'queued'
    AND (coalesce(facts->>'code', '···') <> '···' OR coalesce(facts->>'link', '···') NOT IN ('···', ''))`

const AT_ONCE = 1_000

async function forgetOrphans(dealershipId: string, before: Date): Promise<number> {
  const old = await storedBefore(dealershipId, before)
  const known = new Set<string>()
  for (let from = 0; from < old.length; from += AT_ONCE) {
    const some = old.slice(from, from + AT_ONCE)
    const rows = await asTenant(database(), dealershipId, (tx) =>
      tx.storedFile.findMany({ where: { storageKey: { in: some } }, select: { storageKey: true } }),
    )
    for (const { storageKey } of rows) known.add(storageKey)
  }
  const orphans = old.filter((storageKey) => !known.has(storageKey))
  // The same picture may have been sent again meanwhile: its file is young then, and stays.
  const still = new Set(orphans.length ? await storedBefore(dealershipId, before) : [])
  const gone = orphans.filter((storageKey) => still.has(storageKey))
  for (const storageKey of gone) await removeStored(storageKey)
  return gone.length
}

/** Signed papers without their PDF: what was signed before papers were kept, or failed once. */
const keepTheRest = (dealershipId: string) =>
  asTenant(database(), dealershipId, async (tx) => {
    if (await tx.documentCopy.count({ where: unkept(dealershipId) }))
      await enqueue(tx, 'keep-documents', { dealershipId }, { key: `keep-documents:${dealershipId}` })
  })

async function giveUpStill(dealershipId: string, now: Date): Promise<void> {
  const still = await asTenant(database(), dealershipId, (tx) =>
    tx.importRun.findMany({
      where: { status: 'running', createdAt: { lt: hoursAfter(now, -IMPORT_HOURS) } },
      select: { id: true },
    }),
  )
  await each(still, 'give-up-import', ({ id }) => giveUpImport(systemContext(dealershipId, now), id))
}
