import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { sumFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import { vinFor } from '@/lib/customers/mask'
import { partTotalFen } from '@/lib/orders/totals'
import { query } from '@/lib/server/doors'

/** The dispatch sheet of an order (S5-16): each line with cost and time, technician and bay, and the full problem list. */
export const dispatchSheet = query(
  'dispatchSheet.read',
  z.object({ orderId: id }),
  async ({ tx, actor }, { orderId }) => {
    const { dealershipId } = actor
    const order = await tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    select: {
      id: true, no: true, type: true, status: true, promisedAt: true, promisedTo: true, remarks: true, oldParts: true, wash: true, authorisedAt: true,
      adviser: { select: { name: true, nameEn: true } },
      vehicle: { select: { plate: true, brand: true, model: true, vin: true, colour: true } },
      visit: { select: { waiting: true, leftAt: true, receptionRecord: { select: { customerStatement: true, adviserConfirmation: true, odometerKm: true } } } },
      customer: { select: { name: true, tier: true, complaintSensitive: true } },
      orderProblems: { orderBy: { position: 'asc' }, select: { id: true, text: true } },
      jobs: {
        where: { status: { in: ['queued', 'assigned', 'inWork', 'paused', 'done', 'rework', 'qcPassed', 'billed'] } },
        orderBy: { position: 'asc' },
        select: {
          id: true, title: true, titleEn: true, status: true, minutes: true, labourFen: true, discountFen: true, priceAfterInspection: true, skill: true, minGrade: true,
          problem: { select: { position: true } },
          requestedTechnician: { select: { name: true, nameEn: true } },
          jobParts: { orderBy: { id: 'asc' }, select: { id: true, name: true, nameEn: true, quantityMilli: true, unitPriceFen: true, discountFen: true } },
          planEntries: {
            orderBy: { createdAt: 'asc' },
            select: { id: true, status: true, startsAt: true, endsAt: true, reason: true, createdAt: true, technician: { select: { name: true, nameEn: true } }, bay: { select: { name: true, nameEn: true } } },
          },
        },
      },
    },
  }) // prettier-ignore
    if (!order || order.jobs.length === 0) throw new Refusal('common.not-found')
    return {
      ...order,
      vehicle: { ...order.vehicle, vin: vinFor(actor, order.vehicle.vin) },
      jobs: order.jobs.map((job) => ({
        ...job,
        labourFen: job.labourFen - job.discountFen,
        partsFen: job.priceAfterInspection ? 0 : sumFen(job.jobParts.map(partTotalFen)),
        place: job.planEntries.find(({ status }) => status !== 'cancelled') ?? null,
        history: job.planEntries.filter(({ status }) => status === 'cancelled'),
      })),
    }
  },
)
