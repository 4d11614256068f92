import 'server-only'
import { isLocale } from '@/lib/core/locale'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { estimateLines } from '@/lib/orders/estimate-content'
import { jobAmounts } from '@/lib/orders/totals'
import { orderOf } from '@/lib/orders/server/order-of'
import { query } from '@/lib/server/doors'
import { inspectionPaper } from '../inspection-paper'
import { AskedSheet, type Sheet } from './sheet'

const NAMED = { select: { id: true, name: true, nameEn: true } } as const

/** The inspection report of an order: what was found and what is planned, by the rows of now. Refuses with `common.not-found`. */
export const inspectionSheet = query(
  'order.read',
  AskedSheet,
  async ({ tx, actor }, { id, lang }): Promise<Sheet> => {
    const { no, dealershipId, customer, customerLocale, createdAt } = await orderOf(tx, actor, id)
    const order = await tx.repairOrder.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id } },
      select: {
        vehicle: { select: { plate: true, vin: true, brand: true, model: true } },
        visit: { select: { receptionRecord: { select: { odometerKm: true } } } },
        findings: { orderBy: { at: 'asc' }, include: { foundBy: NAMED } },
        jobs: {
          where: { status: { notIn: ['cancelled', 'declined'] }, chosen: true },
          orderBy: { position: 'asc' },
          include: {
            jobParts: { orderBy: { id: 'asc' } },
            doneBy: NAMED,
            problem: { select: { text: true } },
            additionalWork: { select: { what: true, why: true, whatIfNot: true } },
          },
        },
      },
    })
    const taxBp = (await settingsOf(tx))['tax.rateBp']
    const house = await thisDealership(tx, dealershipId)
    const people = [
      ...order.findings.map(({ foundBy }) => foundBy),
      ...order.jobs.flatMap(({ doneBy }) => doneBy ?? []),
    ]
    const own = isLocale(customerLocale) ? customerLocale : 'zh-CN'
    const facts = {
      no,
      customer: customer.name,
      vehicle: order.vehicle,
      odometerKm: order.visit.receptionRecord?.odometerKm ?? null,
      house,
      findings: order.findings,
      explained: order.jobs.map((job) => ({
        found: job.additionalWork
          ? [job.additionalWork.what, job.additionalWork.why].filter(Boolean).join(': ')
          : [job.problem?.text, job.reason].filter(Boolean).join(': '),
        whatIfNot: job.additionalWork?.whatIfNot || job.whatIfNot,
        proposed: job.title,
        proposedEn: job.titleEn,
        totalFen: job.priceAfterInspection ? null : jobAmounts(job).totalFen,
      })),
      ...estimateLines(order.jobs, taxBp),
      technicians: [...new Map(people.map((one) => [one.id, one])).values()],
      signature: null,
    }
    const setting = { locale: lang ?? own, timeZone: house.timeZone, proof: null }
    return { paper: inspectionPaper(facts, setting), no, made: createdAt, storageKey: null, own }
  },
)
