import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { complaintFlow, runningClock } from '../complaint'
import { ComplaintList, ComplaintOne } from '../schemas'

/** Complaints with the clock that runs (15 minutes to take over, two hours to the first plan), the most urgent first. */
export const complaints = query('complaint.list', ComplaintList, async ({ tx, actor, now }, { view }) => {
  const { dealershipId } = actor
  const rows = await tx.complaint.findMany({
    where: { dealershipId, status: view === 'closed' ? 'closed' : { not: 'closed' } },
    orderBy: view === 'closed' ? { closedAt: 'desc' } : { receivedAt: 'asc' },
    take: 100,
    select: {
      id: true,
      no: true,
      status: true,
      type: true,
      channel: true,
      problem: true,
      receivedAt: true,
      takeoverDueAt: true,
      firstPlanDueAt: true,
      closedAt: true,
      customer: { select: { name: true, formOfAddress: true } },
      vehicle: { select: { plate: true } },
      takenOverBy: { select: { name: true, nameEn: true } },
    },
  })
  const open = await tx.complaint.count({ where: { dealershipId, status: { not: 'closed' } } })
  return { rows: rows.map((row) => ({ ...row, clock: runningClock(row, now) })), open }
})

/** One complaint with its record (form F34), what may be done next, and when each step was taken. Refuses with `common.not-found`. */
export const complaint = query(
  'complaint.list',
  ComplaintOne,
  async ({ tx, actor, now }, { complaintId: id }) => {
    const { dealershipId } = actor
    const found = await tx.complaint.findUnique({
      where: { dealershipId_id: { dealershipId, id } },
      include: {
        customer: { select: { id: true, name: true, formOfAddress: true, phone: true } },
        vehicle: { select: { plate: true, brand: true, model: true } },
        takenOverBy: { select: { name: true, nameEn: true } },
        order: {
          select: {
            id: true,
            no: true,
            deliveredAt: true,
            adviser: { select: { name: true, nameEn: true } },
            rating: { select: { satisfaction: true, adviserStars: true, technicianStars: true, text: true } },
            jobs: {
              where: { status: { in: ['billed', 'qcPassed'] } },
              orderBy: { position: 'asc' },
              select: {
                id: true,
                title: true,
                titleEn: true,
                doneBy: { select: { name: true, nameEn: true } },
              },
            },
          },
        },
      },
    })
    if (!found) throw new Refusal('common.not-found')
    const steps = await tx.event.findMany({
      where: { dealershipId, subjectId: id, name: 'complaint.advance' },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { id: true, at: true, actorId: true, actorName: true, facts: true },
    })
    const people = await tx.staff.findMany({
      where: { dealershipId, id: { in: steps.flatMap(({ actorId }) => actorId ?? []) } },
      select: { id: true, name: true, nameEn: true },
    })
    const limitFen = (await settingsOf(tx))['complaint.compensationLimitFen']
    return {
      ...found,
      clock: runningClock(found, now),
      actions: complaintFlow.actionsFrom(found.status),
      limitFen,
      steps: steps.map(({ id: eventId, at, actorId, actorName, facts }) => ({
        id: eventId,
        at,
        by: nameIn(people.find((person) => person.id === actorId) ?? { name: actorName }, actor.locale),
        action: String((facts as Record<string, unknown>).action ?? ''),
      })),
    }
  },
)
