import 'server-only'
import { missAppointment, missedBookings } from '@/lib/appointments/server/miss-appointment'
import { expireWaiting, waitingOver } from '@/lib/appointments/server/answer-offer'
import { escalateRequest, overdueRequests } from '@/lib/appointments/server/escalate-request'
import { remindAppointment, remindersDue } from '@/lib/appointments/server/remind-appointment'
import { expireAdditionalWork } from '@/lib/orders/server/expire-additional-work'
import { remindAdditionalWork, requestsToRemind } from '@/lib/orders/server/remind-additional-work'
import { asTenant, database } from '@/lib/server/db'
import { each } from '@/lib/server/each'
import { systemContext } from '@/lib/server/system-context'

/**
 * What only the clock can notice at one dealership: reminders that are due, cars that did not come, requests nobody
 * answered. Run every minute.
 */
export async function clockWork(dealershipId: string, now: Date): Promise<void> {
  const context = systemContext(dealershipId, now)
  const { reminders, unanswered, waiting, missed, over, late } = await asTenant(
    database(),
    dealershipId,
    async (tx) => ({
      reminders: await remindersDue(tx, now),
      missed: await missedBookings(tx, now),
      over: await waitingOver(tx, dealershipId, now),
      late: await overdueRequests(tx, now),
      waiting: await requestsToRemind(tx, now),
      unanswered: await tx.additionalWork.findMany({
        where: { status: 'sent', expiresAt: { lte: now } },
        select: { id: true },
      }),
    }),
  )
  await each(reminders, 'clock.remind', (reminder) => remindAppointment(context, reminder))
  await each(missed, 'clock.miss', (booking) => missAppointment(context, booking))
  await each(over, 'clock.waiting', (entry) => expireWaiting(context, entry))
  await each(late, 'clock.escalate', (request) => escalateRequest(context, request))
  await each(waiting, 'clock.ask', ({ id }) => remindAdditionalWork(context, { additionalWorkId: id }))
  await each(unanswered, 'clock.expire', ({ id }) => expireAdditionalWork(context, { additionalWorkId: id }))
}

/** The clock of every dealership. What fails at one is reported, and struck again a minute later. */
export async function watchClock(now: Date): Promise<void> {
  const dealerships = await database().dealership.findMany({ select: { id: true } })
  await each(dealerships, 'clock', ({ id }) => clockWork(id, now))
}
