import { expect, test } from 'vitest'
import { declinedSafety } from '@/lib/appointments/server/declined-work'
import { needsOf } from '@/lib/appointments/server/needs-of'
import { minutesAfter } from '@/lib/core/time'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { clockWork } from '@/lib/kpi/server/clock-work'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { proveApproval, sendApprovalCode } from '@/lib/orders/server/approval-code'
import { declinedBefore } from '@/lib/orders/server/declined-before'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { remindAdditionalWork } from '@/lib/orders/server/remind-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { signAdditionalWork } from '@/lib/orders/server/sign-additional-work'
import { aDealership, aMobile, type GivenDealership } from '../../support/given'
import { aSentRequest, aSignedOrder, packageId, SIGNATURE } from '../../support/orders'
import { poisoned } from '../../support/poison'

type Sent = Awaited<ReturnType<typeof aSentRequest>>

const customer = (given: GivenDealership, sent: Sent, over = {}) =>
  given.asCustomer({ customerId: sent.customer.id, visitId: sent.visitId }, over)
const answers = (sent: Sent, approve: boolean) =>
  sent.jobIds.map((jobId) => ({ jobId, approve, reason: approve ? undefined : '下次再说' }))
const paper = ({ additionalWorkId, hash }: Sent) => ({ additionalWorkId, hash })
const messages = (given: GivenDealership, template: string) =>
  given.inside((tx) => tx.outboxMessage.findMany({ where: { template }, orderBy: { createdAt: 'asc' } }))
const kept = (given: GivenDealership, sent: Sent) =>
  given.inside(async (tx) => ({
    order: await tx.repairOrder.findFirstOrThrow({ where: { id: sent.orderId } }),
    request: await tx.additionalWork.findFirstOrThrow({ where: { id: sent.additionalWorkId } }),
    jobs: await tx.job.findMany({
      where: { additionalWorkId: sent.additionalWorkId },
      orderBy: { position: 'asc' },
    }),
    parts: await tx.partReservation.count({ where: { jobId: { in: sent.jobIds } } }),
    approvals: await tx.approval.count({ where: { orderId: sent.orderId, estimateId: null } }),
    signatures: await tx.signature.count({ where: { documentId: sent.additionalWorkId } }),
    events: await tx.event.count({
      where: { subjectId: sent.additionalWorkId, name: 'additionalWork.answer' },
    }),
    told: await tx.outboxMessage.count({ where: { template: 'additional-work-answered' } }),
    waits: (await tx.capacityDay.findFirst({ where: { day: new Date('2026-11-23'), resource: 'work' } }))
      ?.otherMinutes,
  }))

/** The owner is somebody else than who brought the car. */
async function anOwner(given: GivenDealership, { visitId }: Sent) {
  const { dealershipId, now } = given
  return given.inside(async (tx) => {
    const owner = await tx.customer.create({
      data: { dealershipId, no: `O-${visitId}`, name: '李娜', phone: aMobile(), createdAt: now },
    })
    await tx.visit.updateMany({ where: { id: visitId }, data: { ownerId: owner.id } })
    return owner
  })
}

const staffNumbers = (given: GivenDealership) =>
  given.inside(async (tx) => {
    for (const no of ['A1', 'T2', 'F1'])
      await tx.staff.updateMany({ where: { id: given.staffId(no) }, data: { phone: aMobile() } })
    await tx.staff.updateMany({ where: { roles: { has: 'partsClerk' } }, data: { phone: aMobile() } })
  })

test('S3-45 S3-48 S3-49 one yes sets everything going: line, part, hours in the ledger, promise, people', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  await staffNumbers(given)
  const before = await kept(given, sent)
  await answerAdditionalWork(customer(given, sent), {
    ...paper(sent),
    answers: answers(sent, true),
    signatureStrokes: SIGNATURE,
  })
  const after = await kept(given, sent)
  expect(after.jobs.map(({ status }) => status)).toEqual(['queued', 'queued'])
  const reservations = await given.inside((tx) =>
    tx.partReservation.findMany({ where: { jobId: { in: sent.jobIds } } }),
  )
  expect(
    reservations.map(({ status }) => status).every((one) => ['reserved', 'requested'].includes(one)),
  ).toBe(true)
  const minutes = after.jobs.reduce((sum, job) => sum + job.minutes, 0)
  expect((after.waits ?? 0) - (before.waits ?? 0)).toBe(minutes)
  expect(after.order.promisedAt).toEqual(sent.newPromisedAt)
  expect(after).toMatchObject({ approvals: 1, events: 1 })
  const told = await messages(given, 'additional-work-answered')
  const staff = await given.inside((tx) => tx.staff.findMany({ where: { phone: { not: '' } } }))
  const roles = told.flatMap(({ recipient }) => staff.find(({ phone }) => phone === recipient)?.roles ?? [])
  expect(roles).toEqual(expect.arrayContaining(['serviceAdviser', 'technician', 'foreman', 'partsClerk']))
  expect(told[0]?.facts).toMatchObject({ approved: 2, declined: 0 })
})

test('S3-45 when one step of an approval fails, nothing of it is kept', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  await staffNumbers(given)
  const before = await kept(given, sent)
  const yes = () =>
    answerAdditionalWork(customer(given, sent), {
      ...paper(sent),
      answers: answers(sent, true),
      signatureStrokes: SIGNATURE,
    })
  const steps = [
    ['Approval', `NEW."orderId" = '${sent.orderId}'`],
    ['PartReservation', `NEW."jobId" = '${sent.jobIds[1]}'`],
    ['OutboxMessage', `NEW.template = 'additional-work-answered'`],
    ['Event', `NEW."subjectId" = '${sent.additionalWorkId}'`],
  ] as const
  for (const [table, when] of steps) {
    await expect(poisoned(table, when, yes)).rejects.toThrow(/poisoned row/)
    expect(await kept(given, sent)).toEqual(before)
  }
  await yes()
  expect((await kept(given, sent)).request.status).toBe('approved')
})

test('S3-46 owner, sender and the adviser at the telephone answer at once: one counts, the others hear what was answered', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const owner = await anOwner(given, sent)
  const asOwner = given.asCustomer({ customerId: owner.id, visitId: sent.visitId })
  const tries = await Promise.allSettled([
    answerAdditionalWork(customer(given, sent), {
      ...paper(sent),
      answers: answers(sent, true),
      signatureStrokes: SIGNATURE,
    }),
    answerAdditionalWork(asOwner, { ...paper(sent), answers: answers(sent, false) }),
    answerAdditionalWork(given.as('serviceAdviser'), {
      ...paper(sent),
      answers: sent.jobIds.map((jobId, i) => ({ jobId, approve: i === 0, reason: '不急' })),
      callNote: '致电车主',
      calledNumber: owner.phone,
      readOut: ['what', 'why', 'whatIfNot', 'how', 'price', 'time'],
    }),
  ])
  const won = tries.filter((one) => one.status === 'fulfilled')
  expect(won).toHaveLength(1)
  const { approved, declined } = won[0]!.value
  for (const one of tries)
    if (one.status === 'rejected')
      expect(one.reason).toMatchObject({
        code: 'additionalWork.already-answered',
        facts: { by: expect.stringMatching(/./), approved, declined },
      })
  const after = await kept(given, sent)
  expect(after.events).toBe(1)
  expect(after.jobs.filter(({ status }) => status === 'queued')).toHaveLength(approved)
  expect(after.jobs.filter(({ status }) => status === 'declined')).toHaveLength(declined)
})

test('S3-46 owner and sender are asked each with an own link, and reminded once before the time is over', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  const owner = await anOwner(given, sent)
  const { additionalWorkId } = sent
  const adviser = given.as('serviceAdviser')
  await priceAdditionalWork(adviser, {
    additionalWorkId,
    what: 'w',
    why: 'y',
    whatIfNot: 'n',
    how: 'h',
    newPromisedAt: sent.newPromisedAt,
    lines: [{ packageId: await packageId(given, 'F') }],
  })
  await sendAdditionalWork(adviser, { additionalWorkId })
  const asked = (await messages(given, 'additional-work-to-answer')).slice(-2)
  expect(asked.map(({ recipient }) => recipient).sort()).toEqual([owner.phone, sent.customer.phone].sort())
  expect(new Set(asked.map(({ facts }) => (facts as { link: string }).link)).size).toBe(2)

  await clockWork(given.dealershipId, minutesAfter(given.now, 19))
  expect(await messages(given, 'additional-work-reminder')).toEqual([])
  for (const minute of [20, 21]) await clockWork(given.dealershipId, minutesAfter(given.now, minute))
  const reminded = await messages(given, 'additional-work-reminder')
  expect(reminded.map(({ recipient }) => recipient).sort()).toEqual([owner.phone, sent.customer.phone].sort())
  const again = remindAdditionalWork(given.asSystem(), { additionalWorkId })
  expect(await again).toEqual({ reminded: false })
  await staffNumbers(given)
  await clockWork(given.dealershipId, minutesAfter(given.now, 31))
  expect((await kept(given, sent)).request.status).toBe('expired')
  expect(await messages(given, 'additional-work-unanswered')).toHaveLength(1)
  await expect(remindAdditionalWork(adviser, { additionalWorkId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S3-47 above the set sum a yes by the link needs the one-time code that went to the own telephone', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  await changeSetting(given.as('serviceManager'), {
    key: 'order.approvalCodeFromFen',
    text: '1000',
  })
  const me = customer(given, sent)
  const yes = (over = {}) =>
    answerAdditionalWork(me, {
      ...paper(sent),
      answers: answers(sent, true),
      signatureStrokes: SIGNATURE,
      ...over,
    })
  await expect(yes()).rejects.toMatchObject({ code: 'additionalWork.code-missing' })
  await expect(yes({ proof: '9999999999999.x' })).rejects.toMatchObject({
    code: 'appointment.phone-not-proven',
  })
  expect(await sendApprovalCode(me, { additionalWorkId: sent.additionalWorkId })).toEqual({ minutes: 5 })
  const [message] = await messages(given, 'phone-code')
  expect(message?.recipient).toBe(sent.customer.phone)
  const { code } = message!.facts as { code: string }
  const prove = (typed: string) => proveApproval(me, { additionalWorkId: sent.additionalWorkId, code: typed })
  const wrong = code === '000000' ? '000001' : '000000'
  await expect(prove(wrong)).rejects.toMatchObject({ code: 'appointment.wrong-code', facts: { left: 4 } })
  const { proof } = await prove(code)
  await expect(yes({ proof, signatureStrokes: '[]' })).rejects.toMatchObject({ code: 'signature.empty' })
  await prove(code)
  await expect(sendApprovalCode(me, { additionalWorkId: sent.additionalWorkId })).rejects.toMatchObject({
    code: 'auth.too-many-requests',
  })
  expect(await yes({ proof })).toMatchObject({ approved: 2 })
  await expect(prove(code)).rejects.toMatchObject({ code: 'appointment.code-expired' })
  for (const who of ['serviceAdviser', 'serviceManager'])
    await expect(
      sendApprovalCode(given.as(who), { additionalWorkId: sent.additionalWorkId }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S3-47 who has no number is sent no code, and a no or a small yes needs none', async () => {
  const given = await aDealership()
  const sent = await aSentRequest(given)
  await given.inside((tx) => tx.customer.updateMany({ where: { id: sent.customer.id }, data: { phone: '' } }))
  const { additionalWorkId } = sent
  await expect(sendApprovalCode(customer(given, sent), { additionalWorkId })).rejects.toMatchObject({
    code: 'additionalWork.no-number',
  })
  expect(
    await answerAdditionalWork(customer(given, sent), {
      ...paper(sent),
      answers: answers(sent, true),
      signatureStrokes: SIGNATURE,
    }),
  ).toMatchObject({ approved: 2 })
})

async function aSafetyRequest(given: GivenDealership) {
  const sent = await aSentRequest(given)
  const adviser = given.as('serviceAdviser')
  const { additionalWorkId } = sent
  await priceAdditionalWork(adviser, {
    additionalWorkId,
    what: '前制动片只剩 2 毫米',
    why: '低于限值',
    whatIfNot: '制动失效',
    how: '更换',
    safety: true,
    newPromisedAt: sent.newPromisedAt,
    lines: [{ packageId: await packageId(given, 'F') }],
  })
  const { hash } = await sendAdditionalWork(adviser, { additionalWorkId })
  const jobIds = await given.inside(async (tx) =>
    (await tx.job.findMany({ where: { additionalWorkId } })).map(({ id }) => id),
  )
  return { ...sent, hash, jobIds }
}

test('S3-49 a safety item is declined only with a signed notice; after a call the notice stays open until it is signed', async () => {
  const given = await aDealership()
  const byLink = await aSafetyRequest(given)
  const no = (sent: Sent, over = {}) =>
    answerAdditionalWork(customer(given, sent), {
      ...paper(sent),
      answers: answers(sent, false),
      ...over,
    })
  await expect(no(byLink)).rejects.toMatchObject({ code: 'additionalWork.notice-unsigned' })
  await no(byLink, { signatureStrokes: SIGNATURE })
  expect(await kept(given, byLink)).toMatchObject({ signatures: 1, request: { status: 'declined' } })

  const byPhone = await aSafetyRequest(given)
  const adviser = given.as('serviceAdviser')
  await answerAdditionalWork(adviser, {
    ...paper(byPhone),
    answers: answers(byPhone, false),
    callNote: '客户说下次',
  })
  const request = async () =>
    (await orderDesk(adviser, { orderId: byPhone.orderId })).requests.find(
      ({ id }) => id === byPhone.additionalWorkId,
    )
  expect(await request()).toMatchObject({ status: 'declined', safety: true, signed: false })
  await signAdditionalWork(customer(given, byPhone), { ...paper(byPhone), signatureTyped: '张伟' })
  expect(await request()).toMatchObject({ status: 'declined', signed: true })
  await expect(
    signAdditionalWork(customer(given, byPhone), { ...paper(byPhone), signatureTyped: '张伟' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('S3-49 S3-01 a declined safety item is shown at each later contact, first and with its open notice, until it is done', async () => {
  const given = await aDealership()
  const sent = await aSafetyRequest(given)
  const adviser = given.as('serviceAdviser')
  const vehicleIds = [sent.vehicle.id]
  expect(await declinedSafety(adviser, { vehicleIds })).toEqual([])
  await answerAdditionalWork(adviser, {
    ...paper(sent),
    answers: answers(sent, false),
    callNote: '客户说下次',
  })
  const expected = { title: '前制动保养', safety: true, unsigned: true, reason: '下次再说' }
  expect(await declinedSafety(adviser, { vehicleIds })).toMatchObject([expected])
  const { needs, before } = await given.inside(async (tx) => ({
    needs: await needsOf(tx, {
      dealershipId: given.dealershipId,
      vehicleId: sent.vehicle.id,
      now: given.now,
      timeZone: given.timeZone,
    }),
    before: await declinedBefore(tx, sent.vehicle.id, null),
  }))
  expect(needs.find(({ kind }) => kind === 'declined')).toMatchObject({ safety: true })
  expect(before[0]).toMatchObject({ safety: true, unsigned: true })
  await signAdditionalWork(customer(given, sent), { ...paper(sent), signatureTyped: '张伟' })
  expect(await declinedSafety(adviser, { vehicleIds })).toMatchObject([{ ...expected, unsigned: false }])

  const { orderId } = await aSignedOrder(given, { code: 'F' })
  await given.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: orderId }, data: { vehicleId: sent.vehicle.id } }),
  )
  expect(await declinedSafety(adviser, { vehicleIds })).toEqual([])
})
