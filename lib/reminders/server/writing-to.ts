import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, fromDateColumn } from '@/lib/core/time'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { contactLimit } from '../cadence'
import { contactFlow } from '../contact'
import { whyNotWritten, writtenFacts } from '../written'
import { contactsOf } from './contacts-of'
import { invitationPath, invitationToken } from './invitation-token'
import { saidNo } from './stop-reminders'

/**
 * A contact somebody wants to write to, with all that its message or letter says, and why it may not be written; two contacts of
 * one customer count together. Refuses with `common.not-found`.
 */
export async function writingTo(tx: Tx, dealershipId: string, ids: readonly string[], now: Date) {
  const house = await thisDealership(tx, dealershipId)
  const settings = await settingsOf(tx)
  const rows = await tx.contactTask.findMany({
    where: { dealershipId, id: { in: [...ids] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    include: {
      customer: true,
      vehicle: {
        select: {
          plate: true,
          brand: true,
          model: true,
          vehicleDue: true,
          repairOrders: {
            where: {
              deliveredAt: { not: null },
              OR: [
                { type: 'maintenance' },
                {
                  jobs: {
                    some: {
                      packageId: { not: null },
                      workClass: 'maintenance',
                      status: { notIn: ['proposed', 'declined', 'cancelled'] },
                    },
                  },
                },
              ],
            },
            orderBy: { deliveredAt: 'desc' },
            take: 1,
            select: { deliveredAt: true },
          },
        },
      },
      package: { select: { name: true, nameEn: true } },
      plan: { select: { name: true, offer: true, channel: true, fromOn: true, toOn: true } },
      owner: { select: { name: true, nameEn: true } },
    },
  })
  if (rows.length !== new Set(ids).size) throw new Refusal('common.not-found')
  const counts = await contactsOf(
    tx,
    dealershipId,
    rows.map(({ customerId }) => customerId),
    now,
  )
  const written = []
  for (const { customer, vehicle, plan, package: offered, owner, ...task } of rows) {
    const had = counts.get(customer.id) ?? 0
    const leftOut = whyNotWritten({
      class: task.class,
      open: contactFlow.may(task.status, 'attempt'),
      saidNo: await saidNo(tx, dealershipId, customer.id),
      contacts: { had, limit: contactLimit(customer.tier, settings) },
      remindedAt: task.remindedAt,
    })
    if (!leftOut) counts.set(customer.id, had + 1)
    const due = vehicle.vehicleDue
    const served = vehicle.repairOrders[0]?.deliveredAt
    written.push({
      task,
      customer,
      owner,
      planChannel: plan?.channel ?? null,
      leftOut,
      facts: writtenFacts({
        customer,
        house,
        english: customer.locale === 'en',
        plate: vehicle.plate,
        model: vehicle.model,
        servicedOn: served ? dayOf(served, house.timeZone) : null,
        today: dayOf(now, house.timeZone),
        adviser: owner,
        dueOn: fromDateColumn(task.dueOn),
        remainingKm: due?.usage === 'readings' && (due.remainingKm ?? 0) > 0 ? due.remainingKm : null,
        package: offered,
        discountBp: task.discountBp,
        plan: plan && { ...plan, fromOn: fromDateColumn(plan.fromOn), toOn: fromDateColumn(plan.toOn) },
        link: invitationPath(house.code, invitationToken(dealershipId, task.id, now)),
      }),
    })
  }
  return { house, settings, written }
}
