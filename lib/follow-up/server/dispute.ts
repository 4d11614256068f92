import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { ofVisit } from '@/lib/reception/schemas'
import { photosOfVisit } from '@/lib/reception/server/photos-of-visit'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { OpenDispute } from '../schemas'
import { raiseComplaint } from './raise-complaint'

/** Kinds of photographs that show the car as it goes out. */
const OUT = ['inspection', 'delivery', 'evidence']

/**
 * What a dispute about loss or damage is decided by (S2-44): the photographs taken after the record was signed, oldest first, and the
 * disputes about this visit so far. The state at arrival is the signed record itself.
 */
export const disputeFacts = query('complaint.dispute', ofVisit, async ({ tx, actor }, { visitId }) => {
  const { dealershipId } = actor
  const signedAt = await signedRecord(tx, dealershipId, visitId)
  const photos = await tx.storedFile.findMany({
    where: { dealershipId, visitId, kind: { in: OUT }, createdAt: { gte: signedAt } },
    orderBy: { createdAt: 'asc' },
    take: 60,
    select: { id: true, kind: true, createdAt: true },
  })
  const disputes = await tx.complaint.findMany({
    where: { dealershipId, disputedVisitId: visitId },
    orderBy: { receivedAt: 'desc' },
    select: { id: true, no: true, status: true, problem: true, receivedAt: true },
  })
  return { photos, disputes }
})

/**
 * Opens a complaint about loss or damage from the signed reception record, with the photographs taken now (S2-44). While one about the
 * same order or visit is open, words and photographs join it. Refuses with `common.not-found` or `dispute.no-record`.
 */
export const openDispute = command('complaint.dispute', OpenDispute, async ({ tx, actor, now }, input) => {
  const { dealershipId } = actor
  const { visitId, about, problem, expectation, photoFileIds } = input
  await signedRecord(tx, dealershipId, visitId)
  const visit = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: {
      no: true,
      senderId: true,
      vehicleId: true,
      repairOrders: {
        where: { status: { not: 'cancelled' } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { id: true },
      },
      complaints: { where: { status: { not: 'closed' } }, take: 1, select: { id: true, no: true } },
    },
  })
  const photos = await photosOfVisit(tx, visitId, photoFileIds)
  const open = visit.complaints[0]
  const raised = open
    ? { ...open, isNew: false }
    : await raiseComplaint(
        tx,
        {
          dealershipId,
          customerId: visit.senderId,
          vehicleId: visit.vehicleId,
          orderId: visit.repairOrders[0]?.id ?? null,
          visitId,
          type: 'property',
          channel: 'store',
          problem,
          expectation,
        },
        now,
      )
  const kept = await tx.complaint.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: raised.id } },
    select: { problem: true, evidenceFileIds: true },
  })
  await tx.complaint.update({
    where: { dealershipId_id: { dealershipId, id: raised.id } },
    data: {
      disputedVisitId: visitId,
      evidenceFileIds: [...new Set([...kept.evidenceFileIds, ...photos])],
      problem: raised.isNew ? problem : `${kept.problem}\n${problem}`,
    },
    select: { id: true },
  })
  return {
    result: { complaintId: raised.id, no: raised.no, isNew: raised.isNew },
    subject: { type: 'complaint', id: raised.id },
    visitId,
    facts: { no: raised.no, visitNo: visit.no, about, photos: photos.length },
  }
})

async function signedRecord(tx: Tx, dealershipId: string, visitId: string): Promise<Date> {
  const record = await tx.receptionRecord.findUnique({
    where: { dealershipId_visitId: { dealershipId, visitId } },
    select: { frozenAt: true },
  })
  if (!record) throw new Refusal('common.not-found')
  if (!record.frozenAt) throw new Refusal('dispute.no-record')
  return record.frozenAt
}
