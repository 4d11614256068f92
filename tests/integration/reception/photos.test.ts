import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { recordDocument } from '@/lib/reception/server/record-document'
import { saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { storedFile } from '@/lib/reception/server/stored-file'
import { fileResponse, isOwnPost, noSuchFile } from '@/lib/server/files'
import { sha256 } from '@/lib/server/hash'
import { newId } from '@/lib/server/ids'
import { aDealership } from '../../support/given'
import { poisoned } from '../../support/poison'
import { aWalkAround } from './given-visit'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
const mark = { view: 'rear', x: 500, y: 500, kind: 'dent', severity: 1 } as const

test('S2-25 a photo of a mark is stored as WebP and its hash becomes part of what is signed', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const { fileId } = await addPhoto(adviser, { visitId, photo: await picture() })
  await saveDamageMark(adviser, { visitId, ...mark, photoFileId: fileId })
  const { mime, bytes } = await storedFile(here.as('technician'), { fileId })
  expect({ mime, format: (await sharp(bytes).metadata()).format }).toEqual({
    mime: 'image/webp',
    format: 'webp',
  })
  const document = await here.inside((tx) => recordDocument(tx, here.dealershipId, visitId))
  expect(document.marks[0]?.photoSha256).toMatch(/^[0-9a-f]{64}$/)
})

test('what is no picture or too large is refused', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
  await expect(addPhoto(adviser, { visitId, photo: svg })).rejects.toMatchObject({ code: 'file.wrong-kind' })
  const large = Buffer.alloc(10 * 1024 * 1024 + 1)
  await expect(addPhoto(adviser, { visitId, photo: large })).rejects.toMatchObject({ code: 'file.too-large' })
})

test('R2 a file is for its own dealership and for the customer of its visit alone', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const [own, other] = [await aWalkAround(here), await aWalkAround(here)]
  const { fileId } = await addPhoto(own.adviser, { visitId: own.visitId, photo: await picture() })
  const customer = (of: typeof own) => here.asCustomer({ customerId: of.customer.id, visitId: of.visitId })
  expect((await storedFile(customer(own), { fileId })).mime).toBe('image/webp')
  for (const reader of [customer(other), there.as('A1'), here.asCustomer({ customerId: own.customer.id })])
    await expect(storedFile(reader, { fileId })).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(storedFile(here.asVisitor(), { fileId })).rejects.toMatchObject({ code: 'auth.forbidden' })
  for (const who of [customer(own), here.asVisitor()])
    await expect(addPhoto(who, { visitId: own.visitId, photo: await picture() })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
  await expect(
    addPhoto(there.as('A1'), { visitId: own.visitId, photo: await picture() }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  const theirs = saveDamageMark(other.adviser, { visitId: other.visitId, ...mark, photoFileId: fileId })
  await expect(theirs).rejects.toMatchObject({ code: 'common.not-found' })
})

/** What lies in the folder of a dealership. */
const onDisk = (dealershipId: string) =>
  readdir(join(process.env.STORAGE_DIR ?? '', dealershipId)).catch(() => [] as string[])

test('a photo whose row cannot be kept leaves its file for the night, and a refused one is not even looked at', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const photo = await picture()
  await expect(poisoned('StoredFile', 'true', () => addPhoto(adviser, { visitId, photo }))).rejects.toThrow()
  expect(await here.inside((tx) => tx.storedFile.count())).toBe(0)
  const elsewhere = (await aDealership()).as('A1')
  for (const [who, code] of [
    [elsewhere, 'common.not-found'],
    [here.asSystem(), 'auth.forbidden'],
  ] as const)
    await expect(addPhoto(who, { visitId, photo: Buffer.from('no picture') })).rejects.toMatchObject({ code })
  await addPhoto(adviser, { visitId, photo })
  expect(await onDisk(here.dealershipId)).toHaveLength(1)
})

test('R32 position and camera data of a photo are gone, whatever the browser did', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const photo = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><here/></x:xmpmeta>')
    .jpeg()
    .toBuffer()
  const { exif, xmp } = await sharp(photo).metadata()
  expect([exif, xmp].every(Boolean)).toBe(true)
  const { fileId } = await addPhoto(adviser, { visitId, photo })
  const { bytes } = await storedFile(adviser, { fileId })
  const kept = await sharp(bytes).metadata()
  expect({ exif: kept.exif, xmp: kept.xmp, iptc: kept.iptc, width: kept.width }).toEqual({ width: 60 })
})

test('the same picture twice is one file under its hash, and each dealership has its own', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const [own, other] = [await aWalkAround(here), await aWalkAround(there)]
  const photo = await picture()
  const first = await addPhoto(own.adviser, { visitId: own.visitId, photo })
  const second = await addPhoto(own.adviser, { visitId: own.visitId, photo })
  await addPhoto(other.adviser, { visitId: other.visitId, photo })
  expect(second.fileId).not.toBe(first.fileId)
  const [row] = await here.inside((tx) => tx.storedFile.findMany())
  expect(await onDisk(here.dealershipId)).toEqual([`${row?.sha256}.webp`])
  expect(await onDisk(there.dealershipId)).toEqual([`${row?.sha256}.webp`])
  const { bytes } = await storedFile(own.adviser, second)
  expect(sha256(bytes)).toBe(row?.sha256)
})

test('R40 a photo that a device sends again under its id is taken once, and only from its author', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const other = await aWalkAround(here)
  const fileId = newId()
  const sent = { visitId, photo: await picture(), fileId }
  await Promise.all([addPhoto(adviser, sent), addPhoto(adviser, sent)])
  expect(await addPhoto(adviser, sent)).toEqual({ fileId })
  expect(await here.inside((tx) => tx.storedFile.count({ where: { visitId } }))).toBe(1)
  const elsewhere = addPhoto(adviser, { ...sent, visitId: other.visitId })
  await expect(elsewhere).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(addPhoto(here.as('greeter'), sent)).rejects.toMatchObject({ code: 'common.not-found' })
})

test('a visit holds sixty photos and no more', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const { dealershipId } = here
  await here.inside((tx) =>
    tx.storedFile.createMany({
      data: Array.from({ length: 58 }, (_, i) => ({
        dealershipId, kind: 'damage', mime: 'image/webp', bytes: 1, sha256: 'x', storageKey: `${visitId}/${i}`,
        subjectType: 'visit', subjectId: visitId, visitId, createdAt: here.now,
      })), // prettier-ignore
    }),
  )
  const photo = await picture()
  const answers = await Promise.allSettled(
    Array.from({ length: 5 }, () => addPhoto(adviser, { visitId, photo })),
  )
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))
  expect(refused).toMatchObject(Array(3).fill({ code: 'file.too-many' }))
  expect(await here.inside((tx) => tx.storedFile.count({ where: { visitId } }))).toBe(60)
  expect(await onDisk(dealershipId)).toHaveLength(1)
})

test('a file is answered with its own type, sandboxed, and kept by no cache', () => {
  const { headers } = fileResponse({ mime: 'image/webp', bytes: new Uint8Array([1, 2]) })
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'image/webp',
    'content-length': '2',
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  })
  const odd = fileResponse({ mime: 'text/html', bytes: new Uint8Array() }).headers
  expect([odd.get('content-type'), odd.get('content-disposition')]).toEqual([
    'application/octet-stream',
    'attachment',
  ])
  expect(noSuchFile().status).toBe(404)
})

test('only a page of this site may post a photo', () => {
  const post = (headers: Record<string, string>) =>
    isOwnPost(new Request('http://shop.test/api/files', { method: 'POST', headers }))
  const own = { host: 'shop.test', origin: 'http://shop.test', 'x-babu-form': '1' }
  expect(post(own)).toBe(true)
  expect(post({ ...own, origin: 'http://evil.test' })).toBe(false)
  expect(post({ ...own, origin: 'null' })).toBe(false)
  expect(post({ host: own.host, origin: own.origin })).toBe(false)
  expect(post({ host: own.host, 'x-babu-form': '1' })).toBe(false)
})
