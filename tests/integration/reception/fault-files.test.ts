import { expect, test } from 'vitest'
import { addPhoto, addVideo } from '@/lib/reception/server/add-photo'
import { dropFaultFile } from '@/lib/reception/server/fault-files'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { recordDocument } from '@/lib/reception/server/record-document'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { storedFileResponse } from '@/lib/reception/server/stored-file'
import { newId } from '@/lib/server/ids'
import sharp from 'sharp'
import { aDealership } from '../../support/given'
import { anMp4, aWebm } from '../../support/clips'
import { aWalkAround, everything, strokes } from './given-visit'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
const asked = (range?: string) => new Request('http://localhost/', range ? { headers: { range } } : undefined)

test('S2-63 text, photos and video belong to the fault record, are read in parts and signed with it', async () => {
  const here = await aDealership()
  const { visitId, adviser, customer } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, faultInquiry: { phenomenon: '冷车异响' } })
  const { fileId: photo } = await addPhoto(adviser, { visitId, kind: 'fault', photo: await picture() })
  const id = newId()
  const later = { ...adviser, now: new Date(adviser.now.getTime() + 60_000) }
  const { fileId } = await addVideo(later, { visitId, fileId: id, video: anMp4() })
  expect(fileId).toBe(id)
  expect(await addVideo(adviser, { visitId, fileId: id, video: anMp4() })).toEqual({ fileId: id })
  const { record } = await receptionVisit(here.as('technician'), { visitId })
  expect(record.faultFiles).toEqual([
    { id: photo, video: false },
    { id, video: true },
  ])
  const whole = await storedFileResponse(asked(), here.as('technician'), { fileId: id })
  const bytes = Buffer.from(await whole.arrayBuffer())
  expect(bytes.toString('latin1')).not.toContain('+31.23')
  expect(whole.headers.get('content-type')).toBe('video/quicktime')
  expect(whole.headers.get('accept-ranges')).toBe('bytes')
  const own = here.asCustomer({ customerId: customer.id, visitId })
  const part = await storedFileResponse(asked('bytes=4-7'), own, { fileId: id })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 4-7/${bytes.byteLength}`)
  expect(await part.text()).toBe('ftyp')
  expect((await storedFileResponse(asked('bytes=99999-'), own, { fileId: id })).status).toBe(416)

  await saveInspection(adviser, { visitId, ...everything })
  await signAsShown(later, { visitId, signerName: '张伟', signatureStrokes: strokes })
  const document = await here.inside((tx) => recordDocument(tx, here.dealershipId, visitId))
  expect(document.faultFiles?.map(({ mime }) => mime)).toEqual(['image/webp', 'video/quicktime'])
  await expect(dropFaultFile(adviser, { visitId, fileId: id })).rejects.toMatchObject({
    code: 'reception.frozen',
  })
})

test('S2-63 who may not, what is no video, too long, too large or one too many', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const { visitId, adviser, customer } = await aWalkAround(here)
  const video = aWebm()
  const refusals = [
    [here.asCustomer({ customerId: customer.id, visitId }), { video }, 'auth.forbidden'],
    [there.as('A1'), { video }, 'common.not-found'],
    [adviser, { video: Buffer.from('<svg/>') }, 'file.wrong-video'],
    [adviser, { video: anMp4({ seconds: 40 }) }, 'file.too-long'],
    [adviser, { video: Buffer.alloc(20 * 1024 * 1024 + 1) }, 'file.too-large'],
  ] as const
  for (const [who, of, code] of refusals)
    await expect(addVideo(who, { visitId, ...of })).rejects.toMatchObject({ code })
  const files = []
  for (let i = 1; i <= 4; i++) files.push(await addVideo(adviser, { visitId, video: aWebm({ seconds: i }) }))
  await expect(addVideo(adviser, { visitId, video })).rejects.toMatchObject({ code: 'file.too-many-videos' })
  const [{ fileId }] = files as [{ fileId: string }]
  await expect(storedFileResponse(asked(), there.as('A1'), { fileId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(dropFaultFile(here.as('greeter'), { visitId, fileId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  const damage = await addPhoto(adviser, { visitId, photo: await picture() })
  await expect(dropFaultFile(adviser, { visitId, fileId: damage.fileId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await dropFaultFile(adviser, { visitId, fileId })
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record.faultFiles).toHaveLength(3)
})
