import 'server-only'
import { nameIn, type Named } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { query } from '@/lib/server/doors'
import type { AcceptingSide } from '../acceptance'
import { CHECK_GROUPS } from '../inspection'
import type { InspectionSheet, SheetLine } from '../sheet'
import { OfOrder } from '../schemas'
import { orderUnderCheck } from './order-under-check'

const ORDER_OF_GROUPS: readonly string[] = ['job', ...CHECK_GROUPS]

/** The inspection sheet of an order: its newest round with all lines, the rounds before, road tests, rework and acceptance. */
export const inspectionSheet = query(
  'inspection.queue',
  OfOrder,
  async ({ tx, actor }, { orderId }): Promise<InspectionSheet> => {
    const { dealershipId } = actor
    const order = await orderUnderCheck(tx, dealershipId, orderId)
    const who = { select: { name: true, nameEn: true } }
    const nameOf = (person: Named | null) => person && nameIn(person, actor.locale)
    const facts = await tx.repairOrder.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: orderId } },
      select: {
        visitId: true,
        promisedAt: true,
        promisedTo: true,
        workDoneAt: true,
        washStartedAt: true,
        comebackCause: true,
        comebackOurFault: true,
        comebackOf: { select: { no: true } },
        adviser: who,
        vehicle: { select: { plate: true, brand: true, model: true } },
        orderProblems: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
      },
    })
    const rounds = await tx.inspection.findMany({
      where: { dealershipId, orderId },
      orderBy: { round: 'desc' },
      include: {
        inspector: who,
        acceptances: { select: { side: true, at: true, staff: who } },
        inspectionLines: { include: { job: { select: { title: true, titleEn: true, position: true } } } },
      },
    })
    const roadTests = await tx.roadTest.findMany({
      where: { dealershipId, orderId },
      orderBy: { createdAt: 'asc' },
      include: { driver: who, permittedBy: who },
    })
    const reworks = await tx.rework.findMany({
      where: { dealershipId, job: { orderId } },
      orderBy: { openedAt: 'desc' },
      include: { job: { select: { title: true, titleEn: true } }, technician: who },
    })
    if (!rounds.length && order.status !== 'workDone') throw new Refusal('common.not-found')
    const jobs = await tx.job.findMany({
      where: { dealershipId, id: { in: order.jobs.map(({ id }) => id) } },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        title: true,
        titleEn: true,
        status: true,
        workDoneNote: true,
        doneBy: who,
        reworkCount: true,
      },
    })
    return {
      order: {
        id: order.id,
        no: order.no,
        status: order.status,
        wash: order.wash,
        washedAt: order.washedAt,
        ...facts,
      },
      ownWork: order.workers.includes(actor.id ?? ''),
      jobs,
      rounds: rounds.map(({ inspectionLines, inspector, ...round }) => ({
        id: round.id,
        round: round.round,
        status: round.status,
        inspectorId: round.inspectorId,
        inspector: nameOf(inspector),
        startedAt: round.startedAt,
        finishedAt: round.finishedAt,
        remark: round.remark,
        acceptances: round.acceptances.map(({ side, at, staff }) => ({
          side: side as AcceptingSide,
          at,
          name: nameIn(staff, actor.locale),
        })),
        lines: inspectionLines
          .toSorted(
            (a, b) =>
              ORDER_OF_GROUPS.indexOf(a.group) - ORDER_OF_GROUPS.indexOf(b.group) ||
              (a.job?.position ?? 0) - (b.job?.position ?? 0),
          )
          .map(({ id, group, jobId, job, result, reason, photoFileIds }): SheetLine => ({
            id,
            group,
            jobId,
            title: job?.title ?? '',
            titleEn: job?.titleEn ?? '',
            result,
            reason,
            photoFileIds,
          })),
      })),
      roadTests: roadTests.map(({ driver, permittedBy, ...test }) => ({
        ...test,
        driver: nameOf(driver),
        permittedBy: nameOf(permittedBy),
      })),
      reworks: reworks.map(({ id, reason, rootCause, openedAt, doneAt, job, technician }) => ({
        id,
        reason,
        rootCause,
        openedAt,
        doneAt,
        title: job.title,
        titleEn: job.titleEn,
        technician: nameOf(technician),
      })),
    }
  },
)
