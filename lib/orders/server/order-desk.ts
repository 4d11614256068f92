import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import { phoneFor, vinFor } from '@/lib/customers/mask'
import { settingsOf } from '@/lib/dealership/server/settings'
import { stockOf } from '@/lib/parts/server/stock'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { ranksOf } from '../choices'
import { differenceOf, type ComparedVersion } from '../estimate-difference'
import { isLive } from '../job'
import { missingPoints } from '../obligatory'
import { stateOfOrder } from '../order-state'
import { promiseRisk } from '../promise'
import { OrderId } from '../schemas'
import { jobAmounts, orderTotals, partTotalFen, payersOfJob, totalsByPayer } from '../totals'
import { declinedBefore } from './declined-before'
import { discountRequestsOf } from './discount-requests'
import { limitOf } from './give-discount'
import { maySeeVisit } from './order-of'
import { promiseSuggestion } from './promise-suggestion'
import { requestsOf } from './requests-of'
import { today } from './today'

/**
 * Everything the adviser has before her: problems, lines with stock, terms, totals, versions, approvals, additional work.
 * Telephones only for those who may read customers (R5).
 */
export const orderDesk = query('order.read', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const { dealershipId } = actor
  const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    include: {
      vehicle: { select: { plate: true, plateKind: true, vin: true, brand: true, model: true, fuel: true } },
      adviser: { select: { name: true, nameEn: true } },
      visit: {
        select: {
          id: true,
          arrivedAt: true,
          appointmentId: true,
          waiting: true,
          sender: { select: { name: true, formOfAddress: true, phone: true } },
          owner: { select: { name: true, phone: true } },
          payer: { select: { name: true } },
          receptionRecord: {
            select: { odometerKm: true, customerStatement: true, adviserConfirmation: true },
          },
        },
      },
      comebackOf: { select: { id: true, no: true } },
      orderProblems: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
      estimates: {
        orderBy: { version: 'desc' },
        select: {
          id: true,
          version: true,
          hash: true,
          totalFen: true,
          createdAt: true,
          supersededAt: true,
          content: true,
        },
      },
    },
  })
  if (!order || !maySeeVisit(actor, order.visitId)) throw new Refusal('common.not-found')
  const settings = await settingsOf(tx)
  const jobs = await jobsOf(tx, orderId)
  const stock = await stockOf(
    tx,
    jobs.flatMap(({ jobParts }) => jobParts.flatMap(({ partId }) => partId ?? [])),
  )
  const taxBp = settings['tax.rateBp']
  const requests = await requestsOf(tx, order, taxBp, now)
  const askedFor = new Set(requests.filter(({ status }) => status !== 'withdrawn').map(({ id }) => id))
  const ranks = ranksOf(jobs.filter(({ status }) => status === 'proposed'))
  const lines = jobs.map(({ jobParts, jobShares, requestedTechnician, clockings, ...job }) => ({
    ...job,
    requestedTechnician: requestedTechnician && nameIn(requestedTechnician, actor.locale),
    pauseReason: clockings[0]?.pauseReason ?? null,
    ...jobAmounts({ ...job, jobParts }),
    labourDiscountFen: job.discountFen,
    rank: ranks.get(job.id) ?? null,
    priceAsked: job.pricedById !== null && askedFor.has(job.pricedById),
    shares: jobShares.length ? payersOfJob({ ...job, jobParts, jobShares }, taxBp) : [],
    givenShares: jobShares,
    parts: jobParts.map((part) => ({
      ...part,
      totalFen: partTotalFen(part),
      stock: (part.partId && stock.get(part.partId)) || null,
    })),
  }))
  const counted = jobs.filter(
    ({ status, additionalWorkId, chosen }) =>
      isLive(status) || (status === 'proposed' && chosen && !additionalWorkId),
  )
  const { timeZone } = await today(tx, dealershipId, now)
  const state = stateOfOrder({
    status: order.status,
    jobs: jobs.map((job) => ({ ...job, pauseReason: job.clockings[0]?.pauseReason })),
    additionalWork: requests,
  })
  const bufferMinutes = settings['promise.bufferMinutes']
  const risk = order.promisedTo
    ? promiseRisk(
        {
          promisedTo: order.promisedTo,
          minutesLeft: state.minutesLeft,
          bufferMinutes,
          readyAt: order.readyAt,
        },
        now,
      )
    : null
  const editable = order.status === 'draft' || order.status === 'estimated'
  const { sender, owner } = order.visit
  const numbers = may(actor, 'customer.read')
  return {
    ...order,
    vehicle: { ...order.vehicle, vin: vinFor(actor, order.vehicle.vin) },
    visit: {
      ...order.visit,
      sender: { ...sender, phone: numbers ? phoneFor(actor, sender.phone) : '' },
      owner: owner && { ...owner, phone: numbers ? phoneFor(actor, owner.phone) : '' },
    },
    editable,
    lines,
    totals: { ...orderTotals(counted, taxBp), taxBp },
    byPayer: totalsByPayer(counted, taxBp),
    missing: missingPoints({
      problems: order.orderProblems.length,
      jobs: counted,
      oldParts: order.oldParts,
      wash: order.wash,
      promisedAt: order.promisedAt,
    }),
    estimates: withChanges(order.estimates),
    estimate: order.estimates.find(({ supersededAt }) => supersededAt === null) ?? null,
    approvals: await approvalsOf(tx, actor, orderId),
    requests,
    waitingFor: state.waitingFor,
    risk,
    suggestion: editable
      ? await promiseSuggestion(
          tx,
          {
            dealershipId,
            appointmentId: order.visit.appointmentId,
            lines: counted,
            stock,
            settings,
            timeZone,
          },
          now,
        )
      : null,
    declinedBefore: await declinedBefore(tx, order.vehicleId, orderId),
    technicians: await techniciansOf(tx),
    discountLimitBp: limitOf(settings, actor),
    discountRequests: await discountRequestsOf(tx, orderId, actor.locale),
    unpriced: counted.filter(({ priceAfterInspection }) => priceAfterInspection).length,
    messageSent: await messageSent(tx, order.visitId),
  }
})

/** Versions, newest first, each with what it changed against the one before; the contents stay here. */
const withChanges = <Version extends { content: unknown }>(versions: readonly Version[]) =>
  versions.map(({ content, ...version }, i) => {
    const before = versions[i + 1]
    return {
      ...version,
      changes: before ? differenceOf(before.content as ComparedVersion, content as ComparedVersion) : null,
    }
  })

const jobsOf = (tx: Tx, orderId: string) =>
  tx.job.findMany({
    where: { orderId },
    orderBy: { position: 'asc' },
    include: {
      jobParts: { orderBy: { id: 'asc' }, include: { part: { select: { leadDays: true } } } },
      package: { select: { quickLane: true } },
      jobShares: {
        orderBy: { id: 'asc' },
        select: { id: true, payer: true, shareBp: true, amountFen: true },
      },
      requestedTechnician: { select: { name: true, nameEn: true } },
      clockings: {
        where: { pauseReason: { not: null } },
        orderBy: { startsAt: 'desc' },
        take: 1,
        select: { pauseReason: true },
      },
    },
  })

const techniciansOf = (tx: Tx) =>
  tx.staff.findMany({
    where: { disabledAt: null, roles: { has: 'technician' } },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true },
  })

/** Every yes with its proof; a yes by telephone with who recorded it, the number, and whether it is signed by now. */
async function approvalsOf(tx: Tx, actor: Actor, orderId: string) {
  const given = await tx.approval.findMany({
    where: { orderId },
    orderBy: { at: 'asc' },
    select: {
      id: true,
      channel: true,
      givenBy: true,
      callNote: true,
      calledNumber: true,
      readOut: true,
      recordedById: true,
      documentHash: true,
      at: true,
      estimate: { select: { version: true } },
      signature: { select: { strokes: true, documentKind: true, documentVersion: true } },
    },
  })
  const recorders = given.flatMap(({ recordedById, signature }) => (signature ? [] : (recordedById ?? [])))
  const staff = recorders.length
    ? await tx.staff.findMany({
        where: { id: { in: recorders } },
        select: { id: true, name: true, nameEn: true },
      })
    : []
  return given.map(({ recordedById, calledNumber, ...approval }) => {
    const recorder = staff.find(({ id }) => id === recordedById)
    const open =
      !approval.signature &&
      !given.some(({ signature, documentHash }) => signature && documentHash === approval.documentHash)
    return {
      ...approval,
      open,
      recordedBy: recorder ? nameIn(recorder, actor.locale) : '',
      calledNumber: calledNumber && phoneFor(actor, calledNumber),
    }
  })
}

const messageSent = async (tx: Tx, visitId: string) =>
  (
    await tx.outboxMessage.findFirst({
      where: { visitId, template: 'order-to-sign' },
      orderBy: { createdAt: 'desc' },
      select: { createdAt: true },
    })
  )?.createdAt ?? null
