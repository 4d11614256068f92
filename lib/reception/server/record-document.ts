import 'server-only'
import type { Tx } from '@/lib/server/db'
import { signedCondition } from '../condition'
import { nextServiceFrom } from '../next-service'
import type { RecordDocument } from '../record-document'
import { signedFaultFiles } from './fault-files'
import { visitRow } from './visit-row'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** The reception record of a visit as the document that is signed, read from the rows. */
export async function recordDocument(tx: Tx, dealershipId: string, visitId: string): Promise<RecordDocument> {
  const visit = await visitRow(tx, dealershipId, visitId)
  const { record, vehicle, sender } = visit
  const key = (id: string) => ({ dealershipId_id: { dealershipId, id } })
  const owner = visit.ownerId
    ? await tx.customer.findUnique({ where: key(visit.ownerId), select: { name: true } })
    : null
  const inspector = record.inspectorId
    ? await tx.staff.findUnique({ where: key(record.inspectorId), select: { name: true } })
    : null
  const photoIds = record.damageMarks.flatMap(({ photoFileId }) => photoFileId ?? [])
  const photos = await tx.storedFile.findMany({
    where: { dealershipId, id: { in: photoIds } },
    select: { id: true, sha256: true },
  })
  const photoHash = new Map(photos.map(({ id, sha256 }) => [id, sha256]))
  const faultFiles = await signedFaultFiles(tx, { dealershipId, visitId }, record.frozenAt)
  return {
    visit: {
      no: visit.no,
      arrivedAt: visit.arrivedAt.toISOString(),
      greetedAt: iso(visit.greetedAt),
      booked: !!visit.appointmentId,
    },
    vehicle: {
      plate: vehicle.plate,
      vin: vehicle.vin,
      engineNo: vehicle.engineNo,
      brand: vehicle.brand,
      model: vehicle.model,
    },
    people: { sender: sender.name, owner: owner?.name ?? sender.name, inspector: inspector?.name ?? '' },
    kit: { pieces: [...record.kitPieces].sort(), fittedAt: iso(record.kitFittedAt) },
    odometerKm: record.odometerKm,
    odometerReason: record.odometerReason,
    fuelEighths: record.fuelEighths,
    items: record.walkAroundItems.map(({ kind, state, note }) => ({ kind, state, note })).sort(byKind),
    extraItems: record.extraItems ?? [],
    marks: record.damageMarks.map(({ view, x, y, kind, severity, note, photoFileId }) => ({
      view, x, y, kind, severity, note, photoSha256: photoFileId ? (photoHash.get(photoFileId) ?? null) : null,
    })), // prettier-ignore
    damageShownAt: iso(record.damageShownAt),
    valuablesRemindedAt: iso(record.valuablesRemindedAt),
    valuables: record.valuables.map(({ kind, quantity, note }) => ({ kind, quantity, note })).sort(byKind),
    customerStatement: record.customerStatement,
    adviserConfirmation: record.adviserConfirmation,
    faultInquiry: record.faultInquiry ?? {},
    ...(faultFiles.length ? { faultFiles } : {}),
    suggestions: record.suggestions,
    nextServiceTold: record.nextServiceTold,
    freeWash: record.freeWash,
    ...signedCondition(record),
    ...(record.nextServiceTold && record.nextServiceOffer
      ? { nextService: nextServiceFrom(record.nextServiceOffer) }
      : {}),
    handedOver: { licence: visit.licenceTaken, booklet: visit.bookletTaken, keys: visit.keysTaken },
  }
}

const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1)
