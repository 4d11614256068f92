import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keepDocument } from '@/lib/documents/server/keep-document'
import { keepDocuments, makeCopy } from '@/lib/documents/server/keep-documents'
import { paperPdf, paperSheet } from '@/lib/documents/server/paper-sheet'
import { recordSignature } from '@/lib/reception/server/sign-document'
import { storedFile } from '@/lib/reception/server/stored-file'
import { env } from '@/lib/server/env'
import { sha256 } from '@/lib/server/hash'
import { systemContext } from '@/lib/server/system-context'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aPresentedOrder, aSignedOrder } from '../../support/orders'
import { pdfFonts, pdfText } from '../../support/pdf-text'

vi.setConfig({ testTimeout: 60_000 })

const copies = (here: GivenDealership, kind = 'estimate') =>
  here.inside((tx) => tx.documentCopy.findMany({ where: { kind } }))
const worker = (here: GivenDealership) => systemContext(here.dealershipId, here.now)

test('S3-31 S3-36 S3-43 a signed order becomes a PDF with its fonts, kept once with its hash', async () => {
  const here = await aDealership()
  const { orderId, voucherCode } = await aSignedOrder(here)
  const adviser = here.as('serviceAdviser')
  const before = await paperPdf(adviser, { kind: 'order', id: orderId })
  await Promise.all([keepDocuments(worker(here)), keepDocuments(worker(here))])
  await keepDocuments(worker(here))
  const [copy, ...more] = await copies(here)
  expect(more).toEqual([])
  const { bytes, fileName } = await paperPdf(adviser, { kind: 'order', id: orderId })
  expect(copy).toMatchObject({ sha256: sha256(bytes), locale: 'zh-CN', keptAt: here.now })
  expect(sha256(before.bytes)).toBe(copy?.sha256)
  expect(fileName).toMatch(/^任务委托书 .+\.pdf$/)
  const files = await readdir(join(env().STORAGE_DIR, here.dealershipId))
  expect(files).toEqual([`${copy?.sha256}.pdf`])
  const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'document.keep' } }))
  expect(events).toMatchObject([{ actorKind: 'system', facts: { hash: copy?.sha256, paper: 'estimate' } }])
  const { text } = await pdfText(bytes)
  expect(text).toContain('任务委托书')
  expect(text).toContain(voucherCode)
  expect(text).toContain(copy?.code)
  const fonts = pdfFonts(bytes)
  expect(fonts.descriptors).toBeGreaterThan(0)
  expect(fonts.embedded).toBe(fonts.descriptors)
})

test('the other language is set anew and says the same', async () => {
  const here = await aDealership()
  const { orderId } = await aSignedOrder(here)
  await keepDocuments(worker(here))
  const english = await paperPdf(here.as('serviceAdviser'), { kind: 'order', id: orderId, lang: 'en' })
  expect((await pdfText(english.bytes)).text).toContain('Repairorder')
  const [copy] = await copies(here)
  expect(sha256(english.bytes)).not.toBe(copy?.sha256)
})

test('what no longer is what was signed is not kept, and is tried three times', async () => {
  const here = await aDealership()
  await aSignedOrder(here)
  const [first] = await copies(here)
  const documentId = first!.documentId
  const signatureId = await here.inside((tx) =>
    recordSignature(
      tx,
      {
        dealershipId: here.dealershipId,
        documentKind: 'estimate',
        documentId,
        documentHash: 'f'.repeat(64),
        signerName: '张伟',
        signerRole: 'customer',
        channel: 'tablet',
        strokes: { typed: '张伟' },
      },
      here.now,
    ),
  )
  const changed = async () => (await copies(here)).find((one) => one.signatureId === signatureId)
  const { id } = (await changed())!
  await expect(makeCopy(worker(here), id)).rejects.toThrow('not what was signed')
  for (let i = 0; i < 3; i++) await makeCopy(worker(here), id).catch(() => {})
  expect(await changed()).toMatchObject({ sha256: null, tries: 3 })
})

test('a kept paper is kept: a second file is refused, and the database refuses a change', async () => {
  const here = await aDealership()
  const { visitId } = await aSignedOrder(here)
  await keepDocuments(worker(here))
  const [copy] = await copies(here)
  const other = {
    copyId: copy!.id, visitId, no: 'X', locale: 'en', storageKey: 'x', sha256: 'e'.repeat(64), bytes: 1,
  } // prettier-ignore
  await expect(keepDocument(worker(here), other)).rejects.toMatchObject({ code: 'document.kept' })
  await expect(keepDocument(worker(here), { ...other, copyId: here.dealershipId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(
    here.inside((tx) => tx.documentCopy.updateMany({ data: { sha256: 'e'.repeat(64) } })),
  ).rejects.toThrow()
})

test('R4 papers open to those who may read what they are of, and to the customer of the visit alone', async () => {
  const here = await aDealership()
  const { orderId, customer, visitId } = await aSignedOrder(here)
  const asked = { kind: 'order', id: orderId }
  await keepDocuments(worker(here))
  await expect(paperPdf(here.as('technician'), asked)).rejects.toMatchObject({ code: 'auth.forbidden' })
  const own = here.asCustomer({ customerId: customer.id, visitId })
  expect((await paperPdf(own, asked)).bytes.byteLength).toBeGreaterThan(1000)
  const other = await aSignedOrder(here)
  const stranger = here.asCustomer({ customerId: other.customer.id, visitId: other.visitId })
  await expect(paperPdf(stranger, asked)).rejects.toMatchObject({ code: 'common.not-found' })
  const elsewhere = await aDealership()
  await expect(paperPdf(elsewhere.as('serviceAdviser'), asked)).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const fileId = (await copies(here)).find((copy) => copy.fileId)?.fileId
  await expect(storedFile(here.as('technician'), { fileId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('an estimate has no voucher, and an order without a version no paper', async () => {
  const here = await aDealership()
  const presented = await aPresentedOrder(here)
  const adviser = here.as('serviceAdviser')
  const { paper, storageKey } = await paperSheet(adviser, { kind: 'estimate', id: presented.orderId })
  expect(paper).toMatchObject({ title: '估价单', proof: null, fingerprint: null })
  expect(storageKey).toBeNull()
  const draft = await aDraftOrder(here)
  const none = { kind: 'order', id: draft.orderId }
  await expect(paperSheet(adviser, none)).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(paperSheet(adviser, { ...none, kind: 'nothing' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
