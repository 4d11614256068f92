import 'server-only'
import * as z from 'zod'
import { settingsOf } from '@/lib/dealership/server/settings'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { documentHash } from '@/lib/server/hash'
import { SignReception } from '../schemas'
import { isStillShown } from '../shown'
import { strokesOf } from '../signature'
import { checkComplete, checkOdometer, type ExtraItem } from '../walk-around'
import { visitFlow } from '../visit'
import { lastReading } from './last-reading'
import { recordDocument } from './record-document'
import { recordSignature } from './sign-document'
import { moveVisit, visitRow } from './visit-row'

const ExtraItems = z.array(z.custom<ExtraItem>()).catch([])

/**
 * The customer signs the record at the car (S2-42): it is hashed, frozen and read-only from then on, and the odometer
 * reading joins the history of the car. Refuses with `reception.incomplete` while something required is missing (S2-45), and with
 * `reception.shown-otherwise` when somebody changed it after it was shown (R42).
 */
export const signReception = command('reception.sign', SignReception, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, signerName, signerRole } = input
  const visit = await visitRow(tx, dealershipId, visitId)
  const { record } = visit
  visitFlow.next(visit.status, 'sign')
  const last = await lastReading(tx, dealershipId, visit.vehicleId)
  checkOdometer(record.odometerKm, last?.km ?? null, record.odometerReason ?? '')
  const items = record.walkAroundItems
  const extraItems = ExtraItems.parse(record.extraItems ?? [])
  if (!isStillShown(input.shown, { ...record, items, extraItems, marks: record.damageMarks }))
    throw new Refusal('reception.shown-otherwise')
  checkComplete(
    { ...record, items, extraItems, marks: record.damageMarks.length },
    (await settingsOf(tx))['reception.kitPieces'],
  )
  const strokes = strokesOf(input)
  const hash = documentHash(await recordDocument(tx, dealershipId, visitId))
  const signatureId = await recordSignature(
    tx,
    {
      dealershipId,
      documentKind: 'reception',
      documentId: record.id,
      documentHash: hash,
      signerName,
      signerRole,
      channel: 'tablet',
      strokes,
    },
    now,
  )
  await tx.receptionRecord.update({
    where: { dealershipId_id: { dealershipId, id: record.id } },
    data: { signatureId, frozenAt: now, contentHash: hash },
    select: { id: true },
  })
  if (record.odometerKm !== null)
    await tx.odometerReading.create({
      data: {
        dealershipId, vehicleId: visit.vehicleId, km: record.odometerKm, at: now, source: 'visit', visitId,
        lowerReason: last && record.odometerKm < last.km ? record.odometerReason : null,
      }, // prettier-ignore
      select: { id: true },
    })
  await moveVisit(tx, visit, 'sign', { recordSignedAt: now })
  const facts = {
    signedBy: signerName,
    hash,
    marks: record.damageMarks.length,
    odometerKm: record.odometerKm,
  }
  return { result: { hash, signatureId }, subject: { type: 'visit', id: visitId }, visitId, facts }
})
