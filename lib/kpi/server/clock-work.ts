import 'server-only'
import { remindAppointment, remindersDue } from '@/lib/appointments/server/remind-appointment'
import { expireAdditionalWork } from '@/lib/orders/server/expire-additional-work'
import { asTenant, database } from '@/lib/server/db'
import { systemContext } from '@/lib/server/system-context'

/** What only the clock can notice at one dealership: reminders that are due, requests nobody answered. Run every minute. */
export async function clockWork(dealershipId: string, now: Date): Promise<void> {
  const context = systemContext(dealershipId, now)
  const { reminders, unanswered } = await asTenant(database(), dealershipId, async (tx) => ({
    reminders: await remindersDue(tx, now),
    unanswered: await tx.additionalWork.findMany({
      where: { status: 'sent', expiresAt: { lte: now } },
      select: { id: true },
    }),
  }))
  for (const reminder of reminders) await remindAppointment(context, reminder)
  for (const { id } of unanswered) await expireAdditionalWork(context, { additionalWorkId: id })
}
