import 'server-only'
import { isLocale } from '@/lib/core/locale'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { estimateLines, type EstimateContent } from '../estimate-content'

/** Everything the customer signs, as it stands now. */
export async function estimateDocument(
  tx: Tx,
  { dealershipId, orderId, version }: { dealershipId: string; orderId: string; version: number },
  now: Date,
): Promise<EstimateContent> {
  const order = await tx.repairOrder.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    include: {
      customer: { select: { name: true, phone: true } },
      vehicle: { select: { plate: true, vin: true, brand: true, model: true } },
      adviser: { select: { name: true, nameEn: true } },
      visit: {
        select: { owner: { select: { name: true } }, receptionRecord: { select: { odometerKm: true } } },
      },
      orderProblems: { orderBy: { position: 'asc' }, select: { text: true } },
      jobs: {
        where: { status: 'proposed', additionalWorkId: null },
        orderBy: { position: 'asc' },
        include: { jobParts: { orderBy: { id: 'asc' } }, jobShares: { orderBy: { id: 'asc' } } },
      },
    },
  })
  const { name, nameEn, address, addressEn, phone } = await thisDealership(tx, dealershipId)
  const taxBp = (await settingsOf(tx))['tax.rateBp']
  const { promisedAt, promisedTo, paymentMethod, oldParts, wash, deliveryExplained } = order
  return {
    form: 'repair-order',
    formVersion: 1,
    no: order.no,
    version,
    type: order.type,
    locale: isLocale(order.customerLocale) ? order.customerLocale : 'zh-CN',
    dealership: { name, nameEn, address, addressEn, phone },
    customer: order.customer,
    owner: order.visit.owner?.name ?? order.customer.name,
    vehicle: {
      ...order.vehicle,
      vin: order.vehicle.vin ?? '',
      odometerKm: order.visit.receptionRecord?.odometerKm ?? null,
    },
    adviser: order.adviser ?? { name: '', nameEn: '' },
    problems: order.orderProblems.map(({ text }) => text),
    ...estimateLines(order.jobs, taxBp),
    terms: { promisedAt: promisedAt ?? null, promisedTo, paymentMethod, oldParts, wash, deliveryExplained },
    at: now,
  }
}
