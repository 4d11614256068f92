import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { AnsweredProposal } from '../proposals'
import { needsOf } from './needs-of'

type Booked = {
  dealershipId: string
  appointmentId: string
  vehicleId: string
  customerId: string
  now: Date
  timeZone: string
  /** Whoever is no member of staff is asked only about an own car, or one brought here before: a plate can be typed by anybody. */
  staff: boolean
}

/**
 * Keeps with a booking what was proposed and what the customer answered (S1-34). The words come from the files, never from the
 * form; what is not open for this car, or no longer, is left out.
 */
export async function keepProposals(tx: Tx, booked: Booked, answered: AnsweredProposal[]): Promise<void> {
  if (answered.length === 0) return
  const { dealershipId, appointmentId, now, staff } = booked
  if (!staff && !(await isTheirs(tx, booked))) return
  const needs = await needsOf(tx, booked)
  await tx.appointmentProposal.createMany({
    data: needs.flatMap(({ kind, reference, title, titleEn }) => {
      const answer = answered.findLast((one) => one.kind === kind && one.reference === reference)
      if (!answer) return []
      const { outcome } = answer
      return [
        {
          dealershipId,
          appointmentId,
          kind,
          reference,
          text: title,
          textEn: titleEn,
          outcome,
          proposedAt: now,
        },
      ]
    }),
  })
}

/** By the rule of `ownCars`: a car they brought, owned or paid for at a visit, or theirs by the file while nobody has come with it. */
async function isTheirs(tx: Tx, { dealershipId, vehicleId, customerId, now }: Booked): Promise<boolean> {
  const came = { OR: [{ senderId: customerId }, { ownerId: customerId }, { payerId: customerId }] }
  const parties = await tx.vehicleParty.count({
    where: {
      dealershipId,
      vehicleId,
      customerId,
      until: null,
      OR: [
        { vehicle: { visits: { some: came } } },
        { role: { in: ['owner', 'payer'] }, since: { lt: now }, vehicle: { visits: { none: {} } } },
      ],
    },
  })
  return parties > 0
}

/** A booking that is moved takes its proposals along. */
export async function passOnProposals(
  tx: Tx,
  { dealershipId, appointmentId }: { dealershipId: string; appointmentId: string },
  to: string,
): Promise<void> {
  const kept = await tx.appointmentProposal.findMany({ where: { dealershipId, appointmentId } })
  await tx.appointmentProposal.createMany({
    data: kept.map(({ kind, reference, text, textEn, outcome, proposedAt }) => ({
      dealershipId,
      appointmentId: to,
      kind,
      reference,
      text,
      textEn,
      outcome,
      proposedAt,
    })),
  })
}
