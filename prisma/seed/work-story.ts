import { Refusal } from '@/lib/core/refusal'
import { dayOf, instant, plusDays, timeOf } from '@/lib/core/time'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { issueJobParts } from '@/lib/parts/server/issue-part'
import { orderPart } from '@/lib/parts/server/order-part'
import { receiveGoods } from '@/lib/parts/server/receive-goods'
import { stockOf } from '@/lib/parts/server/stock'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { decideLine } from '@/lib/quality/server/decide-line'
import { finishWash } from '@/lib/quality/server/finish-wash'
import { startWash } from '@/lib/quality/server/start-wash'
import { takeInspection } from '@/lib/quality/server/take-inspection'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { announceDelay } from '@/lib/lounge/server/announce-delay'
import { recordCare } from '@/lib/lounge/server/record-care'
import { askForAdditionalWork } from '@/lib/workshop/server/ask-for-additional-work'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { finishJob } from '@/lib/workshop/server/finish-job'
import { startJob } from '@/lib/workshop/server/start-job'
import { costOf, MORE_PARTS, PARTS } from './catalogue'
import type { CarOwner } from './people'
import { evidence } from './evidence'
import { HANDWRITING, type Plan } from './plots'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'

export type InHouse = { visitId: string; orderId: string; adviser: string; car: CarOwner; plan: Plan }

/** From the signed order to the car that is ready: dispatch, work, finding, inspection, wash, acceptance. */
export async function* workStory(shop: Shop, house: InHouse): Story {
  const { orderId, visitId, adviser, car, plan } = house
  yield shop.after(shop.r.int(2, 8))
  if (plan.latePart) yield* waitForPart(shop, house)
  let asked = false
  for (let job = await nextJob(shop, orderId); job; job = await nextJob(shop, orderId)) {
    const technician = yield* dispatched(shop, job)
    if (!technician) return
    await issued(shop, job.id, technician)
    await startJob(shop.as(technician), { jobId: job.id })
    if (plan.finds && !asked) {
      asked = true
      yield shop.after(Math.max(5, Math.round(job.minutes * 0.4)))
      yield* additionalWork(shop, house, technician, job.id)
    }
    if (car.waits && job.minutes >= 60) {
      yield shop.after(Math.round(job.minutes * 0.4))
      await tried(recordCare(shop.as(adviser), { visitId, kind: 'care', text: '' }))
    }
    yield shop.after(Math.max(4, Math.round(job.minutes * (0.5 + shop.r.next() * 0.4))))
    await finishJob(shop.as(technician), { jobId: job.id, workDone: '按规范完成，紧固件力矩复核无误。' })
    shop.busyUntil.set(technician, shop.clock.now)
  }
  yield* inspected(shop, house)
}

/** What the parts centre takes for one, in yuan. */
const unitCost = (no: string): number | undefined => {
  const part = [...PARTS, ...MORE_PARTS].find((one) => one.no === no)
  return part && costOf(part) / 100
}

/** Hands out the parts; what has run short arrives from the parts centre first. */
export async function issued(shop: Shop, jobId: string, technician: string): Promise<void> {
  const lines = await shop.inside((tx) =>
    tx.jobPart.findMany({
      where: { jobId, partId: { not: null } },
      include: { part: true },
    }),
  )
  if (lines.length === 0) return
  const stock = await shop.inside((tx) =>
    stockOf(
      tx,
      lines.flatMap(({ partId }) => partId ?? []),
    ),
  )
  for (const { part, quantityMilli } of lines) {
    const { freeMilli, shortMilli } = stock.get(part?.id ?? '') ?? { freeMilli: 0, shortMilli: 0 }
    if (part && freeMilli < quantityMilli + part.minMilli)
      await receiveGoods(shop.as('P01'), {
        partId: part.id,
        quantity: (quantityMilli + shortMilli + 2 * part.minMilli) / 1000,
        brand: part.brand,
        model: '通用',
        batchNo: `B${dayOf(shop.clock.now, shop.zone).replaceAll('-', '')}`,
        supplier: '一汽丰田备件中心',
        unitCost: unitCost(part.no),
      })
  }
  await tried(issueJobParts(shop.as('P01'), { jobId, technicianId: shop.idOf(technician) }))
}

export const nextJob = (shop: Shop, orderId: string) =>
  shop.inside((tx) =>
    tx.job.findFirst({
      where: { orderId, status: { in: ['queued', 'rework'] } },
      orderBy: { position: 'asc' },
    }),
  )

type JobRow = NonNullable<Awaited<ReturnType<typeof nextJob>>>

/** Waits until somebody can take the job, then gives it out; undefined when nobody ever can. */
export async function* dispatched(shop: Shop, job: JobRow): AsyncGenerator<Date, string | undefined, void> {
  for (let round = 0; round < 60; round++) {
    for (const no of shop.technicians(job.minGrade, job.skill)) {
      if ((shop.busyUntil.get(no) ?? shop.clock.now) > shop.clock.now) break
      const given = await tried(
        dispatchJob(shop.as('F01'), {
          jobId: job.id,
          technicianId: shop.idOf(no),
          startsAt: shop.clock.now.toISOString(),
          reason: '按负荷派工',
        }),
      )
      if (!(given instanceof Refusal)) {
        shop.busyUntil.set(no, shop.after(job.minutes * 2))
        return no
      }
      if (given.code === 'plan.off-shift' || given.code === 'plan.no-free-bay') break
    }
    yield timeOf(shop.clock.now, shop.zone) >= '17:15'
      ? instant(plusDays(dayOf(shop.clock.now, shop.zone), 1), '08:40', shop.zone)
      : shop.after(12)
  }
  return undefined
}

async function* additionalWork(
  shop: Shop,
  { visitId, orderId, adviser, car, plan }: InHouse,
  technician: string,
  jobId: string,
): Story {
  const finds = plan.finds
  if (!finds) return
  const { what, why, whatIfNot, how, urgent = false } = finds
  const photo = await evidence(what.slice(0, 9), why.slice(0, 12))
  const { fileId } = await addPhoto(shop.as(technician), { visitId, kind: 'finding', photo })
  await askForAdditionalWork(shop.as(technician), {
    jobId,
    what,
    why,
    whatIfNot,
    how,
    faultClass: 'mechanical',
    urgent,
    photoFileIds: [fileId],
  })
  yield shop.after(shop.r.int(4, 9))
  const { request, operation, part, order } = await shop.inside(async (tx) => ({
    request: await tx.additionalWork.findFirstOrThrow({ where: { orderId, status: 'found' } }),
    operation: await tx.labourOperation.findFirstOrThrow({ where: { code: finds.operation } }),
    part: finds.part ? await tx.part.findFirst({ where: { no: finds.part } }) : null,
    order: await tx.repairOrder.findFirstOrThrow({ where: { id: orderId } }),
  }))
  const additionalWorkId = request.id
  const later = new Date(
    Math.max((order.promisedTo ?? order.promisedAt ?? shop.clock.now).getTime(), shop.clock.now.getTime()) +
      operation.minutes * 60_000,
  )
  await priceAdditionalWork(shop.as(adviser), {
    additionalWorkId,
    what,
    why,
    whatIfNot,
    how,
    newPromisedAt: later,
    lines: [{ operationId: operation.id, parts: part ? [{ partId: part.id, quantityMilli: 1000 }] : [] }],
  })
  await sendAdditionalWork(shop.as(adviser), { additionalWorkId })
  yield shop.after(shop.r.int(3, 14))
  const sent = await shop.inside((tx) =>
    tx.additionalWork.findFirstOrThrow({
      where: { id: additionalWorkId },
      include: { jobs: true, order: true },
    }),
  )
  await answerAdditionalWork(shop.asCustomer(sent.order.customerId, car.name, visitId), {
    additionalWorkId,
    hash: sent.contentHash ?? '',
    answers: sent.jobs.map(({ id }) => ({
      jobId: id,
      approve: finds.answer === 'approve',
      ...(finds.answer === 'decline' ? { reason: '这次先不做' } : {}),
    })),
    signerName: car.name,
    signatureStrokes: HANDWRITING,
  })
}

/** The part is not there: ordered, the customer told in time, arrived two days later. */
async function* waitForPart(shop: Shop, { orderId, adviser }: InHouse): Story {
  const short = await shop.inside((tx) =>
    tx.partReservation.findFirst({
      where: { job: { orderId }, status: 'requested' },
      include: { part: true },
    }),
  )
  if (!short) return
  const today = dayOf(shop.clock.now, shop.zone)
  await orderPart(shop.as('P01'), { reservationId: short.id, expectedOn: plusDays(today, 2) })
  const newPromisedAt = instant(plusDays(today, 2), '16:00', shop.zone)
  await announceDelay(shop.as(adviser), {
    orderId,
    cause: 'partMissing',
    newPromisedAt: newPromisedAt.toISOString(),
    offered: ['loaner', 'subsidy'],
    choice: 'subsidy',
    costFen: 10_000,
    note: '',
  })
  yield instant(plusDays(today, 2), '09:30', shop.zone)
  await receiveGoods(shop.as('P01'), {
    partId: short.partId,
    quantity: 2,
    brand: '原厂',
    model: '通用',
    batchNo: `B${today.replaceAll('-', '')}`,
    supplier: '一汽丰田备件中心',
    unitCost: unitCost('P0018'),
  })
}

async function* inspected(shop: Shop, { orderId, adviser, plan }: InHouse): Story {
  yield shop.after(shop.r.int(3, 12))
  const inspector = shop.r.pick(['Q01', 'Q02'])
  const { id: inspectionId } = await takeInspection(shop.as(inspector), { orderId })
  yield shop.after(shop.r.int(6, 14))
  const lines = await shop.inside((tx) =>
    tx.inspectionLine.findMany({ where: { inspectionId, result: null } }),
  )
  const round = await shop.inside((tx) => tx.inspection.count({ where: { orderId } }))
  const fails = plan.failsInspection && round === 1
  const failing = fails ? lines.find(({ group }) => group === 'job') : undefined
  for (const line of lines)
    await decideLine(shop.as(inspector), {
      inspectionId,
      lineId: line.id,
      ...(line === failing ? { result: 'fail', reason: '放油螺栓处有渗油痕迹' } : { result: 'pass' }),
    })
  await decideInspection(shop.as(inspector), { inspectionId })
  if (failing) {
    for (let job = await nextJob(shop, orderId); job; job = await nextJob(shop, orderId)) {
      const technician = yield* dispatched(shop, job)
      if (!technician) return
      await startJob(shop.as(technician), { jobId: job.id })
      yield shop.after(20)
      await finishJob(shop.as(technician), { jobId: job.id, workDone: '更换垫片并清洁，复查无渗漏。' })
      shop.busyUntil.set(technician, shop.clock.now)
    }
    return yield* inspected(shop, { orderId, adviser, plan } as InHouse)
  }
  const order = await shop.inside((tx) =>
    tx.repairOrder.findFirstOrThrow({
      where: { id: orderId },
      include: { jobs: { where: { doneById: { not: null } } } },
    }),
  )
  if (order.wash) {
    yield shop.after(shop.r.int(2, 8))
    await startWash(shop.as('F01'), { orderId })
    yield shop.after(15)
    await finishWash(shop.as('F01'), { orderId })
  }
  yield shop.after(3)
  const technician = shop.noOf(order.jobs[0]?.doneById ?? '') || 'T08'
  await acceptOrder(shop.as(technician), { orderId })
  await acceptOrder(shop.as(adviser), { orderId })
}
