import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { belongTo, forgetAll, forgetVisit } from '@/components/reception/offline/kept-pages'
import { keepPhoto, learn, readVisit, store, write } from '@/components/reception/offline/store'
import { planSave } from '@/lib/reception/waiting-changes'

const visit = (visitId: string, staffId: string, version = 1) => ({
  visitId, staffId, version, values: { fuelEighths: version }, marks: [], syncedAt: null,
}) // prettier-ignore
const change = (visitId: string, staffId: string, fields: object, at = 0) =>
  write(visitId, (known, all) =>
    planSave(known!, all, { id: `${visitId}${at}`, staffId, visitId, at, part: 'gauges' }, { ...fields }),
  )
const photo = (fileId: string, visitId: string, staffId: string) =>
  keepPhoto({ fileId, visitId, staffId, blob: new Blob(['x']) }, 0, `op-${fileId}`)

afterEach(async () => {
  vi.unstubAllGlobals()
  const db = await store()
  for (const name of ['changes', 'known', 'photos', 'device'] as const) await db.clear(name)
})

test('a page that is older than what the device knows teaches it nothing', async () => {
  await learn(visit('v', 's', 5))
  await learn(visit('v', 's', 4))
  expect((await readVisit('v', 's')).known?.version).toBe(5)
  await learn(visit('v', 's', 6))
  expect((await readVisit('v', 's')).known?.version).toBe(6)
})

test('nobody reads what another person left on the device', async () => {
  await learn(visit('v', 's'))
  await change('v', 's', { fuelEighths: 3 })
  await photo('p', 'v', 's')
  expect(await readVisit('v', 'other')).toEqual({ known: undefined, waiting: [], photos: [] })
})

test('R12 whoever leaves takes records and pictures along; what was not sent waits for a week', async () => {
  vi.stubGlobal('navigator', {})
  await learn(visit('v', 's'))
  await change('v', 's', { fuelEighths: 3 })
  await photo('p', 'v', 's')
  const db = await store()
  await db.put('photos', { fileId: 'sent', visitId: 'v', staffId: 's', blob: new Blob() })
  await forgetAll()
  const { known, waiting, photos } = await readVisit('v', 's')
  expect([known, waiting.length, photos.map(({ fileId }) => fileId)]).toEqual([undefined, 2, ['p']])
  await belongTo('s', 0)
  await belongTo('other', 6 * 86_400_000)
  expect(await db.count('changes')).toBe(2)
  await belongTo('other', 8 * 86_400_000)
  expect(await db.count('changes')).toBe(0)
})

test('a signed visit leaves the device, unless something of it could not be sent', async () => {
  vi.stubGlobal('navigator', {})
  await learn(visit('v', 's'))
  await learn(visit('w', 's'))
  await change('w', 's', { fuelEighths: 3 })
  await forgetVisit('v')
  await forgetVisit('w')
  expect((await readVisit('v', 's')).known).toBeUndefined()
  expect((await readVisit('w', 's')).known?.version).toBe(1)
})
