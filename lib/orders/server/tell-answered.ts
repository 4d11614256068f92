import 'server-only'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import type { Tx } from '@/lib/server/db'
import { tell } from '@/lib/server/outbox'
import type { Answer } from '../answers'
import type { additionalWorkOf, OrderRow } from './order-of'

type Answered = {
  request: Awaited<ReturnType<typeof additionalWorkOf>>['request']
  order: OrderRow
  answers: readonly Answer[]
  byCustomer: boolean
}

/**
 * Tells those who go on with an answer: the technicians of the car and who found it, the foreman when hours come to the board, the
 * parts department when parts are wanted, and the adviser when the customer answered alone. One message each, none without a number.
 */
export async function tellAnswered(
  tx: Tx,
  { request, order, answers, byCustomer }: Answered,
  now: Date,
): Promise<void> {
  const { dealershipId } = order
  const approved = request.jobs.filter(({ id }) =>
    answers.some(({ jobId, approve }) => approve && jobId === id),
  )
  const parts = approved.some(({ jobParts }) => jobParts.some(({ partId }) => partId))
  const planned = await tx.planEntry.findMany({
    where: { dealershipId, job: { orderId: order.id }, status: { not: 'cancelled' } },
    distinct: ['technicianId'],
    select: { technicianId: true },
  })
  const own = [...planned.map(({ technicianId }) => technicianId), request.foundById]
  if (byCustomer) own.push(order.adviserId)
  await tellStaff(
    tx,
    order,
    {
      template: 'additional-work-answered',
      staffIds: own.filter((id) => id !== null),
      roles: [...(approved.length ? ['foreman'] : []), ...(parts ? ['partsClerk'] : [])],
      key: `${request.id}:${request.revision}`,
      facts: {
        what: request.what,
        approved: approved.length,
        declined: request.jobs.length - approved.length,
        safety: request.safety,
      },
    },
    now,
  )
}

type Telling = {
  template: 'additional-work-answered' | 'additional-work-unanswered'
  staffIds: readonly string[]
  roles: readonly string[]
  key: string
  facts: Record<string, string | number | boolean>
}

/** One message to each of these people and to everybody of these roles, in the reader's language; nobody hears it twice. */
export async function tellStaff(
  tx: Tx,
  order: OrderRow,
  { template, staffIds, roles, key, facts }: Telling,
  now: Date,
): Promise<void> {
  const { dealershipId, no, visitId, vehicle } = order
  const people = await tx.staff.findMany({
    where: {
      dealershipId,
      disabledAt: null,
      phone: { not: '' },
      OR: [{ id: { in: [...staffIds] } }, { roles: { hasSome: [...roles] } }],
    },
    select: { id: true, name: true, phone: true, account: { select: { locale: true } } },
  })
  if (!people.length) return
  const house = await thisDealership(tx, dealershipId)
  for (const { id, name, phone, account } of people)
    await tell(tx, {
      dealershipId,
      template,
      recipient: phone,
      locale: account?.locale ?? 'zh-CN',
      visitId,
      at: now,
      dedupeKey: `${template}:${key}:${id}`,
      facts: { name, no, plate: vehicle.plate, dealership: house.name, timeZone: house.timeZone, ...facts },
    })
}
