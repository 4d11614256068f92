import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { PlanDrive } from '../schemas'
import { driveOf } from './joint-drive'

/** Plans the test drive with the customer, or plans it anew: where and what, who drives, licence seen (S2-55). Refuses with `drive.over`. */
export const planDrive = command('reception.drive', PlanDrive, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, plan, driver, licenceSeen } = input
  const { no, jointDrive } = await driveOf(tx, dealershipId, visitId)
  if (jointDrive?.endedAt) throw new Refusal('drive.over')
  const planned = { plan, driver, licenceSeen, plannedAt: now, plannedById: actor.id }
  await tx.jointDrive.upsert({
    where: { dealershipId_visitId: { dealershipId, visitId } },
    create: { dealershipId, visitId, ...planned },
    update: planned,
    select: { id: true },
  })
  const facts = { no, change: 'plan', driver, licenceSeen }
  return { result: { visitId }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
