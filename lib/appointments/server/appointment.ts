import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { phoneFor, vinFor } from '@/lib/customers/mask'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { maySeeMarks } from '../call-marks'
import { appointmentFlow, isOpen } from '../appointment'
import { faultOf } from '../fault'
import { reasonOf } from '../reason'
import { faultPhotosOf } from './fault-photos'
import { needWork } from './need-work'

export type AppointmentDetails = Awaited<ReturnType<typeof appointment>>

/** One booking with everything about it; a customer reads only the one of the own link. */
export const appointment = query(
  'appointment.read',
  z.object({ id: f.id }),
  async ({ tx, actor, now }, { id }) => {
    if (actor.kind === 'customer' && actor.appointmentId !== id) throw new Refusal('common.not-found')
    const { dealershipId } = actor
    const found = await tx.appointment.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      include: {
        customer: {
          select: { id: true, name: true, formOfAddress: true, phone: true, tier: true, locale: true },
        },
        vehicle: { select: { id: true, plate: true, plateKind: true, vin: true, brand: true, model: true } },
        adviser: { select: { id: true, name: true, nameEn: true } },
        requestedAdviser: { select: { id: true, name: true, nameEn: true } },
        comebackOf: { select: { id: true, no: true } },
        visit: { select: { id: true, status: true } },
        appointmentItems: { orderBy: { position: 'asc' }, include: { package: true, operation: true } },
        appointmentConfirmations: { orderBy: { at: 'asc' } },
        preparationTasks: { orderBy: { kind: 'asc' } },
        driverTrips: { orderBy: { startsAt: 'asc' } },
        loanerStay: { select: { plate: true, startsAt: true, endsAt: true } },
        callScore: { select: { listening: true, voice: true, words: true, note: true } },
        appointmentProposals: { orderBy: [{ kind: 'asc' }, { text: 'asc' }] },
        dealership: {
          select: { name: true, nameEn: true, phone: true, address: true, addressEn: true, timeZone: true },
        },
      },
    })
    if (!found) throw new Refusal('common.not-found')
    const settings = await settingsOf(tx)
    const changeUntil = new Date(found.startsAt.getTime() - settings['booking.changeUntilMinutes'] * 60_000)
    const people = await tx.staff.findMany({
      where: {
        id: {
          in: [
            found.createdById,
            ...found.appointmentConfirmations.map(({ byId }) => byId),
            ...found.preparationTasks.flatMap(({ doneById, failedById }) => [doneById, failedById]),
          ].flatMap((one) => one ?? []),
        },
      },
      select: { id: true, name: true, nameEn: true },
    })
    const proposed = found.appointmentProposals.map((one) => ({ ...one, packageId: null }))
    const work = await needWork(tx, dealershipId, proposed)
    return {
      ...found,
      customer: { ...found.customer, phone: phoneFor(actor, found.customer.phone) },
      vehicle: { ...found.vehicle, vin: vinFor(actor, found.vehicle.vin) },
      appointmentProposals: proposed.map((one) => ({ ...one, safety: work(one).safety })),
      fault: faultOf(found.fault),
      photoIds: await faultPhotosOf(tx, { dealershipId, appointmentId: id }),
      /** Between the caller and who marks calls. */
      callScore: maySeeMarks(actor, found.createdById) ? found.callScore : null,
      actions: appointmentFlow.actionsFrom(found.status),
      open: isOpen(found.status),
      changeUntil,
      changeable: isOpen(found.status) && now <= changeUntil,
      slotMinutes: settings['booking.slotMinutes'],
      missableFrom: new Date(found.startsAt.getTime() + settings['booking.noShowGraceMinutes'] * 60_000),
      reasonTold: reasonOf(found.reason),
      history: actor.kind === 'staff' ? await earlierTimes(found.rescheduledFromId) : [],
      people,
    }

    /** The times this booking had before, newest first (S1-38). */
    async function earlierTimes(from: string | null) {
      const times: { id: string; no: string; startsAt: Date; reason: string | null }[] = []
      for (let next = from; next && times.length < 20;) {
        const before = await tx.appointment.findUnique({
          where: { dealershipId_id: { dealershipId, id: next } },
          select: { id: true, no: true, startsAt: true, reason: true, rescheduledFromId: true },
        })
        if (!before) break
        times.push({ id: before.id, no: before.no, startsAt: before.startsAt, reason: before.reason })
        next = before.rescheduledFromId
      }
      return times
    }
  },
)
