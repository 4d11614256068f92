import { addJob } from '@/lib/orders/server/add-job'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { openAdditionalWork } from '@/lib/orders/server/open-additional-work'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { signOrder } from '@/lib/orders/server/sign-order'
import { hoursAfter } from '@/lib/core/time'
import { aCustomerWithCar, type GivenDealership } from './given'

/** Two strokes on the glass, as the signature pad posts them. */
export const SIGNATURE = JSON.stringify([
  {
    points: [
      { x: 1, y: 2 },
      { x: 30, y: 40 },
    ],
  },
  {
    points: [
      { x: 5, y: 5 },
      { x: 9, y: 9 },
    ],
  },
])

let visits = 0

/** A visit whose reception record is signed and whose customer sits at the desk, as rows. */
export async function aVisitAtDesk(
  given: GivenDealership,
  over: {
    statement?: string
    status?: 'atDesk' | 'inspecting'
    adviser?: string
    appointmentId?: string
    freeWash?: boolean | null
  } = {},
) {
  const { dealershipId, now, staffId } = given
  const { customer, vehicle } = await aCustomerWithCar(given)
  const visit = await given.inside(async (tx) => {
    const { id } = await tx.visit.create({
      data: {
        dealershipId,
        no: `V${++visits}-${customer.no}`,
        status: over.status ?? 'atDesk',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: staffId(over.adviser ?? 'A1'),
        appointmentId: over.appointmentId,
        arrivedAt: now,
        atDeskAt: now,
      },
    })
    await tx.receptionRecord.create({
      data: {
        dealershipId,
        visitId: id,
        kitPieces: [],
        suggestions: [],
        odometerKm: 43_210,
        customerStatement: over.statement ?? '刹车时有异响。空调不够冷',
        freeWash: over.freeWash === undefined ? true : over.freeWash,
      },
    })
    return { id }
  })
  return { visitId: visit.id, customer, vehicle }
}

export const packageId = (given: GivenDealership, code: string) =>
  given.inside(async (tx) => (await tx.servicePackage.findFirstOrThrow({ where: { code } })).id)
export const operationId = (given: GivenDealership, code: string) =>
  given.inside(async (tx) => (await tx.labourOperation.findFirstOrThrow({ where: { code } })).id)
export const partId = (given: GivenDealership, no: string) =>
  given.inside(async (tx) => (await tx.part.findFirstOrThrow({ where: { no } })).id)

/** A draft with one package (oil service unless named) and, with `ready`, everything the customer must know before signing. */
export async function aDraftOrder(
  given: GivenDealership,
  { code = 'A', ready = true, statement }: { code?: string; ready?: boolean; statement?: string } = {},
) {
  const adviser = given.as('serviceAdviser')
  const { visitId, customer, vehicle } = await aVisitAtDesk(given, { statement })
  const { id: orderId, no } = await openOrder(adviser, { visitId })
  const { jobId } = await addJob(adviser, { orderId, packageId: await packageId(given, code) })
  if (ready) await agreeTerms(given, orderId)
  return { orderId, no, jobId, visitId, customer, vehicle }
}

export const agreeTerms = (given: GivenDealership, orderId: string) =>
  setOrderTerms(given.as('serviceAdviser'), {
    orderId,
    promisedAt: hoursAfter(given.now, 4),
    paymentMethod: 'wechat',
    oldParts: 'takeAway',
    wash: true,
    deliveryExplained: true,
  })

/** An order whose estimate lies before the customer; answers version and hash to sign. */
export async function aPresentedOrder(given: GivenDealership, over: Parameters<typeof aDraftOrder>[1] = {}) {
  const adviser = given.as('serviceAdviser')
  const draft = await aDraftOrder(given, over)
  const { version, hash, totalFen } = await estimateOrder(adviser, { orderId: draft.orderId })
  await presentOrder(adviser, { orderId: draft.orderId })
  return { ...draft, version, hash, totalFen }
}

/** A signed order: its lines wait for dispatch. */
export async function aSignedOrder(given: GivenDealership, over: Parameters<typeof aDraftOrder>[1] = {}) {
  const presented = await aPresentedOrder(given, over)
  const { orderId, version, hash } = presented
  const { voucherCode } = await signOrder(given.as('serviceAdviser'), {
    orderId,
    version,
    hash,
    signatureStrokes: SIGNATURE,
    signerName: '张伟',
  })
  return { ...presented, voucherCode }
}

/** A signed order with a priced request for two more lines, sent to the customer. */
export async function aSentRequest(given: GivenDealership, over: { newPromisedAt?: Date } = {}) {
  const signed = await aSignedOrder(given)
  const { orderId } = signed
  const { id: additionalWorkId } = await given.inside((tx) =>
    openAdditionalWork(
      tx,
      { dealershipId: given.dealershipId, orderId, what: '前制动片磨损', foundById: given.staffId('T2') },
      given.now,
    ),
  )
  const newPromisedAt = over.newPromisedAt ?? hoursAfter(given.now, 6)
  await priceAdditionalWork(given.as('serviceAdviser'), {
    additionalWorkId,
    what: '前制动片只剩 2 毫米',
    why: '低于 3 毫米的安全限值',
    whatIfNot: '制动距离变长，可能损伤制动盘',
    how: '更换前制动片并清洁卡钳',
    newPromisedAt,
    lines: [
      { packageId: await packageId(given, 'F') },
      { operationId: await operationId(given, 'R107'), parts: [{ partId: await partId(given, 'P0015') }] },
    ],
  })
  const { hash } = await sendAdditionalWork(given.as('serviceAdviser'), { additionalWorkId })
  const jobIds = await given.inside(async (tx) =>
    (await tx.job.findMany({ where: { additionalWorkId }, orderBy: { position: 'asc' } })).map(
      ({ id }) => id,
    ),
  )
  return { ...signed, additionalWorkId, hash, jobIds, newPromisedAt }
}
