import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { EndDrive } from '../schemas'
import { driveOf } from './joint-drive'

/**
 * Keeps what the test drive showed and whether the fault was reproduced (S2-55); it stays as it is.
 * Refuses with `drive.not-planned`, `drive.no-licence` or `drive.over`.
 */
export const endDrive = command('reception.drive', EndDrive, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, result, reproduced } = input
  const { no, jointDrive } = await driveOf(tx, dealershipId, visitId)
  if (!jointDrive?.plan) throw new Refusal('drive.not-planned')
  if (jointDrive.endedAt) throw new Refusal('drive.over')
  if (!jointDrive.licenceSeen) throw new Refusal('drive.no-licence')
  await tx.jointDrive.update({
    where: { dealershipId_visitId: { dealershipId, visitId } },
    data: { result, reproduced, endedAt: now },
    select: { id: true },
  })
  const facts = { no, change: 'end', reproduced }
  return { result: { visitId }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
