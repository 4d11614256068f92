import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { requiredChecks } from '@/lib/delivery/hand-over'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { handOverFacts, orderAtDelivery } from '@/lib/delivery/server/order-at-delivery'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { signOrder } from '@/lib/orders/server/sign-order'
import { issueJobParts } from '@/lib/parts/server/issue-part'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { decideLine } from '@/lib/quality/server/decide-line'
import { startWash } from '@/lib/quality/server/start-wash'
import { takeInspection } from '@/lib/quality/server/take-inspection'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { sealEvents, verifyChain } from '@/lib/server/event-chain'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { aDealership, db, NOW } from '../../support/given'

const signature = { signerName: '张伟', signatureTyped: '张伟' }

test('one visit walks through all eight steps, every wrong move on the way is refused, and its chain verifies', async () => {
  const here = await aDealership()
  let now = NOW
  const later = (minutes: number) => (now = minutesAfter(now, minutes))
  const as = (who: string) => here.as(who, { now })
  const refused = async (...moves: Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(moves)
    return outcomes.map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as { code?: string }).code : 'ALLOWED',
    )
  }
  const notFromHere = 'status.not-from-here'

  // 1 CONTACT
  const pack = await here.inside((tx) => tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } }))
  const { days } = await openSlots(as('B1'), { packageIds: [pack.id], days: 2 })
  const slot = days.flatMap(({ slots }) => slots)[2]
  const booked = await bookAppointment(as('B1'), {
    packageIds: [pack.id], plate: '沪A12345', name: '张伟', phone: '13812345678', startsAt: slot?.startsAt, readBack: true,
  }) // prettier-ignore

  // 2 RECEPTION
  now = new Date(slot?.startsAt ?? '')
  const { visitId } = await arriveVisit(as('G1'), { appointmentId: booked.id })
  expect(
    await refused(
      arriveVisit(as('G1'), { appointmentId: booked.id }),
      startInspection(as('A1'), { visitId, kitPieces: [...KIT_PIECES] }),
      signAsShown(as('A1'), { visitId, ...signature }),
      bringToDesk(as('A1'), { visitId, parkedAt: 'P1', keyLocation: '1' }),
      openOrder(as('A1'), { visitId }),
    ),
  ).toEqual(['visit.already-open', notFromHere, notFromHere, notFromHere, 'order.visit-not-at-desk'])
  await greetVisit(as('A1'), { visitId })
  expect(
    await refused(
      greetVisit(as('A1'), { visitId }),
      startInspection(as('A1'), { visitId, kitPieces: ['floorMat'] }),
    ),
  ).toEqual([notFromHere, 'reception.kit-first'])
  await startInspection(as('A1'), { visitId, kitPieces: [...KIT_PIECES] })
  expect(await refused(signAsShown(as('A1'), { visitId, ...signature }))).toEqual(['reception.incomplete'])
  later(8)
  const said = async () => (await receptionVisit(as('A1'), { visitId })).record.customerStatement
  await saveInspection(as('A1'), {
    visitId, odometerKm: 30_000, fuelEighths: 4, items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: 'ok' })),
    valuablesReminded: true, customerStatement: '保养', freeWash: false, licenceTaken: true, keysTaken: true,
    base: { customerStatement: await said() },
  }) // prettier-ignore
  await signAsShown(as('A1'), { visitId, ...signature })
  expect(await refused(saveInspection(as('A1'), { visitId, odometerKm: 1 }))).toEqual(['reception.frozen'])
  await bringToDesk(as('A1'), { visitId, parkedAt: 'P1', keyLocation: '1' })

  // 3 ORDER
  const { id: orderId } = await openOrder(as('A1'), { visitId })
  expect(
    await refused(
      presentOrder(as('A1'), { orderId }),
      takeInspection(as('Q1'), { orderId }),
      openHandOver(as('A1'), { orderId }),
    ),
  ).toEqual([notFromHere, notFromHere, notFromHere])
  await estimateOrder(as('A1'), { orderId })
  expect(await refused(presentOrder(as('A1'), { orderId }))).toEqual(['order.point-missing'])
  await setOrderTerms(as('A1'), {
    orderId, promisedAt: minutesAfter(now, 180), paymentMethod: 'wechat', oldParts: 'leave', wash: false, deliveryExplained: true,
  }) // prettier-ignore
  await estimateOrder(as('A1'), { orderId })
  await presentOrder(as('A1'), { orderId })
  const estimate = await here.inside((tx) =>
    tx.estimate.findFirstOrThrow({ where: { orderId, supersededAt: null } }),
  )
  const job = await here.inside((tx) => tx.job.findFirstOrThrow({ where: { orderId } }))
  const plan = { jobId: job.id, technicianId: here.staffId('T1'), startsAt: now.toISOString() }
  expect(
    await refused(
      dispatchJob(as('F1'), plan),
      signOrder(as('A1'), { orderId, version: estimate.version, hash: 'a'.repeat(64), ...signature }),
      signOrder(as('A1'), { orderId, version: estimate.version, hash: estimate.hash, signerName: '张伟' }),
    ),
  ).toEqual(['plan.not-approved', 'common.changed-meanwhile', 'signature.empty'])
  await signOrder(as('A1'), { orderId, version: estimate.version, hash: estimate.hash, ...signature })

  // 4 and 5 LOUNGE, REPAIR
  later(5)
  expect(await refused(startJob(as('T1'), { jobId: job.id }), dispatchJob(as('A1'), plan))).toEqual([
    'job.not-yours',
    'auth.forbidden',
  ])
  await dispatchJob(as('F1'), { ...plan, startsAt: now.toISOString() })
  expect(await refused(startJob(as('T2'), { jobId: job.id }))).toEqual(['job.not-yours'])
  await startJob(as('T1'), { jobId: job.id })
  expect(
    await refused(
      finishJob(as('T1'), { jobId: job.id, workDone: 'x' }),
      takeInspection(as('Q1'), { orderId }),
    ),
  ).toEqual(['job.parts-not-issued', notFromHere])
  await issueJobParts(as('P1'), { jobId: job.id, technicianId: here.staffId('T1') })
  later(45)
  await finishJob(as('T1'), { jobId: job.id, workDone: '完成' })

  // 6 QC
  expect(
    await refused(
      acceptOrder(as('A1'), { orderId }),
      startWash(as('F1'), { orderId }),
      takeInspection(as('T1'), { orderId }),
    ),
  ).toEqual([notFromHere, 'wash.declined', 'auth.forbidden'])
  const { id: inspectionId } = await takeInspection(as('Q1'), { orderId })
  expect(await refused(decideInspection(as('Q1'), { inspectionId }))).toEqual(['inspection.lines-open'])
  for (const { id: lineId } of await here.inside((tx) =>
    tx.inspectionLine.findMany({ where: { inspectionId, result: null } }),
  ))
    await decideLine(as('Q1'), { inspectionId, lineId, result: 'pass' })
  await decideInspection(as('Q1'), { inspectionId })
  await acceptOrder(as('A1'), { orderId })
  expect(
    await refused(acceptOrder(as('A1'), { orderId }), openHandOver(as('A1'), { orderId })),
  ).not.toContain('ALLOWED')
  await acceptOrder(as('T1'), { orderId })

  // 7 DELIVERY
  later(10)
  expect(
    await refused(deliverVisit(as('A1'), { orderId, ...signature }), drawSettlement(as('A1'), { orderId })),
  ).toEqual(['visit.not-deliverable', notFromHere])
  await openHandOver(as('A1'), { orderId })
  const order = await here.inside((tx) => orderAtDelivery(tx, here.dealershipId, orderId))
  expect(await refused(tickHandOver(as('A1'), { orderId, check: 'voucher', code: 'WRONG234' }))).toEqual([
    'handOver.voucher-wrong',
  ])
  const checks = requiredChecks(handOverFacts(order))
  await tickHandOver(as('T1'), { orderId, check: 'qualityTechnician' })
  await tickHandOver(as('A1'), {
    orderId,
    check: checks.filter((check) => check !== 'qualityTechnician'),
    code: order.voucherCode ?? '',
  })
  await drawSettlement(as('A1'), { orderId })
  expect(await refused(deliverVisit(as('A1'), { orderId, ...signature }))).toEqual(['visit.not-deliverable'])
  const share = await here.inside((tx) =>
    tx.settlementShare.findFirstOrThrow({ where: { payer: 'customer' } }),
  )
  const paying = {
    shareId: share.id,
    method: 'wechat',
    amountFen: share.amountFen,
    idempotencyKey: 'pay-once-123',
  }
  expect(
    await refused(
      receivePayment(as('A1'), paying),
      receivePayment(as('C1'), { ...paying, amountFen: share.amountFen + 1, idempotencyKey: 'other-key-1' }),
    ),
  ).toEqual(['auth.forbidden', 'payment.above-open'])
  const [first, second] = await Promise.all([
    receivePayment(as('C1'), paying),
    receivePayment(as('C1'), paying),
  ])
  expect(second.paymentId).toBe(first.paymentId)
  await deliverVisit(as('A1'), { orderId, ...signature })
  expect(
    await refused(deliverVisit(as('A1'), { orderId, ...signature }), openOrder(as('A1'), { visitId })),
  ).not.toContain('ALLOWED')

  // 8 FOLLOW_UP
  later(24 * 60)
  const rating = { orderId, satisfaction: 'verySatisfied', adviserStars: 5, technicianStars: 5 }
  const customer = here.asCustomer({ customerId: order.customerId, visitId }, { now })
  await giveRating(customer, rating)
  expect(await refused(giveRating(customer, rating))).toEqual(['rating.given-already'])
  const steps = (await visitRibbons(as('M1'), { visitIds: [visitId] }))[visitId] ?? []
  expect(steps.map(({ code, state }) => `${code} ${state}`)).toEqual([
    'CONTACT done', 'RECEPTION done', 'ORDER done', 'LOUNGE done', 'REPAIR done', 'QC done', 'DELIVERY done', 'FOLLOW_UP now',
  ]) // prettier-ignore

  while ((await sealEvents(db(), here.dealershipId, now)) > 0);
  const events = await here.inside((tx) => tx.event.count())
  expect(await here.inside(verifyChain)).toEqual({ sealed: events, unsealed: 0, firstBadSeq: null })
})
