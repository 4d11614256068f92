import { expect, test } from 'vitest'
import type { Prisma } from '@/generated/prisma/client'
import { hoursAfter, minutesAfter } from '@/lib/core/time'
import { billedLines } from '@/lib/delivery/server/billed-lines'
import { unsignedConsents } from '@/lib/delivery/server/order-at-delivery'
import { paperSheet } from '@/lib/documents/server/paper-sheet'
import { customerFen } from '@/lib/orders/shares'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { expireAdditionalWork } from '@/lib/orders/server/expire-additional-work'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { openAdditionalWork } from '@/lib/orders/server/open-additional-work'
import { moveJob } from '@/lib/orders/server/order-status'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { signAdditionalWork } from '@/lib/orders/server/sign-additional-work'
import { startAdditionalWork } from '@/lib/orders/server/start-additional-work'
import { aDealership, type GivenDealership } from '../../support/given'
import { aDraftOrder, aSentRequest, aSignedOrder, SIGNATURE } from '../../support/orders'

type Sent = Awaited<ReturnType<typeof aSentRequest>>

const rows = (given: GivenDealership, { orderId, additionalWorkId }: Sent) =>
  given.inside(async (tx) => ({
    order: await tx.repairOrder.findFirstOrThrow({ where: { id: orderId } }),
    request: await tx.additionalWork.findFirstOrThrow({ where: { id: additionalWorkId } }),
    jobs: await tx.job.findMany({ where: { additionalWorkId }, orderBy: { position: 'asc' } }),
    approvals: await tx.approval.findMany({ where: { orderId, estimateId: null } }),
  }))

const yes = (sent: Sent) => sent.jobIds.map((jobId) => ({ jobId, approve: true }))
const no = (sent: Sent, reason?: string) => sent.jobIds.map((jobId) => ({ jobId, approve: false, reason }))
const answer = (sent: Sent) => ({ additionalWorkId: sent.additionalWorkId, hash: sent.hash })
const customerOf = (given: GivenDealership, sent: Sent, over = {}) =>
  given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }, over)
/** What the delivery waits for, and whether the auditor finds every consent signed. */
const unsignedOf = async (given: GivenDealership, { orderId }: Sent) => {
  const { missing } = await orderAudit(given.as('serviceAdviser'), { orderId })
  return {
    count: await given.inside((tx) => unsignedConsents(tx, given.dealershipId, orderId)),
    ok: !missing.includes('consents'),
  }
}
const words = { what: 'w', why: 'y', whatIfNot: 'n', how: 'h' }

test('S3-44 S3-46 a request is priced, sent with a link, and waits for the customer', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { request, jobs, order } = await rows(given, sent)
  expect(request).toMatchObject({
    status: 'sent',
    contentHash: sent.hash,
    revision: 1,
    expiresAt: minutesAfter(given.now, 30),
  })
  expect(jobs).toMatchObject([
    { status: 'proposed', title: '前制动保养' },
    { status: 'proposed', title: '更换雨刮片' },
  ])
  expect(order.signedTotalFen).toBe(sent.totalFen)
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({
      where: { template: 'additional-work-to-answer', visitId: sent.visitId },
    }),
  )
  expect(message.facts).toMatchObject({
    totalFen: 90_000 + 3000 + 16_800,
    link: expect.stringMatching(/^\/v\//),
  })
})

test('S3-45 S3-48 S3-49 each line is answered: approved ones queue, declined ones stay as suggestions, price and promise move only now', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const [brakes, wipers] = sent.jobIds as [string, string]
  expect((await rows(given, sent)).order.promisedAt).toEqual(hoursAfter(given.now, 4))
  const answers = [
    { jobId: brakes, approve: true },
    { jobId: wipers, approve: false, reason: '下次再换' },
  ]
  const result = await answerAdditionalWork(customerOf(given, sent), {
    ...answer(sent),
    answers,
    signatureStrokes: SIGNATURE,
  })
  expect(result).toMatchObject({ approved: 1, declined: 1 })
  const { order, request, jobs, approvals } = await rows(given, sent)
  expect(request).toMatchObject({ status: 'partApproved', answeredAt: given.now })
  expect(approvals).toMatchObject([{ channel: 'link', documentHash: sent.hash, givenBy: '张伟' }])
  expect(jobs).toMatchObject([
    { status: 'queued', approvalId: approvals[0]?.id },
    { status: 'declined', declineReason: '下次再换', approvalId: null },
  ])
  expect(order).toMatchObject({
    status: 'queued',
    promisedAt: sent.newPromisedAt,
    signedTotalFen: sent.totalFen + 90_000,
  })
  expect(order.firstPromisedAt).toEqual(hoursAfter(given.now, 4))
  expect(await given.inside((tx) => tx.partReservation.count({ where: { jobId: brakes } }))).toBe(1)
  expect(await unsignedOf(given, sent)).toEqual({ count: 0, ok: true })
})

test('S3-45 no line of an unanswered or declined request can be dispatched', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const assign = async () =>
    given.inside(async (tx) =>
      moveJob(tx, (await tx.job.findFirstOrThrow({ where: { id: sent.jobIds[0] } }))!, 'assign'),
    )
  await expect(assign()).rejects.toMatchObject({ code: 'status.not-from-here' })
  await answerAdditionalWork(customerOf(given, sent), { ...answer(sent), answers: no(sent, '太贵') })
  await expect(assign()).rejects.toMatchObject({ code: 'status.not-from-here' })
  const { order, request, approvals } = await rows(given, sent)
  expect(request.status).toBe('declined')
  expect(approvals).toEqual([])
  expect(order).toMatchObject({ promisedAt: hoursAfter(given.now, 4), signedTotalFen: sent.totalFen })
})

test('S3-47 consent by telephone needs a note of the call and a signature before delivery', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const sent = await aSentRequest(given)
  await expect(answerAdditionalWork(adviser, { ...answer(sent), answers: yes(sent) })).rejects.toMatchObject({
    code: 'additionalWork.call-note-missing',
  })
  const call = { ...answer(sent), answers: yes(sent), callNote: '10:20 致电本人，同意两项', givenBy: '张伟' }
  await expect(answerAdditionalWork(adviser, call)).rejects.toMatchObject({
    code: 'additionalWork.number-missing',
  })
  const number = { ...call, calledNumber: '139 1234 5678' }
  await expect(answerAdditionalWork(adviser, { ...number, readOut: ['what'] })).rejects.toMatchObject({
    code: 'additionalWork.read-out-missing',
    facts: { points: 'price,time' },
  })
  await answerAdditionalWork(adviser, { ...number, readOut: ['what', 'whatIfNot', 'price', 'time'] })
  const desk = async () => (await orderDesk(adviser, { orderId: sent.orderId })).approvals.at(1)
  expect(await desk()).toMatchObject({
    channel: 'phone',
    calledNumber: '139 1234 5678',
    readOut: 'what,whatIfNot,price,time',
    recordedBy: adviser.actor.name,
    open: true,
  })
  expect(await unsignedOf(given, sent)).toEqual({ count: 1, ok: false })
  expect((await rows(given, sent)).approvals).toMatchObject([
    { channel: 'phone', signatureId: null, recordedById: given.staffId('A1') },
  ])
  await expect(signAdditionalWork(adviser, { ...answer(sent), signatureStrokes: '' })).rejects.toMatchObject({
    code: 'signature.empty',
  })
  await expect(
    signAdditionalWork(adviser, { ...answer(sent), hash: 'a'.repeat(64), signatureStrokes: SIGNATURE }),
  ).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
  await signAdditionalWork(customerOf(given, sent), { ...answer(sent), signatureTyped: '张伟' })
  expect((await rows(given, sent)).request.status).toBe('signed')
  expect(await desk()).toMatchObject({ open: false })
  expect(await unsignedOf(given, sent)).toEqual({ count: 0, ok: true })
  await expect(
    signAdditionalWork(adviser, { ...answer(sent), signatureStrokes: SIGNATURE }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('two devices answer at once: one effect', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const link = customerOf(given, sent)
  const both = await Promise.allSettled([
    answerAdditionalWork(link, { ...answer(sent), answers: yes(sent), signatureStrokes: SIGNATURE }),
    answerAdditionalWork(link, { ...answer(sent), answers: no(sent, '太贵') }),
    answerAdditionalWork(given.as('serviceAdviser'), {
      ...answer(sent),
      answers: yes(sent),
      callNote: '电话同意',
      calledNumber: '13900000000',
      readOut: ['what', 'price', 'time'],
    }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of both)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'additionalWork.already-answered' })
  expect((await rows(given, sent)).approvals.length).toBeLessThanOrEqual(1)
})

test('an answer to another version, to fewer lines, without a reason or without a signature is refused', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const link = customerOf(given, sent)
  const refused = (over: Record<string, unknown>, code: string) =>
    expect(
      answerAdditionalWork(link, {
        ...answer(sent),
        answers: yes(sent),
        signatureStrokes: SIGNATURE,
        ...over,
      }),
    ).rejects.toMatchObject({ code })
  await refused({ hash: 'b'.repeat(64) }, 'common.changed-meanwhile')
  await refused({ answers: yes(sent).slice(1) }, 'additionalWork.line-unanswered')
  await refused({ answers: [yes(sent)[0], yes(sent)[0]] }, 'additionalWork.line-unanswered')
  await refused(
    { answers: [yes(sent)[0], { jobId: sent.orderId, approve: true }] },
    'additionalWork.line-unanswered',
  )
  await refused({ answers: no(sent) }, 'additionalWork.decline-reason-missing')
  await refused({ signatureStrokes: '' }, 'signature.empty')
  await refused({ additionalWorkId: sent.orderId }, 'common.not-found')
  const stranger = await aSignedOrder(given)
  const asStranger = given.asCustomer({ customerId: stranger.customer.id, visitId: stranger.visitId })
  await expect(
    answerAdditionalWork(asStranger, { ...answer(sent), answers: yes(sent) }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('priced again, the version in hand of the customer no longer counts', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const sent = await aSentRequest(given)
  const { additionalWorkId } = sent
  await priceAdditionalWork(adviser, {
    additionalWorkId,
    ...words,
    newPromisedAt: sent.newPromisedAt,
    lines: [{ title: '清洁卡钳', labourFen: 5000 }],
  })
  const { request, jobs } = await rows(given, sent)
  expect(request).toMatchObject({ status: 'priced', revision: 2, contentHash: null })
  expect(jobs).toMatchObject([{ title: '清洁卡钳' }])
  const late = answerAdditionalWork(customerOf(given, sent), {
    ...answer(sent),
    answers: yes(sent),
    signatureStrokes: SIGNATURE,
  })
  await expect(late).rejects.toMatchObject({ code: 'common.changed-meanwhile' })
})

test('a request without lines or prices, with a past time, or already answered is not priced', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const sent = await aSentRequest(given)
  const base = { additionalWorkId: sent.additionalWorkId, ...words, newPromisedAt: sent.newPromisedAt }
  const line = { title: '清洁卡钳', labourFen: 5000 }
  await expect(priceAdditionalWork(adviser, { ...base, lines: [] })).rejects.toMatchObject({
    code: 'additionalWork.no-lines',
  })
  await expect(priceAdditionalWork(adviser, { ...base, lines: [{ title: 'x' }] })).rejects.toMatchObject({
    code: 'order.line-without-price',
  })
  const past = priceAdditionalWork(adviser, { ...base, lines: [line], newPromisedAt: given.now })
  await expect(past).rejects.toMatchObject({ code: 'order.promise-in-the-past' })
  await answerAdditionalWork(customerOf(given, sent), { ...answer(sent), answers: no(sent, 'x') })
  await expect(priceAdditionalWork(adviser, { ...base, lines: [line] })).rejects.toMatchObject({
    code: 'additionalWork.already-answered',
  })
  await expect(sendAdditionalWork(adviser, base)).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('without an answer in time it expires, and may still be answered', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId } = sent
  expect(await expireAdditionalWork(given.asSystem(), { additionalWorkId })).toEqual({ expired: false })
  const later = minutesAfter(given.now, 31)
  expect(await expireAdditionalWork(given.asSystem({ now: later }), { additionalWorkId })).toEqual({
    expired: true,
  })
  await answerAdditionalWork(customerOf(given, sent, { now: later }), {
    ...answer(sent),
    answers: yes(sent),
    signatureStrokes: SIGNATURE,
  })
  expect((await rows(given, sent)).request.status).toBe('approved')
})

test('work that is done opens again for approved additional work; from final inspection on it is too late', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const setStatus = (status: 'workDone' | 'qc', workDoneAt: Date | null) =>
    given.inside((tx) =>
      tx.repairOrder.updateMany({ where: { id: sent.orderId }, data: { status, workDoneAt } }),
    )
  const approve = () =>
    answerAdditionalWork(customerOf(given, sent), {
      ...answer(sent),
      answers: yes(sent),
      signatureStrokes: SIGNATURE,
    })
  await setStatus('qc', given.now)
  await expect(approve()).rejects.toMatchObject({ code: 'additionalWork.order-too-far' })
  await setStatus('workDone', given.now)
  await approve()
  expect((await rows(given, sent)).order).toMatchObject({ status: 'inRepair', workDoneAt: null })
})

test('a request opens only on a signed order that is still worked on', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const draft = await aDraftOrder(given)
  const open = (orderId: string) =>
    given.inside((tx) => openAdditionalWork(tx, { dealershipId, orderId, what: 'x' }, now))
  await expect(open(draft.orderId)).rejects.toMatchObject({ code: 'additionalWork.order-too-far' })
  await expect(open(draft.visitId)).rejects.toMatchObject({ code: 'common.not-found' })
  const { orderId } = await aSignedOrder(given)
  const started = await startAdditionalWork(given.as('serviceAdviser'), { orderId, what: '客户想加装脚垫' })
  expect(
    await given.inside((tx) => tx.additionalWork.findFirst({ where: { id: started.additionalWorkId } })),
  ).toMatchObject({ status: 'found' })
  await expect(sendAdditionalWork(given.as('serviceAdviser'), started)).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('who may not price, send, answer or expire', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const { additionalWorkId, orderId } = sent
  for (const who of ['technician', 'foreman', 'cashier']) {
    const context = given.as(who)
    for (const attempt of [
      () => startAdditionalWork(context, { orderId, what: 'x' }),
      () =>
        priceAdditionalWork(context, {
          additionalWorkId,
          ...words,
          newPromisedAt: sent.newPromisedAt,
          lines: [],
        }),
      () => sendAdditionalWork(context, { additionalWorkId }),
      () => answerAdditionalWork(context, { ...answer(sent), answers: yes(sent) }),
      () => signAdditionalWork(context, answer(sent)),
      () => expireAdditionalWork(context, { additionalWorkId }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
})

test('S3-45 S3-48 the database itself lets no additional work run without an approval, nor cost more than was approved', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const other = await aSignedOrder(given)
  const [brakes] = sent.jobIds as [string]
  const key = (id: string) => ({ dealershipId_id: { dealershipId: given.dealershipId, id } })
  const set = (id: string, data: Prisma.JobUncheckedUpdateInput) =>
    given.inside((tx) => tx.job.update({ where: key(id), data }))
  const ownApproval = (orderId: string) =>
    given.inside(async (tx) => (await tx.approval.findFirstOrThrow({ where: { orderId } })).id)

  for (const status of ['queued', 'assigned', 'inWork', 'done', 'qcPassed', 'billed'] as const)
    await expect(set(brakes, { status })).rejects.toThrow(/job_additional_work_is_approved/)
  await expect(
    set(brakes, { status: 'queued', approvalId: await ownApproval(other.orderId) }),
  ).rejects.toThrow(/approval is of another paper/)

  await expect(
    set(brakes, { status: 'queued', approvalId: await ownApproval(sent.orderId) }),
  ).rejects.toThrow(/approval is of another paper/)

  const inHand = /has this request in hand/
  const asked = (await rows(given, sent)).jobs[0]!
  await expect(set(brakes, { labourFen: asked.labourFen + 1 })).rejects.toThrow(inHand)
  await expect(set(brakes, { title: '别的' })).rejects.toThrow(inHand)
  const wanted = await given.inside((tx) => tx.jobPart.findFirstOrThrow({ where: { jobId: brakes } }))
  await expect(
    given.inside((tx) =>
      tx.jobPart.update({ where: key(wanted.id), data: { unitPriceFen: wanted.unitPriceFen + 1 } }),
    ),
  ).rejects.toThrow(inHand)
  const { id: _line, ...line } = asked
  await expect(given.inside((tx) => tx.job.create({ data: { ...line, labourFen: 1 } }))).rejects.toThrow(
    inHand,
  )

  await answerAdditionalWork(customerOf(given, sent), {
    ...answer(sent),
    answers: yes(sent),
    signatureStrokes: SIGNATURE,
  })
  const job = (await rows(given, sent)).jobs[0]!
  const above = /more than was approved/
  await expect(set(brakes, { labourFen: job.labourFen + 1 })).rejects.toThrow(above)
  await expect(set(brakes, { approvalId: null })).rejects.toThrow(above)
  await set(brakes, { discountFen: 100, payer: 'goodwill' })
  await expect(set(brakes, { discountFen: 99 })).rejects.toThrow(above)
  await expect(set(brakes, { payer: 'customer' })).rejects.toThrow(above)
  const part = await given.inside((tx) => tx.jobPart.findFirstOrThrow({ where: { jobId: brakes } }))
  const dearer = (data: Prisma.JobPartUncheckedUpdateInput) =>
    given.inside((tx) => tx.jobPart.update({ where: key(part.id), data }))
  await expect(dearer({ quantityMilli: part.quantityMilli + 1000 })).rejects.toThrow(above)
  await expect(dearer({ unitPriceFen: part.unitPriceFen + 1 })).rejects.toThrow(above)
  const { id: _id, ...more } = part
  await expect(given.inside((tx) => tx.jobPart.create({ data: more }))).rejects.toThrow(above)
  await dearer({ quantityMilli: 500 })
})

test('a shared line of additional work says who bears what, and is billed so', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const adviser = given.as('A1')
  const { additionalWorkId } = sent
  const ask = (shares: object[], payer = 'customer') =>
    priceAdditionalWork(adviser, {
      additionalWorkId,
      ...words,
      newPromisedAt: sent.newPromisedAt,
      lines: [
        { title: '更换水泵', labourFen: 60_001, payer, shares },
        { title: '清洁', labourFen: 5000 },
      ],
    })
  await expect(ask([{ payer: 'customer', shareBp: 5000 }])).rejects.toMatchObject({
    code: 'order.share-of-own-payer',
  })
  for (const [shares, payer] of [
    [[{ payer: 'goodwill', shareBp: 3000 }], 'customer'],
    [[], 'internal'],
  ] as const)
    await expect(ask([...shares], payer)).rejects.toMatchObject({ code: 'order.payer-reason-missing' })
  await expect(ask([{ payer: 'goodwill', payerReason: '老客户', amountFen: 60_002 }])).rejects.toMatchObject({
    code: 'order.shares-above-line',
  })
  await ask([{ payer: 'goodwill', payerReason: '老客户', shareBp: 3000 }])
  const { hash } = await sendAdditionalWork(adviser, { additionalWorkId })
  const desk = await orderDesk(adviser, { orderId: sent.orderId })
  const request = desk.requests.find(({ id }) => id === additionalWorkId)!
  const [line] = request.lines
  expect(line!.shares).toEqual([
    { payer: 'customer', totalFen: 42_001 },
    { payer: 'goodwill', totalFen: 18_000 },
  ])
  expect(customerFen(line!) + customerFen(request.lines[1]!)).toBe(47_001)
  expect(request.payers).toContainEqual({ payer: 'goodwill', totalFen: 18_000 })
  const held = given.inside((tx) =>
    tx.jobShare.updateMany({ where: { jobId: line!.jobId }, data: { shareBp: 100 } }),
  )
  await expect(held).rejects.toThrow()
  await answerAdditionalWork(customerOf(given, sent), {
    additionalWorkId,
    hash,
    answers: request.lines.map(({ jobId }) => ({ jobId, approve: true })),
    signatureStrokes: SIGNATURE,
  })
  const billed = await given.inside((tx) => billedLines(tx, given.dealershipId, sent.orderId))
  expect(billed.find(({ jobId }) => jobId === line!.jobId)!.shares).toEqual(line!.shares)
  const { paper } = await paperSheet(adviser, { kind: 'additional-work', id: additionalWorkId, lang: 'en' })
  expect(JSON.stringify(paper)).toContain('Goodwill ¥180.00')
})
