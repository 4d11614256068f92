import { store, tell } from './store'

const WORKER = '/walk-around-worker.js'

/** The worker lives only where the browser trusts the address: https, or this very machine. */
async function worker(): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null
  const registration = await navigator.serviceWorker.register(WORKER, { scope: '/', updateViaCache: 'none' })
  return registration.active ?? (await navigator.serviceWorker.ready).active
}

/** This page opens without network from now on, for this person on this device. */
export function keepPage(staffId: string): () => void {
  let over = false
  const keep = async () => {
    const assets = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_next/static/'))
      .map(({ pathname, search }) => pathname + search)
    const to = await worker()
    if (!over) to?.postMessage({ keep: location.pathname, owner: staffId, assets })
    await navigator.storage?.persist?.()
  }
  if (navigator.onLine) keep().catch(() => undefined)
  return () => {
    over = true
  }
}

const say = async (message: object) => {
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration('/')
  registration?.active?.postMessage(message)
}

/** The record is signed, or the visit has gone on elsewhere: page, photographs and what was known leave this device. */
export async function forgetVisit(visitId: string): Promise<void> {
  await say({ forget: `/reception/${visitId}` })
  const tx = (await store()).transaction(['changes', 'known', 'photos'], 'readwrite')
  const waiting = await tx.objectStore('changes').index('visitId').count(visitId)
  if (waiting === 0) {
    await tx.objectStore('known').delete(visitId)
    const photos = await tx.objectStore('photos').index('visitId').getAllKeys(visitId)
    await Promise.all(photos.map((fileId) => tx.objectStore('photos').delete(fileId)))
  }
  await tx.done
  tell()
}

/** The person leaves: no page and no record stays; what was not sent yet waits, unread, for its author to sign in again. */
export async function forgetAll(): Promise<void> {
  await say({ forget: 'all' })
  if (!(await isUsed())) return
  const tx = (await store()).transaction(['changes', 'known', 'photos'], 'readwrite')
  const waiting = await tx.objectStore('changes').getAll()
  const needed = new Set(
    waiting.flatMap(({ kind, change }) => (kind === 'photo' ? [String(change.fileId)] : [])),
  )
  await tx.objectStore('known').clear()
  for (const fileId of await tx.objectStore('photos').getAllKeys())
    if (!needed.has(fileId)) await tx.objectStore('photos').delete(fileId)
  await tx.done
  tell()
}

const WEEK_MS = 7 * 86_400_000

/** Whether anything was ever kept on this device. */
export const isUsed = async (): Promise<boolean> =>
  typeof indexedDB !== 'undefined' &&
  (!indexedDB.databases || (await indexedDB.databases()).some(({ name }) => name === 'babu-walk-around'))

/** Who works on this device now: whatever is another's leaves, and what nobody came back for in a week too. */
export async function belongTo(staffId: string, now: number): Promise<void> {
  const db = await store()
  const owner = await db.get('device', 'owner')
  if (owner !== undefined && owner !== staffId) await forgetAll()
  if (owner !== staffId) await db.put('device', staffId, 'owner')
  for (const { seq, at, staffId: of, kind, change } of await db.getAll('changes')) {
    if (of === staffId || now - at <= WEEK_MS) continue
    await db.delete('changes', seq)
    if (kind === 'photo') await db.delete('photos', String(change.fileId))
  }
}
