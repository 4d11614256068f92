import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { isOpenRequest } from '../additional-work'
import { auditOf, type AuditFact } from '../audit'
import { isLive } from '../job'
import { missingPoints } from '../obligatory'
import { OrderId } from '../schemas'
import { rulesAt } from './order-rules'

/**
 * What an auditor would miss on this order as it stands, with the score, the omissions that were counted (S3-33, S3-39), and
 * the version of the rules in force when the order was opened, with the number of the point each check refers to (S3-34).
 */
export const orderAudit = query('order.audit', OrderId, async ({ tx, actor }, { orderId }) => {
  const { dealershipId } = actor
  const order = await recordOf(tx, dealershipId, orderId)
  if (!order) throw new Refusal('common.not-found')
  const jobs = order.jobs.filter(({ status, chosen }) => isLive(status) || (status === 'proposed' && chosen))
  const worked = jobs.filter(({ status }) => ['done', 'qcPassed', 'billed'].includes(status))
  const missing = missingPoints({
    problems: order._count.orderProblems,
    jobs: jobs.filter(({ additionalWorkId }) => !additionalWorkId),
    oldParts: order.oldParts,
    wash: order.wash,
    promisedAt: order.promisedAt,
  })
  const { visit, vehicle } = order
  const warranty = jobs.filter(
    ({ payer, warranty: state }) => payer === 'warranty' || state !== 'notApplicable',
  )
  const decided = ['inside', 'outside', 'approved', 'refused']
  const replaced = warranty.some(({ jobParts, payer }) => payer === 'warranty' && jobParts.length > 0)
  const notices = order.additionalWorks.filter(
    ({ safety, jobs: asked }) => safety && asked.some(({ status }) => status === 'declined'),
  )
  const signed = new Set(
    order.approvals.flatMap(({ signatureId, documentHash }) => (signatureId ? [documentHash] : [])),
  )
  const unsigned = order.additionalWorks.some(
    ({ status, contentHash }) =>
      (status === 'approved' || status === 'partApproved') && !signed.has(contentHash ?? ''),
  )
  const open = order.additionalWorks.some(({ status }) => isOpenRequest(status))
  const always = { due: 'always', applies: true } as const
  const onSigning = { due: 'signed', applies: true } as const
  const facts: AuditFact[] = [
    { point: 'reception', ...onSigning, ok: visit.recordSignedAt !== null },
    { point: 'vin', ...always, ok: Boolean(vehicle.vin) },
    { point: 'odometer', ...always, ok: visit.receptionRecord?.odometerKm != null },
    { point: 'sender', ...always, ok: Boolean(visit.sender.name && visit.sender.phone) },
    { point: 'owner', ...always, ok: visit.ownerId !== null || vehicle.vehicleParties.length > 0 },
    { point: 'problems', ...onSigning, ok: !missing.includes('problems') },
    { point: 'prices', ...onSigning, ok: !missing.includes('prices') },
    { point: 'oldParts', ...onSigning, ok: !missing.includes('oldParts') },
    { point: 'wash', ...onSigning, ok: !missing.includes('wash') },
    { point: 'completionTime', ...onSigning, ok: !missing.includes('completionTime') },
    { point: 'payment', ...onSigning, ok: order.paymentMethod !== null },
    { point: 'explained', ...onSigning, ok: order.deliveryExplained },
    { point: 'signature', ...onSigning, ok: order.approvals.some((one) => one.estimateId !== null && one.signatureId !== null) },
    { point: 'consents', ...always, applies: order.additionalWorks.length > 0, ok: !unsigned },
    { point: 'notices', ...always, applies: notices.length > 0, ok: notices.every(({ contentHash }) => signed.has(contentHash ?? '')) },
    { point: 'requests', due: 'worked', applies: order.additionalWorks.length > 0, ok: !open },
    { point: 'warranty', due: 'worked', applies: warranty.length > 0, ok: warranty.every(({ warranty: state, warrantyDecision: made }) => made !== null && state !== 'undecided') },
    { point: 'maker', due: 'ready', applies: warranty.some(({ warranty: state }) => state === 'reported' || state === 'approved' || state === 'refused'), ok: warranty.every(({ warranty: state }) => state !== 'reported') },
    { point: 'heldParts', due: 'worked', applies: replaced && warranty.some(({ warranty: state }) => decided.includes(state)), ok: order.oldParts === 'holdForWarranty' },
    { point: 'times', due: 'worked', applies: worked.length > 0, ok: worked.every(({ _count }) => _count.clockings > 0) },
    { point: 'cause', due: 'worked', applies: worked.some(({ kind }) => kind === 'repair' || kind === 'diagnosis'), ok: worked.every(({ kind, workDoneNote }) => (kind !== 'repair' && kind !== 'diagnosis') || workDoneNote !== '') },
    { point: 'batches', due: 'worked', applies: worked.some(({ jobParts }) => jobParts.some(({ partId }) => partId)), ok: worked.every(({ jobParts }) => jobParts.every(({ partId, issuedMilli, quantityMilli }) => !partId || issuedMilli >= quantityMilli)) },
    { point: 'inspection', due: 'ready', applies: worked.length > 0, ok: order.qcPassedAt !== null },
    { point: 'comeback', due: 'ready', applies: order.comebackOfId !== null, ok: order.comebackCause !== '' && order.comebackOurFault !== null },
  ] // prettier-ignore
  return {
    orderId,
    visitId: order.visitId,
    ...auditOf(facts, order.status),
    rules: await rulesAt(tx, dealershipId, order.createdAt),
    omissions: order.orderDefects.map(({ point }) => point),
  }
})

const recordOf = (tx: Tx, dealershipId: string, orderId: string) =>
  tx.repairOrder.findUnique({
    where: { dealershipId_id: { dealershipId, id: orderId } },
    include: {
      _count: { select: { orderProblems: true } },
      vehicle: {
        select: {
          vin: true,
          vehicleParties: { where: { role: 'owner', until: null }, select: { id: true } },
        },
      },
      visit: {
        select: {
          recordSignedAt: true,
          ownerId: true,
          sender: { select: { name: true, phone: true } },
          receptionRecord: { select: { odometerKm: true } },
        },
      },
      jobs: {
        include: {
          jobParts: { select: { id: true, partId: true, issuedMilli: true, quantityMilli: true } },
          warrantyDecision: { select: { id: true } },
          _count: { select: { clockings: true } },
        },
      },
      approvals: { select: { estimateId: true, signatureId: true, documentHash: true } },
      additionalWorks: {
        select: { status: true, safety: true, contentHash: true, jobs: { select: { status: true } } },
      },
      orderDefects: { orderBy: { at: 'asc' }, select: { point: true } },
    },
  })
