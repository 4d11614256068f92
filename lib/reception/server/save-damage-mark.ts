import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { RemoveDamageMark, SaveDamageMark } from '../schemas'
import { checkInspecting, visitRow } from './visit-row'

const MAX_MARKS = 60

/** Puts a mark on the drawing or changes one; a marked car has an exterior that is not in order (S2-25). */
export const saveDamageMark = command(
  'reception.inspect',
  SaveDamageMark,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { visitId, markId, photoFileId, ...mark } = input
    const { status, record } = await visitRow(tx, dealershipId, visitId)
    checkInspecting(status, record.frozenAt)
    if (photoFileId) await checkPhoto(tx, dealershipId, visitId, photoFileId)
    const id = markId
      ? await change(tx, dealershipId, record.id, markId, { ...mark, photoFileId })
      : undefined
    if (!id && record.damageMarks.length >= MAX_MARKS)
      throw new Refusal('reception.too-many-marks', { most: MAX_MARKS })
    const created = id
      ? { id }
      : await tx.damageMark.create({
          data: { dealershipId, recordId: record.id, ...mark, photoFileId: photoFileId ?? null, at: now },
          select: { id: true },
        })
    await exteriorNotOk(tx, dealershipId, record.id)
    // What was pointed out before does not cover a mark that came after.
    if (!id)
      await tx.receptionRecord.update({
        where: { dealershipId_id: { dealershipId, id: record.id } },
        data: { damageShownAt: null },
        select: { id: true },
      })
    const facts = { sections: 'damage', view: mark.view, kind: mark.kind, severity: mark.severity }
    return { result: { markId: created.id }, subject: { type: 'visit', id: visitId }, visitId, facts }
  },
)

export const removeDamageMark = command(
  'reception.inspect',
  RemoveDamageMark,
  async ({ tx, actor }, { visitId, markId }) => {
    const { dealershipId } = actor
    const { status, record } = await visitRow(tx, dealershipId, visitId)
    checkInspecting(status, record.frozenAt)
    const { count } = await tx.damageMark.deleteMany({
      where: { dealershipId, recordId: record.id, id: markId },
    })
    if (count === 0) throw new Refusal('common.not-found')
    return {
      result: { markId },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { sections: 'damage', removed: true },
    }
  },
)

type Change = Omit<typeof SaveDamageMark._zod.output, 'visitId' | 'markId'>

async function change(
  tx: Tx,
  dealershipId: string,
  recordId: string,
  id: string,
  { photoFileId, ...mark }: Change,
) {
  const data = photoFileId ? { ...mark, photoFileId } : mark
  const { count } = await tx.damageMark.updateMany({ where: { dealershipId, recordId, id }, data })
  if (count === 0) throw new Refusal('common.not-found')
  return id
}

async function checkPhoto(tx: Tx, dealershipId: string, visitId: string, id: string) {
  if (!(await tx.storedFile.findFirst({ where: { dealershipId, id, visitId }, select: { id: true } })))
    throw new Refusal('common.not-found')
}

const exteriorNotOk = (tx: Tx, dealershipId: string, recordId: string) =>
  tx.walkAroundItem.upsert({
    where: { dealershipId_recordId_kind: { dealershipId, recordId, kind: 'exterior' } },
    create: { dealershipId, recordId, kind: 'exterior', state: 'notOk' },
    update: { state: 'notOk' },
    select: { id: true },
  })
