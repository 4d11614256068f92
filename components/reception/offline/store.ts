import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Known, Plan, Waiting } from '@/lib/reception/waiting-changes'

export type KnownVisit = Known & { visitId: string; staffId: string; syncedAt: number | null }
type Photo = { fileId: string; visitId: string; staffId: string; blob: Blob }

interface Schema extends DBSchema {
  changes: { key: number; value: Waiting; indexes: { visitId: string; staffId: string } }
  known: { key: string; value: KnownVisit }
  photos: { key: string; value: Photo; indexes: { visitId: string } }
  device: { key: string; value: string }
}

export type Store = IDBPDatabase<Schema>
const NAME = 'babu-walk-around'
let opened: Promise<Store> | undefined

/** What this device keeps of walk-arounds: changes on their way, what the server is known to hold, photographs. */
export const store = (): Promise<Store> =>
  (opened ??= openDB<Schema>(NAME, 1, {
    upgrade(db) {
      const changes = db.createObjectStore('changes', { keyPath: 'seq', autoIncrement: true })
      changes.createIndex('visitId', 'visitId')
      changes.createIndex('staffId', 'staffId')
      db.createObjectStore('known', { keyPath: 'visitId' })
      db.createObjectStore('photos', { keyPath: 'fileId' }).createIndex('visitId', 'visitId')
      db.createObjectStore('device')
    },
    terminated() {
      opened = undefined
    },
  }))

export const isVideo = ({ type }: Blob): boolean => type.startsWith('video/')

const SAFE = { durability: 'strict' } as const
type Deciding = (known: KnownVisit | undefined, waiting: Waiting[]) => Plan

/** Decides and writes in one transaction that is on the disk before it is over. */
export async function write(visitId: string, decide: Deciding): Promise<void> {
  const tx = (await store()).transaction(['changes', 'known'], 'readwrite', SAFE)
  const changes = tx.objectStore('changes')
  const [known, waiting] = await Promise.all([
    tx.objectStore('known').get(visitId),
    changes.index('visitId').getAll(visitId),
  ])
  const { put, drop, add } = decide(known, waiting)
  await Promise.all([
    ...put.map((one) => changes.put(one)),
    ...drop.map((seq) => changes.delete(seq)),
    ...add.map((one) => changes.add(one as Waiting)),
    tx.done,
  ])
  tell()
}

/** The server has taken a change: it leaves the queue, and what is known grows by it, in one transaction. */
export async function settle(one: Waiting, grow: (known: KnownVisit) => KnownVisit): Promise<void> {
  const tx = (await store()).transaction(['changes', 'known'], 'readwrite', SAFE)
  const known = await tx.objectStore('known').get(one.visitId)
  await Promise.all([
    tx.objectStore('changes').delete(one.seq),
    ...(known ? [tx.objectStore('known').put(grow(known))] : []),
    tx.done,
  ])
  tell()
}

/** What a page made by the server says, unless this device knows something newer. */
export async function learn(visit: KnownVisit): Promise<void> {
  const tx = (await store()).transaction('known', 'readwrite')
  const before = await tx.store.get(visit.visitId)
  if (!before || before.staffId !== visit.staffId || before.version <= visit.version)
    await tx.store.put({ ...visit, syncedAt: before?.syncedAt ?? null })
  await tx.done
  tell()
}

export async function readVisit(visitId: string, staffId: string) {
  const db = await store()
  const [known, all, photos] = await Promise.all([
    db.get('known', visitId),
    db.getAllFromIndex('changes', 'visitId', visitId),
    db.getAllFromIndex('photos', 'visitId', visitId),
  ])
  const mine = <Of extends { staffId: string }>(of: Of) => of.staffId === staffId
  return {
    known: known && mine(known) ? known : undefined,
    waiting: all.filter(mine),
    photos: photos.filter(mine),
  }
}

/** A photograph or video and its place in the queue; it belongs to a mark or to the fault record. */
export async function keepPhoto(
  photo: Photo,
  at: number,
  id: string,
  of: 'damage' | 'fault' = 'damage',
): Promise<void> {
  const { fileId, visitId, staffId } = photo
  const tx = (await store()).transaction(['changes', 'photos'], 'readwrite', SAFE)
  const change: Omit<Waiting, 'seq'> = {
    id, staffId, visitId, at, kind: 'photo', part: of === 'fault' ? 'words' : 'damage', base: {}, state: 'waiting',
    change: of === 'fault' ? { fileId, of, video: isVideo(photo.blob) } : { fileId },
  } // prettier-ignore
  await Promise.all([
    tx.objectStore('photos').put(photo),
    tx.objectStore('changes').add(change as Waiting),
    tx.done,
  ])
  tell()
}

const ears = new Set<() => void>()
let channel: BroadcastChannel | undefined
const air = () => {
  if (!channel && typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(NAME)
    channel.onmessage = () => ears.forEach((hear) => hear())
  }
  return channel
}

/** Called after each change of the store, also by another tab; answers how to stop. */
export function listen(hear: () => void): () => void {
  air()
  ears.add(hear)
  return () => void ears.delete(hear)
}

export function tell(): void {
  ears.forEach((hear) => hear())
  air()?.postMessage('changed')
}
