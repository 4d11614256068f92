import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { RemoveDamageMark, SaveDamageMark } from '../schemas'
import { mergedWith } from './inspection-now'
import { checkInspecting, visitRow } from './visit-row'

const MAX_MARKS = 60

/**
 * Puts a mark on the drawing or changes one; a marked car has an exterior that is not in order (S2-25). A new mark whose id the device
 * gave is there once, however often it is sent. Refuses `reception.changed-elsewhere` where somebody else has changed the same of
 * the mark since it was read (R42).
 */
export const saveDamageMark = command(
  'reception.inspect',
  SaveDamageMark,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const { visitId, markId, isNew, base, ...given } = input
    const { status, record } = await visitRow(tx, dealershipId, visitId)
    checkInspecting(status, record.frozenAt)
    const before = record.damageMarks.find((mark) => mark.id === markId)
    const { photoFileId, ...mark } = before && base ? mergedWith(before, given, base) : given
    if (photoFileId) await checkPhoto(tx, dealershipId, visitId, photoFileId)
    const id =
      markId && (before || !isNew)
        ? await change(tx, dealershipId, record.id, markId, { ...mark, photoFileId })
        : undefined
    if (!id && record.damageMarks.length >= MAX_MARKS)
      throw new Refusal('reception.too-many-marks', { most: MAX_MARKS })
    const created = id
      ? { id }
      : await tx.damageMark.create({
          data: {
            id: markId,
            dealershipId,
            recordId: record.id,
            ...mark,
            photoFileId: photoFileId ?? null,
            at: now,
          },
          select: { id: true },
        })
    await exteriorNotOk(tx, dealershipId, record.id)
    // What was pointed out before does not cover a mark that came after.
    const version = await changed(tx, dealershipId, record.id, id ? {} : { damageShownAt: null })
    const facts = { sections: 'damage', view: mark.view, kind: mark.kind, severity: mark.severity }
    return {
      result: { markId: created.id, version },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts,
    }
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
    const version = await changed(tx, dealershipId, record.id)
    return {
      result: { markId, version },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { sections: 'damage', removed: true },
    }
  },
)

/** The record has another version now: pages and devices tell by it which of them is the older. */
async function changed(tx: Tx, dealershipId: string, id: string, also: { damageShownAt?: null } = {}) {
  const { version } = await tx.receptionRecord.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { ...also, version: { increment: 1 } },
    select: { version: true },
  })
  return version
}

type Change = Omit<typeof SaveDamageMark._zod.output, 'visitId' | 'markId' | 'isNew' | 'base'>

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
