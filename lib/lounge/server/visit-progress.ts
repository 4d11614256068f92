import 'server-only'
import * as z from 'zod'
import { id as uuid, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { isLive } from '@/lib/orders/job'
import { query } from '@/lib/server/doors'
import { isLateNotice } from '../delay'
import { promiseRisks } from './promise-facts'

const DONE = ['done', 'qcPassed', 'billed']

/**
 * How a visit stands, as its customer sees it: orders with their promise, notes with photographs, delays, promises made, and
 * what needs the customer's answer. A customer sees the own visit only. Refuses with `common.not-found`.
 */
export const visitProgress = query(
  'progress.read',
  z.object({ visitId: optional(uuid) }),
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const visitId = actor.kind === 'customer' ? actor.visitId : input.visitId
    const foreign = actor.kind === 'customer' && input.visitId && input.visitId !== actor.visitId
    if (!visitId || foreign) throw new Refusal('common.not-found')
    const settings = await settingsOf(tx)
    const visit = await tx.visit.findUnique({
      where: { dealershipId_id: { dealershipId, id: visitId } },
      select: {
        id: true,
        no: true,
        status: true,
        waiting: true,
        reachBy: true,
        arrivedAt: true,
        vehicle: { select: { plate: true, brand: true, model: true } },
        sender: { select: { name: true } },
        adviser: { select: { name: true, nameEn: true, phone: true } },
        progressNotes: { orderBy: { at: 'desc' } },
        customerPromises: { orderBy: { madeAt: 'asc' }, select: { id: true, text: true, keptAt: true } },
        repairOrders: {
          where: { status: { not: 'cancelled' } },
          orderBy: { createdAt: 'asc' },
          select: {
            id: true,
            no: true,
            status: true,
            promisedAt: true,
            promisedTo: true,
            firstPromisedAt: true,
            authorisedAt: true,
            createdAt: true,
            readyAt: true,
            deliveredAt: true,
            rating: { select: { id: true } },
            settlement: { select: { status: true, totalFen: true } },
            jobs: {
              select: { status: true, title: true, titleEn: true, position: true },
              orderBy: { position: 'asc' },
            },
            additionalWorks: { where: { status: { in: ['sent', 'expired'] } }, select: { id: true } },
            delays: { orderBy: { toldAt: 'desc' } },
          },
        },
      },
    })
    if (!visit) throw new Refusal('common.not-found')
    const risks = await promiseRisks(
      tx,
      visit.repairOrders.map(({ id }) => id),
      now,
    )
    const orders = visit.repairOrders.map(
      ({ jobs, additionalWorks, rating, settlement, delays, ...order }) => {
        const live = jobs.filter(({ status }) => isLive(status))
        return {
          ...order,
          promise: risks.get(order.id) ?? null,
          jobs: live.map(({ status, title, titleEn }) => ({ title, titleEn, status })),
          jobsDone: live.filter(({ status }) => DONE.includes(status)).length,
          delays: delays.map(
            ({ id, cause, oldPromisedAt, newPromisedAt, leadMinutes, offered, choice, note, toldAt }) => ({
              id,
              cause,
              oldPromisedAt,
              newPromisedAt,
              offered,
              choice,
              note,
              toldAt,
              lateNotice: isLateNotice(leadMinutes, settings['delay.noticeMinutes']),
            }),
          ),
          wantsEstimateAnswer: order.status === 'awaitingSignature',
          wantsAdditionalWorkAnswer: additionalWorks.length,
          billFen: settlement && settlement.status !== 'void' ? settlement.totalFen : null,
          wantsPayment: settlement?.status === 'open',
          mayRate: order.deliveredAt !== null && rating === null,
        }
      },
    )
    const { repairOrders, progressNotes, customerPromises, ...facts } = visit
    void repairOrders
    return {
      ...facts,
      orders,
      promises: customerPromises,
      notes: progressNotes.map(({ id, done, next, minutesLeft, photoFileIds, at }) => ({
        id,
        done,
        next,
        minutesLeft,
        photoFileIds,
        at,
      })),
    }
  },
)

export type VisitProgress = Awaited<ReturnType<typeof visitProgress>>
