import 'server-only'
import { may } from '@/lib/auth/permissions'
import { isLocale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { recordDocument } from '@/lib/reception/server/record-document'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { receptionPaper } from '../reception-paper'
import { copyOf, proofAt } from './copy-of'
import { AskedSheet, keptFile, type Sheet } from './sheet'
import { signatureOf } from './signature-of'

/** The reception record of a visit as it was signed, or as it stands. Refuses with `common.not-found`. */
export const receptionSheet = query(
  'visit.read',
  AskedSheet,
  async ({ tx, actor }, { id, lang }): Promise<Sheet> => {
    if (actor.kind === 'customer' && actor.visitId !== id) throw new Refusal('common.not-found')
    const whole = actor.kind === 'customer' || may(actor, 'order.read')
    return (await sheetOf(tx, actor.dealershipId, id, { lang, whole })).sheet
  },
)

type Reading = { lang?: Sheet['own']; whole: boolean }

async function sheetOf(tx: Tx, dealershipId: string, visitId: string, { lang, whole }: Reading) {
  const visit = await tx.visit.findUnique({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      sender: { select: { locale: true } },
      vehicle: { select: { bodyKind: true } },
      arrivedAt: true,
      receptionRecord: { select: { signatureId: true, contentHash: true } },
    },
  })
  if (!visit?.receptionRecord) throw new Refusal('common.not-found')
  const { signatureId, contentHash } = visit.receptionRecord
  const house = await thisDealership(tx, dealershipId)
  const record = await recordDocument(tx, dealershipId, visitId)
  const copy = await copyOf(tx, dealershipId, signatureId)
  const own = isLocale(visit.sender.locale) ? visit.sender.locale : 'zh-CN'
  const locale = lang ?? own
  const facts = {
    // The floor and the greeter read the record without the number of the car (R5).
    record: whole ? record : { ...record, vehicle: { ...record.vehicle, vin: null, engineNo: '' } },
    bodyKind: visit.vehicle.bodyKind,
    house,
    signature: await signatureOf(tx, dealershipId, signatureId),
    hash: contentHash,
  }
  const sheet: Sheet = {
    paper: receptionPaper(facts, { locale, timeZone: house.timeZone, proof: proofAt(copy) }),
    no: record.visit.no,
    made: copy?.signedAt ?? visit.arrivedAt,
    storageKey: keptFile(copy, locale, whole),
    own,
  }
  return { sheet, content: record as unknown }
}

/** The record that was signed at the car, with the content its hash is of. */
export async function signedRecord(tx: Tx, dealershipId: string, recordId: string) {
  const { visitId } = await tx.receptionRecord.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: recordId } },
    select: { visitId: true },
  })
  return { ...(await sheetOf(tx, dealershipId, visitId, { whole: true })), visitId }
}
