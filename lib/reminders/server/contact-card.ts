import 'server-only'
import * as z from 'zod'
import { maySeeMarks } from '@/lib/appointments/call-marks'
import { declinedWork } from '@/lib/appointments/server/declined-work'
import { packageQuote } from '@/lib/catalogue/server/package-quote'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, daysBetween, fromDateColumn } from '@/lib/core/time'
import { traitOffers } from '@/lib/customers/server/trait-offers'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { contactLimit } from '../cadence'
import { careOf } from '../care'
import { stagesOf } from '../contact'
import { scriptInForce } from './contact-at-hand'
import { contactsOf } from './contacts-of'

/**
 * All that a caller needs before dialling (F02): whom to address and how, how long ago the last service was (S1-07), what is
 * due and why (S1-09), work declined and still open, the package with its price, the script, earlier tries, and how often
 * the customer was contacted lately. Refuses with `common.not-found`.
 */
export const contactCard = query(
  'reminder.list',
  z.object({ taskId: id }),
  async ({ tx, actor, now }, { taskId }) => {
    const { dealershipId } = actor
    const task = await tx.contactTask.findUnique({
      where: { dealershipId_id: { dealershipId, id: taskId } },
      include: {
        vehicle: { include: { vehicleDue: true } },
        customer: {
          include: {
            customerNotes: { orderBy: { at: 'desc' }, take: 5, select: { id: true, text: true, at: true } },
          },
        },
        owner: { select: { name: true, nameEn: true } },
        giftGivenBy: { select: { name: true, nameEn: true } },
        plan: { select: { name: true, offer: true, source: true, scriptCode: true } },
        package: { select: { id: true, name: true, nameEn: true } },
        appointment: { select: { id: true, no: true, startsAt: true } },
        contactAttempts: {
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          include: {
            by: { select: { name: true, nameEn: true } },
            script: { select: { code: true, version: true } },
            callScore: { select: { listening: true, voice: true, words: true, note: true } },
          },
        },
      },
    })
    if (!task) throw new Refusal('common.not-found')
    const { timeZone, address, addressEn, phone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    const today = dayOf(now, timeZone)
    const { vehicle, customer, dueOn, package: offered, discountBp, contactAttempts, ...rest } = task
    const due = vehicle.vehicleDue
    const items = due
      ? await tx.maintenanceRule.findMany({
          where: { dealershipId, retiredAt: null, code: { in: due.ruleCodes } },
          distinct: ['code'],
          orderBy: { modelPattern: 'desc' },
          select: { code: true, name: true, nameEn: true, everyKm: true, everyMonths: true },
        })
      : []
    const lately = await contactsOf(tx, dealershipId, [customer.id], now)
    return {
      ...rest,
      contactAttempts: contactAttempts.map((one) => ({
        ...one,
        callStages: stagesOf(one.callStages),
        callScore: maySeeMarks(actor, one.byId) ? one.callScore : null,
      })),
      dueOn: fromDateColumn(dueOn),
      care: task.class === 'care' ? careOf(task.cycle) : null,
      discountBp,
      vehicle: { id: vehicle.id, plate: vehicle.plate, brand: vehicle.brand, model: vehicle.model },
      customer: {
        id: customer.id,
        name: customer.name,
        formOfAddress: customer.formOfAddress,
        kind: customer.kind,
        contactPerson: customer.contactPerson,
        phone: customer.phone,
        phoneWrong: customer.phoneWrongAt !== null,
        verified: customer.verifiedAt !== null,
        tier: customer.tier,
        complaintSensitive: customer.complaintSensitive,
        notes: customer.customerNotes,
      },
      due: due && {
        ...due,
        baseOn: fromDateColumn(due.baseOn),
        dueOn: fromDateColumn(due.dueOn),
        monthsSince: Math.floor(daysBetween(fromDateColumn(due.baseOn), today) / 30.4375),
        items,
      },
      house: { address, addressEn, phone },
      declined: await declinedWork(tx, dealershipId, vehicle.id),
      traitOffers: await traitOffers(tx, { dealershipId, vehicleId: vehicle.id, now }),
      quote: offered ? await quoteOf(tx, offered.id, vehicle.model, today, discountBp) : null,
      offered,
      script: await scriptInForce(tx, dealershipId, task),
      contacts: { had: lately.get(customer.id) ?? 0, limit: contactLimit(customer.tier, settings) },
      attemptLimit: settings['followup.attempts'],
      longCallSeconds: settings['call.longSeconds'],
    }
  },
)

/** The price of the package today, and with the labour of an early booking; null where it has no price. */
async function quoteOf(tx: Tx, packageId: string, model: string, today: string, discountBp: number) {
  try {
    const { labourFen, partsFen } = await packageQuote(tx, packageId, model, today)
    return { fen: labourFen + partsFen, earlyFen: Math.round((labourFen * discountBp) / 10_000) + partsFen }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
