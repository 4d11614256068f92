import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { documentHash } from '@/lib/server/hash'
import { addJob } from '@/lib/orders/server/add-job'
import { proveSigning, sendSigningCode } from '@/lib/orders/server/approval-code'
import { cancelOrder } from '@/lib/orders/server/cancel-order'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { moveJob } from '@/lib/orders/server/order-status'
import { ordersTotals } from '@/lib/orders/server/order-totals'
import { presentOrder } from '@/lib/orders/server/present-order'
import { reviseOrder } from '@/lib/orders/server/revise-order'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { signOrder } from '@/lib/orders/server/sign-order'
import { aDealership, type GivenDealership } from '../../support/given'
import {
  aDraftOrder,
  agreeTerms,
  aPresentedOrder,
  aSignedOrder,
  aVisitAtDesk,
  SIGNATURE,
} from '../../support/orders'
import { openOrder } from '@/lib/orders/server/open-order'

const orderRow = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.repairOrder.findFirstOrThrow({
      where: { id },
      include: {
        jobs: true,
        estimates: { orderBy: { version: 'asc' } },
        approvals: { include: { signature: true } },
        visit: true,
      },
    }),
  )

const sign = (given: GivenDealership, over: Record<string, unknown>) =>
  signOrder(given.as('serviceAdviser'), { signerName: '张伟', signatureStrokes: SIGNATURE, ...over })

test('S3-31 S3-36 S3-37 S3-43 a signed order: version, hash, signature, voucher, lines in the queue, the visit ordered', async () => {
  const given = await aDealership()
  const { orderId, hash, totalFen, voucherCode, customer, visitId } = await aSignedOrder(given)
  const order = await orderRow(given, orderId)
  expect(order).toMatchObject({
    status: 'queued',
    signedTotalFen: totalFen,
    authorisedAt: given.now,
    voucherCode,
    visit: { status: 'ordered' },
  })
  expect(order.firstPromisedAt).toEqual(order.promisedAt)
  expect(voucherCode).toMatch(/^[ACDEFHJKLMNPRTUVWXY34679]{8}$/)
  expect(order.jobs).toMatchObject([{ status: 'queued', approvalId: order.approvals[0]?.id }])
  expect(order.approvals).toMatchObject([
    {
      channel: 'tablet',
      givenBy: '张伟',
      documentHash: hash,
      signature: { documentKind: 'estimate', documentVersion: 1, documentHash: hash },
    },
  ])
  expect(order.estimates).toMatchObject([{ version: 1, hash, supersededAt: null, totalFen }])
  expect(documentHash(order.estimates[0]?.content)).toBe(hash)
  const messages = await given.inside((tx) => tx.outboxMessage.findMany({ where: { visitId } }))
  expect(messages).toMatchObject([
    { template: 'order-signed', recipient: customer.phone, facts: { voucherCode, totalFen } },
  ])
})

test('S3-02 the parts of a signed order are set aside', async () => {
  const given = await aDealership()
  const { jobId } = await aSignedOrder(given)
  const reserved = await given.inside((tx) => tx.partReservation.findMany({ where: { jobId } }))
  expect(reserved).toHaveLength(3)
  expect(new Set(reserved.map(({ status }) => status))).toEqual(new Set(['reserved']))
})

test('S3-32 S3-18 S3-23 S3-24 while an obligatory point is missing the order is not presented, and the points are named', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { visitId } = await aVisitAtDesk(given, { statement: '', freeWash: null })
  const { id: orderId } = await openOrder(adviser, { visitId })
  await expect(estimateOrder(adviser, { orderId })).rejects.toMatchObject({ code: 'order.no-lines' })
  await addJob(adviser, { orderId, title: '抛光' })
  await expect(estimateOrder(adviser, { orderId })).rejects.toMatchObject({
    code: 'order.line-without-price',
    facts: { title: '抛光' },
  })
  await addJob(adviser, { orderId, title: '打蜡', labourFen: 20_000 })
  await given.inside((tx) => tx.job.deleteMany({ where: { orderId, title: '抛光' } }))
  await estimateOrder(adviser, { orderId })
  await expect(presentOrder(adviser, { orderId })).rejects.toMatchObject({
    code: 'order.point-missing',
    facts: { points: 'problems,oldParts,wash,completionTime' },
  })
  await setOrderTerms(adviser, {
    orderId,
    oldParts: 'leave',
    wash: 'false',
    promisedAt: minutesAfter(given.now, 90),
  })
  await given.inside((tx) =>
    tx.orderProblem.create({
      data: { dealershipId: given.dealershipId, orderId, position: 1, text: '划痕' },
    }),
  )
  await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  expect(await orderRow(given, orderId)).toMatchObject({ status: 'awaitingSignature', wash: false })
})

test('S3-07 a promise in the past is refused, when it is made and when it has passed before the customer signs', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  const past = setOrderTerms(given.as('serviceAdviser'), { orderId, promisedAt: minutesAfter(given.now, -1) })
  await expect(past).rejects.toMatchObject({ code: 'order.promise-in-the-past' })
  await estimateOrder(given.as('serviceAdviser'), { orderId })
  const late = given.as('serviceAdviser', { now: minutesAfter(given.now, 300) })
  await expect(presentOrder(late, { orderId })).rejects.toMatchObject({ code: 'order.promise-in-the-past' })
})

test('S3-43 S3-20 changes make a new version; the version shown before can no longer be signed', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, version, hash } = await aPresentedOrder(given)
  await reviseOrder(adviser, { orderId })
  await addJob(adviser, { orderId, title: '打蜡', labourFen: 20_000 })
  const second = await estimateOrder(adviser, { orderId })
  expect(second.version).toBe(2)
  await presentOrder(adviser, { orderId })
  await expect(sign(given, { orderId, version, hash })).rejects.toMatchObject({
    code: 'common.changed-meanwhile',
  })
  await expect(sign(given, { orderId, version: 2, hash })).rejects.toMatchObject({
    code: 'common.changed-meanwhile',
  })
  await sign(given, { orderId, version: 2, hash: second.hash })
  const { estimates } = await orderRow(given, orderId)
  expect(estimates.map(({ supersededAt }) => supersededAt === null)).toEqual([false, true])
})

test('an estimate that was only fixed goes back to the draft with the next change', async () => {
  const given = await aDealership()
  const { orderId } = await aDraftOrder(given)
  await estimateOrder(given.as('serviceAdviser'), { orderId })
  await agreeTerms(given, orderId)
  expect(await orderRow(given, orderId)).toMatchObject({
    status: 'draft',
    estimates: [{ version: 1, supersededAt: given.now }],
  })
})

test('the customer signs by the link, and no other customer does', async () => {
  const given = await aDealership()
  const { orderId, version, hash, visitId, customer } = await aPresentedOrder(given)
  const stranger = await aPresentedOrder(given)
  const asStranger = given.asCustomer({ customerId: stranger.customer.id, visitId: stranger.visitId })
  const input = { orderId, version, hash, signatureTyped: '张伟' }
  await expect(signOrder(asStranger, input)).rejects.toMatchObject({ code: 'common.not-found' })
  await signOrder(given.asCustomer({ customerId: customer.id, visitId }), input)
  expect((await orderRow(given, orderId)).approvals).toMatchObject([
    { channel: 'link', givenBy: '张伟', recordedById: null },
  ])
})

test('an empty signature, a second signature, a signature before it is presented: refused', async () => {
  const given = await aDealership()
  const presented = await aPresentedOrder(given)
  const { orderId, version, hash } = presented
  await expect(sign(given, { orderId, version, hash, signatureStrokes: '' })).rejects.toMatchObject({
    code: 'signature.empty',
  })
  await sign(given, { orderId, version, hash })
  await expect(sign(given, { orderId, version, hash })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  const draft = await aDraftOrder(given)
  const fixed = await estimateOrder(given.as('serviceAdviser'), { orderId: draft.orderId })
  await expect(sign(given, { orderId: draft.orderId, ...fixed })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('the customer signs on two devices at once: one approval', async () => {
  const given = await aDealership()
  const { orderId, version, hash, customer, visitId } = await aPresentedOrder(given)
  const link = given.asCustomer({ customerId: customer.id, visitId })
  const input = { orderId, version, hash, signatureTyped: '张伟' }
  const both = await Promise.allSettled([signOrder(link, input), sign(given, { orderId, version, hash })])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await orderRow(given, orderId)).approvals).toHaveLength(1)
})

test('S3-45 S3-13 a line that is not signed can never be assigned', async () => {
  const given = await aDealership()
  const { orderId } = await aPresentedOrder(given)
  const [job] = (await orderRow(given, orderId)).jobs
  await expect(given.inside((tx) => moveJob(tx, job!, 'assign'))).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('an order is withdrawn with a reason before it is signed, never after', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aPresentedOrder(given)
  await cancelOrder(adviser, { orderId, reason: '客户改日再来' })
  expect(await orderRow(given, orderId)).toMatchObject({
    status: 'cancelled',
    reason: '客户改日再来',
    jobs: [{ status: 'cancelled' }],
  })
  const signed = await aSignedOrder(given)
  await expect(cancelOrder(adviser, { orderId: signed.orderId, reason: 'x' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(reviseOrder(adviser, { orderId: signed.orderId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('a presented order may be sent to the telephone of the customer', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, visitId } = await aDraftOrder(given)
  await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId, send: 'on' })
  const [message] = await given.inside((tx) => tx.outboxMessage.findMany({ where: { visitId } }))
  expect(message).toMatchObject({
    template: 'order-to-sign',
    facts: { link: expect.stringMatching(/^\/v\/[\w-]{43}$/) },
  })
})

test('the bill of the approved lines is split by payer', async () => {
  const given = await aDealership()
  const { orderId, totalFen } = await aSignedOrder(given)
  const totals = await given.inside((tx) =>
    ordersTotals(tx, { dealershipId: given.dealershipId, id: orderId }),
  )
  expect(totals).toMatchObject({ totalFen, byPayer: [{ payer: 'customer', totalFen }] })
})

test('who may not estimate, present, sign, revise or cancel', async () => {
  const given = await aDealership()
  const { orderId, version, hash } = await aPresentedOrder(given)
  for (const who of ['technician', 'foreman', 'cashier', 'qcInspector']) {
    const context = given.as(who)
    for (const attempt of [
      () => estimateOrder(context, { orderId }),
      () => presentOrder(context, { orderId }),
      () => signOrder(context, { orderId, version, hash }),
      () => reviseOrder(context, { orderId }),
      () => cancelOrder(context, { orderId, reason: 'x' }),
      () => setOrderTerms(context, { orderId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})

test('R42 remarks that somebody has rewritten meanwhile are not written over unseen', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId } = await aDraftOrder(given)
  await setOrderTerms(adviser, { orderId, remarks: '钥匙在前台' })
  const late = { orderId, remarks: '车主赶时间', remarksWas: '' }
  await expect(setOrderTerms(adviser, late)).rejects.toMatchObject({
    code: 'common.text-changed',
    facts: { text: '钥匙在前台' },
  })
  expect(await orderRow(given, orderId)).toMatchObject({ remarks: '钥匙在前台' })
  await setOrderTerms(adviser, { orderId, wash: 'true' })
  await setOrderTerms(adviser, { ...late, remarksWas: '钥匙在前台' })
  expect(await orderRow(given, orderId)).toMatchObject({ remarks: '车主赶时间', wash: true })
})

test('S3-31 by the link a sum above the set one is signed with the one-time code of this very version', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, version, hash, customer, visitId } = await aPresentedOrder(given)
  const me = given.asCustomer({ customerId: customer.id, visitId })
  const signMe = (over = {}) =>
    signOrder(me, { orderId, version, hash, signerName: '张伟', signatureStrokes: SIGNATURE, ...over })
  await changeSetting(given.as('serviceManager'), { key: 'order.approvalCodeFromFen', text: '100' })
  await expect(signMe()).rejects.toMatchObject({ code: 'additionalWork.code-missing' })
  expect(await sendSigningCode(me, { orderId })).toEqual({ minutes: 5 })
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { template: 'phone-code' } }),
  )
  expect(message.recipient).toBe(customer.phone)
  const { code } = message.facts as { code: string }
  const { proof } = await proveSigning(me, { orderId, code })
  await expect(signMe({ proof, signatureStrokes: '[]' })).rejects.toMatchObject({ code: 'signature.empty' })
  await expect(proveSigning(adviser, { orderId, code })).rejects.toMatchObject({ code: 'auth.forbidden' })
  const stranger = await aPresentedOrder(given)
  const they = given.asCustomer({ customerId: stranger.customer.id, visitId: stranger.visitId })
  await expect(proveSigning(they, { orderId, code })).rejects.toMatchObject({ code: 'common.not-found' })
  await reviseOrder(adviser, { orderId, reason: '客户改变主意' })
  const next = await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  const again = { version: next.version, hash: next.hash }
  await expect(signMe({ ...again, proof })).rejects.toMatchObject({ code: 'appointment.phone-not-proven' })
  await given.inside((tx) => tx.verificationCode.updateMany({ data: { expiresAt: given.now } }))
  await sign(given, { orderId, ...again })
})

test('S3-31 the right code signs once', async () => {
  const given = await aDealership()
  const { orderId, version, hash, customer, visitId } = await aPresentedOrder(given)
  const me = given.asCustomer({ customerId: customer.id, visitId })
  await changeSetting(given.as('serviceManager'), { key: 'order.approvalCodeFromFen', text: '100' })
  await sendSigningCode(me, { orderId })
  const { facts } = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { template: 'phone-code' } }),
  )
  const { code } = facts as { code: string }
  const { proof } = await proveSigning(me, { orderId, code })
  await signOrder(me, { orderId, version, hash, signerName: '张伟', signatureStrokes: SIGNATURE, proof })
  await expect(proveSigning(me, { orderId, code })).rejects.toMatchObject({
    code: 'appointment.code-expired',
  })
})
