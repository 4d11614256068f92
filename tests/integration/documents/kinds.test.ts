import { expect, test, vi } from 'vitest'
import { keepDocuments } from '@/lib/documents/server/keep-documents'
import { documentProof } from '@/lib/documents/server/document-proof'
import { paperPdf, paperSheet } from '@/lib/documents/server/paper-sheet'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { sha256 } from '@/lib/server/hash'
import { systemContext } from '@/lib/server/system-context'
import { aDealership, type GivenDealership } from '../../support/given'
import { aSentRequest, aSignedOrder, SIGNATURE } from '../../support/orders'
import { pdfText } from '../../support/pdf-text'
import { aBooking, aSignedRecord } from '../reception/given-visit'

vi.setConfig({ testTimeout: 60_000 })

const keep = (here: GivenDealership) => keepDocuments(systemContext(here.dealershipId, here.now))
const copyOf = (here: GivenDealership, kind: string) =>
  here.inside((tx) => tx.documentCopy.findFirstOrThrow({ where: { kind } }))

test('S2-42 the signed reception record is kept as a PDF of what was signed', async () => {
  const here = await aDealership()
  const { visitId } = await aSignedRecord(here)
  await keep(here)
  const { bytes } = await paperPdf(here.as('serviceAdviser'), { kind: 'reception', id: visitId })
  expect(await copyOf(here, 'reception')).toMatchObject({ sha256: sha256(bytes), tries: 1 })
  const { text } = await pdfText(bytes)
  for (const part of ['接车登记表', '张伟', '贵重物品']) expect(text).toContain(part)
})

test('S3-45 S3-48 the approval of additional work says what was asked and what was answered, and is kept', async () => {
  const here = await aDealership()
  const { additionalWorkId, hash, orderId } = await aSentRequest(here)
  const adviser = here.as('serviceAdviser')
  const [first, second] = await here.inside((tx) =>
    tx.job.findMany({ where: { additionalWorkId }, orderBy: { position: 'asc' } }),
  )
  await answerAdditionalWork(adviser, {
    additionalWorkId,
    hash,
    answers: [
      { jobId: first!.id, approve: true },
      { jobId: second!.id, approve: false, reason: '下次再做' },
    ],
    signerName: '张伟',
    signatureStrokes: SIGNATURE,
  })
  await keep(here)
  const { bytes } = await paperPdf(adviser, { kind: 'additional-work', id: additionalWorkId })
  expect(await copyOf(here, 'additionalWork')).toMatchObject({ sha256: sha256(bytes) })
  const { text } = await pdfText(bytes)
  for (const part of ['增项确认单', '前制动片只剩2毫米', '低于3毫米', '同意', '暂不做'])
    expect(text).toContain(part)
  const report = await paperPdf(adviser, { kind: 'inspection', id: orderId, lang: 'en' })
  expect((await pdfText(report.bytes)).text).toContain('Vehicleinspectionreport')
})

test('a code proves kind, number, house, day and hash, and nothing of a person', async () => {
  const here = await aDealership()
  const { customer } = await aSignedOrder(here)
  const before = await copyOf(here, 'estimate')
  const visitor = { ...here.asVisitor(), address: '' }
  expect(await documentProof(visitor, { code: before.code })).toMatchObject({ sha256: null, no: '' })
  await keep(here)
  const copy = await copyOf(here, 'estimate')
  const spoken = copy.code.toLowerCase().replace(/(.{4})/g, '$1 ')
  const proof = await documentProof(visitor, { code: spoken })
  expect(proof).toMatchObject({ kind: 'order', no: copy.no, sha256: copy.sha256, code: copy.code })
  expect(Object.keys(proof).sort()).toEqual(['code', 'dealership', 'kind', 'no', 'sha256', 'signedOn'])
  expect(JSON.stringify(proof)).not.toContain(customer.name)
  const elsewhere = await aDealership()
  expect(await documentProof({ ...elsewhere.asVisitor(), address: '' }, { code: copy.code })).toEqual(proof)
  await expect(documentProof(visitor, { code: 'AAAA CCCC DDDD EEEE' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(
    documentProof({ ...here.as('serviceAdviser'), address: '' }, { code: copy.code }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('sixty looks an hour from one address', async () => {
  const here = await aDealership()
  const visitor = { ...here.asVisitor(), address: `203.0.113.${here.code}` }
  for (let i = 0; i < 60; i++) await documentProof(visitor, { code: 'AAAA' }).catch(() => {})
  await expect(documentProof(visitor, { code: 'AAAA' })).rejects.toMatchObject({
    code: 'auth.too-many-requests',
  })
})

test('a code shows the row of its paper and opens no other of the house', async () => {
  const here = await aDealership()
  await aSignedOrder(here)
  await aSignedOrder(here)
  const [first] = await here.inside((tx) => tx.documentCopy.findMany())
  const { db } = here.asVisitor()
  const seen = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.shown_hash', ${first!.code}, true)`
    return [await tx.documentCopy.findMany(), await tx.signature.findMany()]
  })
  expect(seen.map((rows) => rows.length)).toEqual([1, 0])
})

test('S1-40 S1-44 a booking is confirmed on paper, for its customer and the desk', async () => {
  const here = await aDealership()
  const { appointment, customer } = await aBooking(here)
  const { id } = appointment
  const customerId = customer.id
  const own = here.asCustomer({ customerId, appointmentId: id })
  const { paper } = await paperSheet(own, { kind: 'appointment', id, lang: 'en' })
  expect(paper).toMatchObject({ kind: 'appointment', title: 'Booking confirmation', proof: null })
  expect((await pdfText((await paperPdf(own, { kind: 'appointment', id })).bytes)).text).toContain('请携带')
  const stranger = here.asCustomer({ customerId, appointmentId: here.dealershipId })
  await expect(paperSheet(stranger, { kind: 'appointment', id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
