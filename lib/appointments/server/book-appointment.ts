import 'server-only'
import { may } from '@/lib/auth/permissions'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, timeOf } from '@/lib/core/time'
import { keepConsents } from '@/lib/customers/server/keep-consents'
import { keepLead } from '@/lib/customers/server/leads'
import { rulesOfHouse } from '@/lib/dealership/server/settings'
import { ask } from '@/lib/server/ask'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { createLink } from '@/lib/server/links'
import { enqueue } from '@/lib/server/outbox'
import type { z } from 'zod'
import { OPEN_APPOINTMENTS } from '../appointment'
import { BookAppointment } from '../schemas'
import { quietDiscountFen } from '../work'
import { arrangeWay } from './arrange-way'
import { attachFaultPhotos } from './fault-photos'
import { keepProposals } from './keep-proposals'
import { checkProof } from './phone-proof'
import { placeAppointment } from './place-appointment'
import { tellAppointment } from './tell-appointment'
import { toldDetails } from './told-details'
import { adviserWanted, channelOf, whoComes } from './who-comes'
import { wishItems } from './wish-items'

type Booking = z.output<typeof BookAppointment>

/**
 * Books a visit into a really free slot and tells the customer with a link. Visitors prove their telephone number
 * first; staff read the booking back. Stands on the locked ledger of the day and on the exclusion constraint of
 * advisers, so it need not wait for its turn.
 */
export const bookAppointment = command(
  'appointment.book',
  BookAppointment,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    checkForm(actor, input, now)
    const { settings, timeZone } = await rulesOfHouse(tx, dealershipId)
    const who = await whoComes(tx, actor, input, now)
    await checkOpenBookings(tx, actor, who.phone, now, settings['booking.maxOpenPerPhone'])
    const selfService = actor.kind !== 'staff'
    const items = await wishItems(tx, input, {
      model: who.model,
      day: dayOf(now, timeZone),
      english: who.locale === 'en',
      online: actor.kind === 'visitor' || actor.kind === 'customer',
      settings,
    })
    const requestedAdviserId = await adviserWanted(tx, dealershipId, input.adviserId ?? null)
    const placed = await placeAppointment(tx, {
      dealershipId,
      timeZone,
      now,
      settings,
      startsAt: input.startsAt,
      items,
      adviserId: requestedAdviserId ?? who.preferredAdviserId,
      selfService,
      pastCapacity: input.overrideReason !== '',
      details: {
        status: 'confirmed',
        channel: channelOf(actor, input),
        customerId: who.customerId,
        vehicleId: who.vehicleId,
        requestedAdviserId,
        waiting: input.waiting,
        ...(await toldDetails(
          tx,
          { vehicleId: who.vehicleId, staff: actor.kind === 'staff', settings },
          input,
        )),
        readBackAt: input.readBack ? now : null,
        overrideReason: input.overrideReason || null,
        urgent: input.urgent,
        createdById: actor.kind === 'staff' ? actor.id : null,
      },
    })
    await arrangeWay(
      tx,
      { dealershipId, appointmentId: placed.id },
      { startsAt: input.startsAt, promisedAt: placed.promisedAt },
      input,
      settings,
    )
    if (actor.kind === 'staff' && input.need)
      await keepLead(tx, {
        dealershipId,
        customerId: who.customerId,
        vehicleId: who.vehicleId,
        text: input.need,
        at: now,
        byId: actor.id,
      })
    await keepProposals(
      tx,
      {
        dealershipId,
        appointmentId: placed.id,
        vehicleId: who.vehicleId,
        customerId: who.customerId,
        now,
        timeZone,
        staff: actor.kind === 'staff',
      },
      input.proposals,
    )
    if (actor.kind === 'visitor') {
      const { photoIds, consents } = input
      await attachFaultPhotos(tx, { dealershipId, appointmentId: placed.id, phone: who.phone }, photoIds)
      const consenting = { dealershipId, customerId: who.customerId, channel: 'online' as const, at: now }
      await keepConsents(tx, consenting, consents)
    }
    const token = await createLink(
      tx,
      { dealershipId, customerId: who.customerId, appointmentId: placed.id },
      now,
    )
    const template = placed.provisional ? 'appointment-provisional' : 'appointment-confirmed'
    await tellAppointment(tx, template, dealershipId, placed.id, now, token)
    await enqueue(tx, 'measure-offer', { dealershipId, appointmentId: placed.id })
    return {
      result: {
        id: placed.id,
        no: placed.no,
        startsAt: input.startsAt.toISOString(),
        receptionEndsAt: placed.receptionEndsAt.toISOString(),
        promisedFrom: placed.promisedFrom?.toISOString() ?? null,
        promisedAt: placed.promisedAt?.toISOString() ?? null,
        adviserName: placed.adviser.name,
        /** The date stands only when the parts have come. */
        provisional: placed.provisional,
        priceFen: placed.work.labourFen + placed.work.partsFen - quietDiscountFen(items, placed.discountBp),
        discountBp: placed.discountBp,
        minutes: placed.work.minutes,
        /** The customer's own link; told to nobody but the visitor who has just proven the number. */
        token: actor.kind === 'visitor' ? token : null,
      },
      subject: { type: 'appointment', id: placed.id },
      facts: {
        no: placed.no,
        plate: who.plate,
        startsAt: input.startsAt.toISOString(),
        adviser: placed.adviser.name,
        minutes: placed.work.minutes,
        channel: channelOf(actor, input),
        override: placed.overridden,
        urgent: placed.overridden && input.urgent,
        provisional: placed.provisional,
      },
    }
  },
  { turns: false, before: tooLate },
)

/** Who comes too late hears it at once; the many who want the last place do not queue for its row. */
async function tooLate({ dealershipId }: Actor, { startsAt }: Booking): Promise<void> {
  const [row] = await ask<{ taken: boolean; zone: string }>(
    'reception_taken',
    'SELECT reception_taken($1, $2) AS taken, z."timeZone" AS zone FROM "Dealership" z WHERE z.id = $1',
    [dealershipId, startsAt],
  )
  if (!row?.taken) return
  throw new Refusal('appointment.slot-taken', {
    day: dayOf(startsAt, row.zone),
    time: timeOf(startsAt, row.zone),
  })
}

function checkForm(actor: Actor, input: Booking, now: Date): void {
  if (input.overrideReason && !may(actor, 'appointment.override'))
    throw new Refusal('appointment.override-needs-manager')
  if (actor.kind === 'staff' && !input.readBack) throw new Refusal('appointment.not-read-back')
  if (actor.kind === 'visitor') {
    if (!input.phone) throw new Refusal('appointment.phone-not-proven')
    checkProof(actor.dealershipId, input.phone, input.proof, now)
  }
}

/** Self-service holds only a few bookings per telephone number. Refuses `appointment.too-many-open`. */
async function checkOpenBookings(tx: Tx, actor: Actor, phone: string, now: Date, most: number) {
  if (actor.kind === 'staff' || actor.kind === 'integration') return
  const count = await tx.appointment.count({
    where: {
      dealershipId: actor.dealershipId,
      customer: { phone },
      status: { in: [...OPEN_APPOINTMENTS] },
      startsAt: { gt: now },
    },
  })
  if (count >= most) throw new Refusal('appointment.too-many-open', { count })
}
