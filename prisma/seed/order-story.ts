import { dayOf, plusDays } from '@/lib/core/time'
import { addJob } from '@/lib/orders/server/add-job'
import { answerDiscount } from '@/lib/orders/server/answer-discount'
import { askDiscount } from '@/lib/orders/server/ask-discount'
import { decideWarranty, reportWarranty } from '@/lib/orders/server/decide-warranty'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { shareLine } from '@/lib/orders/server/share-line'
import { signOrder } from '@/lib/orders/server/sign-order'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { askForAdditionalWork } from '@/lib/workshop/server/ask-for-additional-work'
import { startJob } from '@/lib/workshop/server/start-job'
import { evidence } from './evidence'
import type { CarOwner } from './people'
import { HANDWRITING } from './plots'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'
import { dispatched, issued, nextJob } from './work-story'

export type AtDesk = { visitId: string; orderId: string; car: CarOwner }
type Line = Record<string, unknown>

/** Operations, parts and packages of the dealership by their numbers. */
async function listed(shop: Shop) {
  const { dealershipId } = shop
  const [operations, parts, packages] = await shop.inside(async (tx) => [
    await tx.labourOperation.findMany({ where: { dealershipId }, select: { id: true, code: true } }),
    await tx.part.findMany({ where: { dealershipId }, select: { id: true, no: true } }),
    await tx.servicePackage.findMany({ where: { dealershipId }, select: { id: true, code: true } }),
  ])
  return {
    operation: (code: string) => operations.find((one) => one.code === code)?.id,
    pack: (code: string) => packages.find((one) => one.code === code)?.id,
    part: (no: string, quantity = 1) => ({
      partId: parts.find((one) => one.no === no)?.id,
      quantityMilli: 1000 * quantity,
    }),
  }
}

/** An order that the adviser is writing: shares, alternatives, a price after inspection, lines set aside, a discount asked for. */
export async function* draftOrder(shop: Shop, { orderId }: AtDesk): Story {
  const { operation, part, pack } = await listed(shop)
  const add = (line: Line) => addJob(shop.as('A01'), { orderId, ...line })
  const today = dayOf(shop.clock.now, shop.zone)
  await add({ packageId: pack('B') })
  await add({
    title: '底盘异响拆检',
    titleEn: 'Chassis noise: take apart and inspect',
    minutes: 40,
    skill: 'chassis',
    diagnosis: true,
    priceAfterInspection: true,
  })
  const tyres = await add({
    operationId: operation('R104'),
    times: 2,
    suggested: true,
    reason: '前轮花纹 2.1 毫米，雨天易打滑',
    whatIfNot: '湿地制动距离明显变长，低于 1.6 毫米不得上路',
    parts: [part('P0013', 2)],
  })
  for (const no of ['P0021', 'P0022'])
    await add({
      operationId: operation('R104'),
      times: 2,
      alternativeTo: tyres.jobId,
      parts: [part(no, 2)],
    })
  yield shop.after(3)
  const cooling = await add({ operationId: operation('R111'), parts: [part('P0019', 2)] })
  await shareLine(shop.as('A01'), {
    jobId: cooling.jobId,
    payer: 'goodwill',
    payerReason: '老客户',
    shareBp: 5000,
  })
  const battery = await add({ operationId: operation('R106'), parts: [part('P0014')] })
  await setLineAside(shop.as('A01'), {
    jobId: battery.jobId,
    reason: '电瓶还能用，过冬前再换',
    until: plusDays(today, 30),
  })
  const brakeFluid = await add({ operationId: operation('M007'), parts: [part('P0008')] })
  await setLineAside(shop.as('A01'), { jobId: brakeFluid.jobId, reason: '觉得价格偏高' })
  await setOrderTerms(shop.as('A01'), { orderId, oldParts: 'leave', wash: true })
  await askDiscount(shop.as('A01'), { orderId, offBp: 2000, reason: '老客户，家里第二台车也在本店保养' })
}

/** An order the customer has on the phone with three sets of brake pads to choose from, after a discount was granted. */
export async function* orderInHand(shop: Shop, { orderId }: AtDesk): Story {
  const { operation, part } = await listed(shop)
  const add = (line: Line) => addJob(shop.as('A01'), { orderId, ...line })
  const pads = await add({ operationId: operation('R101'), parts: [part('P0010')] })
  for (const no of ['P0023', 'P0024'])
    await add({ operationId: operation('R101'), alternativeTo: pads.jobId, parts: [part(no)] })
  await add({ operationId: operation('M004') })
  const asked = await askDiscount(shop.as('A01'), {
    orderId,
    offBp: 1500,
    reason: '上次等待时间过长，作为补偿',
  })
  yield shop.after(4)
  await answerDiscount(shop.as('M01'), {
    requestId: asked.requestId,
    grant: true,
    note: '同意，请向客户说明',
  })
  await present(shop, orderId, 150, true)
}

/** A signed order on the lift: a safety finding of more than the sum from which a code is asked, sent to the phone. */
export async function* orderOnTheLift(shop: Shop, { orderId, visitId, car }: AtDesk): Story {
  const { operation, part, pack } = await listed(shop)
  await addJob(shop.as('A01'), { orderId, packageId: pack('A') })
  await addJob(shop.as('A01'), {
    orderId,
    title: '制动系统检查',
    titleEn: 'Brake system inspection',
    minutes: 30,
    skill: 'chassis',
    diagnosis: true,
    priceAfterInspection: true,
  })
  await present(shop, orderId, 240, false)
  await signNow(shop, orderId, car)
  yield shop.after(5)
  const job = await nextJob(shop, orderId)
  const technician = job && (yield* dispatched(shop, job))
  if (!job || !technician) return
  await issued(shop, job.id, technician)
  await startJob(shop.as(technician), { jobId: job.id })
  shop.busyUntil.set(technician, shop.after(600))
  yield shop.after(22)
  const words = {
    what: '前制动片和制动盘已到极限',
    why: '制动片剩 1.8 毫米，制动盘表面有沟槽，厚度低于极限',
    whatIfNot: '制动距离变长，紧急制动时可能失效',
    how: '成对更换前制动片和前制动盘，并磨合检查',
  }
  const photo = await evidence(words.what.slice(0, 9), words.why.slice(0, 12))
  const { fileId } = await addPhoto(shop.as(technician), { visitId, kind: 'finding', photo })
  const { id: additionalWorkId } = await askForAdditionalWork(shop.as(technician), {
    jobId: job.id,
    ...words,
    faultClass: 'mechanical',
    urgent: true,
    photoFileIds: [fileId],
  })
  yield shop.after(6)
  const order = await shop.inside((tx) => tx.repairOrder.findUniqueOrThrow({ where: { dealershipId_id: { dealershipId: shop.dealershipId, id: orderId } } })) // prettier-ignore
  await priceAdditionalWork(shop.as('A01'), {
    additionalWorkId,
    ...words,
    newPromisedAt: new Date((order.promisedAt ?? shop.clock.now).getTime() + 90 * 60_000),
    lines: [
      { operationId: operation('R101'), parts: [part('P0010')] },
      { operationId: operation('R103'), parts: [part('P0012', 2)] },
    ],
  })
  yield shop.after(12)
  await sendAdditionalWork(shop.as('A01'), { additionalWorkId })
}

/** A car of one year with two cases for the maker: one reported and waiting for its answer, one not decided yet. */
export async function* warrantyOrder(shop: Shop, { orderId, car }: AtDesk): Story {
  const { operation, part } = await listed(shop)
  const add = (line: Line) => addJob(shop.as('A01'), { orderId, ...line })
  const alternator = await add({ operationId: operation('R110'), parts: [part('P0018')] })
  const search = await add({ operationId: operation('D202') })
  await decideWarranty(shop.as('A01'), {
    jobId: alternator.jobId,
    decision: 'undecided',
    reason: '需要厂家确认发电机是否属于质量问题，确认前不收费',
    diagnosis: '怠速充电电压 12.6 伏，调节器输出异常，线束正常。',
  })
  await decideWarranty(shop.as('A01'), {
    jobId: search.jobId,
    decision: 'undecided',
    reason: '诊断结果出来后再决定由谁承担',
  })
  await present(shop, orderId, 3 * 24 * 60, false)
  await signNow(shop, orderId, car)
  yield shop.after(40)
  await reportWarranty(shop.as('W01'), {
    jobId: alternator.jobId,
    authority: '一汽丰田技术服务部',
    diagnosis: '怠速充电电压 12.6 伏，调节器输出异常，线束正常。',
    reportNo: 'TS-20417',
  })
}

/** The first try leaves out what was not agreed yet, as it happens; then the terms, the version and the customer. */
async function present(shop: Shop, orderId: string, minutes: number, send: boolean) {
  const adviser = shop.as('A01')
  await estimateOrder(adviser, { orderId })
  await tried(presentOrder(adviser, { orderId }))
  await setOrderTerms(adviser, {
    orderId,
    promisedAt: shop.after(minutes),
    paymentMethod: 'wechat',
    oldParts: 'takeAway',
    wash: true,
    deliveryExplained: true,
  })
  await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId, send })
}

async function signNow(shop: Shop, orderId: string, car: CarOwner) {
  const { version, hash } = await shop.inside((tx) =>
    tx.estimate.findFirstOrThrow({ where: { orderId, supersededAt: null } }),
  )
  await signOrder(shop.as('A01'), {
    orderId,
    version,
    hash,
    signerName: car.name,
    signatureStrokes: HANDWRITING,
  })
}
