import { randomUUID } from 'node:crypto'
import type { Context } from '@/lib/server/doors'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import type { CheckKey } from '@/lib/delivery/hand-over'
import { aCustomerWithCar, type GivenDealership } from './given'

type Payer = 'customer' | 'warranty' | 'insurer' | 'goodwill' | 'internal'
export type Line = {
  payer?: Payer
  labourFen?: number
  discountFen?: number
  parts?: { quantityMilli: number; unitPriceFen: number; discountFen?: number }[]
}
type Over = {
  lines?: Line[]
  signedTotalFen?: number
  licenceTaken?: boolean
  sensitive?: boolean
  qcPassed?: boolean
  km?: number
  promise?: string
}

const LINES: Line[] = [
  {
    labourFen: 12_000,
    parts: [
      { quantityMilli: 4000, unitPriceFen: 8500 },
      { quantityMilli: 1000, unitPriceFen: 4800 },
    ],
  },
]
const sumOf = (lines: Line[]) =>
  lines.reduce((total, { labourFen = 0, discountFen = 0, parts = [] }) => {
    const goods = parts.reduce(
      (sum, p) => sum + Math.round((p.quantityMilli * p.unitPriceFen) / 1000) - (p.discountFen ?? 0),
      0,
    )
    return total + labourFen - discountFen + goods
  }, 0)

/** An order that is ready to be handed over, as rows: work done by T2, passed by Q1, accepted by adviser A1. */
export async function aReadyOrder(given: GivenDealership, over: Over = {}) {
  const { dealershipId, now, staffId } = given
  const { customer, vehicle } = await aCustomerWithCar(given, { km: over.km ?? 42_000 })
  const lines = over.lines ?? LINES
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  const made = await given.inside(async (tx) => {
    if (over.sensitive)
      await tx.customer.update({
        where: { dealershipId_id: { dealershipId, id: customer.id } },
        data: { complaintSensitive: true },
      })
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: `V${randomUUID().slice(0, 8)}`,
        status: 'ordered',
        vehicleId: vehicle.id,
        senderId: customer.id,
        ownerId: customer.id,
        payerId: customer.id,
        adviserId: staffId('A1'),
        arrivedAt: before(240),
        licenceTaken: over.licenceTaken ?? true,
        keysTaken: true,
      },
    })
    if (over.promise)
      await tx.customerPromise.create({
        data: { dealershipId, visitId: visit.id, text: over.promise, madeAt: before(200) },
      })
    const passed = over.qcPassed ?? true
    const order = await tx.repairOrder.create({
      data: {
        dealershipId,
        no: `R${randomUUID().slice(0, 8)}`,
        status: 'ready',
        visitId: visit.id,
        vehicleId: vehicle.id,
        customerId: customer.id,
        adviserId: staffId('A1'),
        oldParts: 'takeAway',
        signedTotalFen: over.signedTotalFen ?? sumOf(lines),
        voucherCode: 'Q7K2M',
        authorisedAt: before(200),
        workStartedAt: before(180),
        workDoneAt: before(60),
        qcPassedAt: passed ? before(40) : null,
        promisedAt: before(-30),
        readyAt: before(20),
        createdAt: before(220),
      },
    })
    for (const [position, line] of lines.entries()) {
      const job = await tx.job.create({
        data: {
          dealershipId,
          orderId: order.id,
          position,
          kind: 'operation',
          title: `更换机油${position}`,
          titleEn: `Change oil ${position}`,
          status: 'qcPassed',
          payer: line.payer ?? 'customer',
          minutes: 30,
          labourFen: line.labourFen ?? 0,
          discountFen: line.discountFen ?? 0,
          doneById: staffId('T2'),
          doneAt: before(60),
        },
      })
      for (const part of line.parts ?? [])
        await tx.jobPart.create({
          data: { dealershipId, jobId: job.id, name: '机油', brand: '原厂', ...part },
        })
    }
    return { visit, order }
  })
  return { ...made, customer, vehicle, orderId: made.order.id, visitId: made.visit.id }
}

const BY_ADVISER: CheckKey[] = [
  'qualityAdviser', 'requestsDone', 'clean', 'repairList', 'maintenanceAdvice', 'oldParts', 'bag', 'needsAsked', 'resultExplained',
  'costsExplained', 'useNotes', 'promisesConfirmed', 'insuranceBasics', 'nextServiceTold', 'licence', 'keys',
] // prettier-ignore

/** Ticks every check but those named. */
export async function tickAll(given: GivenDealership, { orderId }: { orderId: string }, but: string[] = []) {
  const adviser = given.as('A1')
  for (const check of BY_ADVISER.filter((key) => !but.includes(key)))
    await tickHandOver(adviser, { orderId, check })
  if (!but.includes('qualityTechnician'))
    await tickHandOver(given.as('T2'), { orderId, check: 'qualityTechnician' })
  if (!but.includes('voucher')) await tickHandOver(adviser, { orderId, check: 'voucher', code: 'q7k2m' })
}

export const shareOf = (given: GivenDealership, orderId: string, payer: Payer = 'customer') =>
  given.inside((tx) => tx.settlementShare.findFirstOrThrow({ where: { settlement: { orderId }, payer } }))

/** Pays what is open on the customer's share. */
export async function payAll(given: GivenDealership, orderId: string, over: Partial<Context> = {}) {
  const share = await shareOf(given, orderId)
  return receivePayment(given.as('cashier', over), {
    shareId: share.id,
    method: 'wechat',
    amountFen: share.amountFen - share.paidFen,
    idempotencyKey: randomUUID(),
  })
}

export const SIGNATURE = { signerName: '张伟', signatureTyped: '张伟', signatureStrokes: '' }

/** The whole of step 7: opened, ticked, billed, paid, signed. */
export async function delivered(given: GivenDealership, over: Over = {}) {
  const ready = await aReadyOrder(given, over)
  const { orderId } = ready
  await openHandOver(given.as('A1'), { orderId })
  await tickAll(given, ready, over.licenceTaken === false ? ['licence'] : [])
  await drawSettlement(given.as('A1'), { orderId })
  await payAll(given, orderId)
  const result = await deliverVisit(given.as('A1'), { orderId, ...SIGNATURE })
  return { ...ready, result }
}
