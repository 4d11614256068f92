import { hoursAfter } from '@/lib/core/time'
import { addLabel, labelCustomer } from '@/lib/customers/server/labels'
import { openComplaint } from '@/lib/follow-up/server/open-complaint'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { fileTimeline, type TimelineRow } from '@/lib/reminders/server/file-timeline'
import { keepConsent } from '@/lib/reminders/server/keep-consent'
import { aDealership, type GivenDealership } from './given'
import { delivered } from './ready-order'

/** A customer with something of every kind. */
export async function aFullFile() {
  const given = await aDealership()
  const made = await delivered(given)
  const { customer, vehicle, orderId, visitId } = made
  const { dealershipId, now } = given
  const customerId = customer.id
  await giveRating(given.asCustomer({ customerId, visitId }), { orderId, satisfaction: 'verySatisfied' })
  await openComplaint(given.as('R1'), {
    customerId, channel: 'phone', type: 'quality', problem: '异响', expectation: '再查', orderId,
  }) // prettier-ignore
  await addLabel(given.as('M1'), { name: '高频保养' })
  await labelCustomer(given.as('A1'), { customerId, label: '高频保养', on: 'true' })
  await keepConsent(given.as('A1'), {
    customerId,
    kind: 'service',
    given: 'true',
    channel: 'store',
    proof: '签字单',
  })
  await given.inside(async (tx) => {
    const job = await tx.job.findFirstOrThrow({ where: { orderId } })
    const { id: _, ...rest } = job
    await tx.job.create({
      data: { ...rest, title: '前刹车片', status: 'declined', position: 9, declineReason: '下次' },
    })
    const booking = await tx.appointment.create({
      data: {
        dealershipId, no: 'B-1', channel: 'phone', customerId, vehicleId: vehicle.id, startsAt: now, receptionEndsAt: hoursAfter(now, 1), labourMinutes: 60,
        createdAt: hoursAfter(now, -1), status: 'confirmed',
      }, // prettier-ignore
    })
    await tx.appointmentConfirmation.create({
      data: {
        dealershipId,
        appointmentId: booking.id,
        stage: 'dayBefore',
        result: 'keeps',
        channel: 'phone',
        at: now,
      },
    })
    const gift = await tx.bookingGift.create({
      data: { dealershipId, name: '香薰', costFen: 1000, firstDay: now, lastDay: now, createdAt: now },
    })
    await tx.visitGift.create({ data: { dealershipId, visitId, giftId: gift.id, costFen: 1000, at: now } })
    await tx.outboxMessage.create({
      data: {
        dealershipId, customerId, recipient: customer.phone, channel: 'sms', template: 'visit-welcome', locale: 'zh-CN', facts: {},
        createdAt: now,
      }, // prettier-ignore
    })
  })
  return { given, ...made, customerId }
}

/** Every row of a timeline, page by page. */
export const wholeTimeline = async (given: GivenDealership, of: object, role = 'A1') => {
  const rows: TimelineRow[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof fileTimeline>> = await fileTimeline(given.as(role), {
      ...of,
      after,
    })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}
