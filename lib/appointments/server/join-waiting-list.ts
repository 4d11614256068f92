import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { dayOf, toDateColumn } from '@/lib/core/time'
import { keepConsents } from '@/lib/customers/server/keep-consents'
import { keepLead } from '@/lib/customers/server/leads'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { enqueueOffers } from '@/lib/dealership/server/waiting-list'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { flush } from '@/lib/server/later'
import { tell } from '@/lib/server/outbox'
import { JoinWaitingList } from '../schemas'
import { keepPhotosOfWait } from './fault-photos'
import { checkProof } from './phone-proof'
import { toldDetails } from './told-details'
import { adviserWanted, channelOf, whoComes } from './who-comes'
import { waitingToken } from './waiting-token'
import { wishItems } from './wish-items'

/**
 * Puts a customer on the waiting list for a place on one of the days, in the parts of the day that suit. Visitors prove their
 * telephone number first. What they tell is kept for the booking that is offered; needs and consents go to their file at once
 * (S1-30). Refuses `waiting.days-out-of-order`, `waiting.already-waits` (one entry for a car), and what a
 * booking refuses about people and work.
 */
export const joinWaitingList = command('waiting.join', JoinWaitingList, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const { firstDay, lastDay, packageIds, wishes } = input
  const today = dayOf(now, timeZone)
  if (lastDay < firstDay || lastDay < today) throw new Refusal('waiting.days-out-of-order')
  if (actor.kind === 'visitor') {
    if (!input.phone) throw new Refusal('appointment.phone-not-proven')
    checkProof(dealershipId, input.phone, input.proof, now)
  }
  const who = await whoComes(tx, actor, input, now)
  const { customerId, vehicleId } = who
  await flush(tx)
  const settings = await settingsOf(tx)
  const byStaff = actor.kind === 'staff'
  const told = await toldDetails(tx, { vehicleId, staff: byStaff, settings }, input)
  await wishItems(
    tx,
    { packageIds, operationIds: [], wishes },
    {
      model: who.model,
      day: today,
      english: who.locale === 'en',
      online: actor.kind === 'visitor',
      settings,
    },
  )
  const waits = await tx.waitingEntry.findFirst({
    where: { dealershipId, vehicleId, status: { in: ['waiting', 'offered'] } },
    select: { id: true },
  })
  if (waits) throw new Refusal('waiting.already-waits')
  const { id } = await tx.waitingEntry.create({
    data: {
      dealershipId,
      customerId,
      vehicleId,
      packageIds,
      wishes,
      firstDay: toDateColumn(firstDay),
      lastDay: toDateColumn(lastDay),
      parts: [...new Set(input.parts)],
      adviserId: await adviserWanted(tx, dealershipId, input.adviserId ?? null),
      waiting: input.waiting,
      channel: channelOf(actor, input),
      told: { ...told, proposals: input.proposals, byStaff },
      createdAt: now,
    },
    select: { id: true },
  })
  if (byStaff && input.need)
    await keepLead(tx, { dealershipId, customerId, vehicleId, text: input.need, at: now, byId: actor.id })
  if (actor.kind === 'visitor') {
    await keepPhotosOfWait(tx, { dealershipId, waitingId: id, phone: who.phone }, input.photoIds)
    await keepConsents(tx, { dealershipId, customerId, channel: 'online', at: now }, input.consents)
  }
  await enqueueOffers(tx, dealershipId)
  const token = waitingToken(dealershipId, id)
  await tellJoined(tx, { dealershipId, ...who, firstDay, lastDay, token, now })
  return {
    /** What opens the entry; told to nobody but the visitor who has just proven the number. */
    result: { id, token: actor.kind === 'visitor' ? token : null },
    subject: { type: 'customer', id: customerId },
    facts: { plate: who.plate, firstDay, lastDay },
  }
})

type Joined = {
  dealershipId: string
  customerId: string
  plate: string
  firstDay: string
  lastDay: string
  token: string
  now: Date
}

async function tellJoined(
  tx: Tx,
  { dealershipId, customerId, plate, firstDay, lastDay, token, now }: Joined,
) {
  const { dealership, ...customer } = await tx.customer.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: customerId } },
    select: { name: true, phone: true, locale: true, formOfAddress: true, dealership: true },
  })
  await tell(tx, {
    dealershipId,
    template: 'waiting-joined',
    recipient: customer.phone,
    locale: customer.locale,
    customerId,
    at: now,
    facts: {
      name: customer.name,
      address: customer.formOfAddress,
      plate,
      firstDay,
      lastDay,
      dealership: customer.locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name,
      dealershipPhone: dealership.phone,
      timeZone: dealership.timeZone,
      link: `/book/${encodeURIComponent(dealership.code)}/waiting/${token}`,
    },
  })
}
