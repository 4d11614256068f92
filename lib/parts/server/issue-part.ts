import 'server-only'
import { nameIn } from '@/lib/core/name-in'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command, type Writing } from '@/lib/server/doors'
import { HOLDING, ISSUE_TO, reservationFlow, SHORT } from '../reservation'
import { IssueJobParts, IssuePart } from '../schemas'
import { coverIssue, oldestBatch } from '../stock'
import { setStatus } from './reservations'
import { batchesOf } from './stock'
import { changeStockOrRefuse } from './stock-change'

type Line = Awaited<ReturnType<typeof lineOf>>
type Taking = { quantityMilli?: number; batchNo?: string; technicianId?: string }

/** Hands out a part for a job line, with its batch and who took it (X-PRT-17); all that is still open unless told less. */
export const issuePart = command('stock.issue', IssuePart, async ({ tx, actor, now }, input) => {
  const { jobPartId, quantity, ...who } = input
  const line = await lineOf(tx, actor.dealershipId, jobPartId)
  const taken = await take(tx, actor, now, line, { quantityMilli: quantity, ...who })
  return {
    result: taken,
    subject: { type: 'job', id: line.jobId },
    visitId: line.job.order.visitId,
    facts: {
      part: line.part.no,
      name: line.part.name,
      quantityMilli: taken.quantityMilli,
      batchNo: taken.batchNo,
    },
  }
})

/** Hands out everything a job still lacks, in one go; refuses whole when one part is short. */
export const issueJobParts = command(
  'stock.issue',
  IssueJobParts,
  async ({ tx, actor, now }, { jobId, technicianId }) => {
    const { dealershipId } = actor
    const job = await tx.job.findUnique({
      where: { dealershipId_id: { dealershipId, id: jobId } },
      include: { jobParts: { orderBy: { id: 'asc' } }, order: { select: { visitId: true } } },
    })
    if (!job) throw new Refusal('common.not-found')
    const open = job.jobParts.filter(
      ({ partId, quantityMilli, issuedMilli }) => partId && issuedMilli < quantityMilli,
    )
    if (open.length === 0) throw new Refusal('part.nothing-left-to-issue', { part: job.title, open: 0 })
    for (const { id } of open)
      await take(tx, actor, now, await lineOf(tx, dealershipId, id), { technicianId })
    return {
      result: { parts: open.length },
      subject: { type: 'job', id: jobId },
      visitId: job.order.visitId,
      facts: { parts: open.length },
    }
  },
)

async function lineOf(tx: Tx, dealershipId: string, id: string) {
  const line = await tx.jobPart.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    include: { part: true, job: { select: { status: true, order: { select: { visitId: true } } } } },
  })
  if (!line?.part || !line.partId) throw new Refusal('common.not-found')
  return { ...line, part: line.part, partId: line.partId }
}

async function take(tx: Tx, actor: Writing['actor'], now: Date, line: Line, taking: Taking) {
  const { dealershipId, partId, jobId, part } = line
  if (!(ISSUE_TO as readonly string[]).includes(line.job.status))
    throw new Refusal('part.line-not-approved', { part: nameIn(part, actor.locale) })
  if (taking.technicianId) await knownTechnician(tx, dealershipId, taking.technicianId)

  const openMilli = line.quantityMilli - line.issuedMilli
  const quantityMilli = taking.quantityMilli ?? openMilli
  const reservations = await tx.partReservation.findMany({
    where: { jobId, partId, status: { in: [...HOLDING, ...SHORT] } },
  })
  const held = reservations.filter(({ status }) => (HOLDING as readonly string[]).includes(status))
  const heldMilli = held.reduce((sum, one) => sum + one.quantityMilli, 0)
  const stock = (await tx.stockItem.findUnique({
    where: { dealershipId_partId: { dealershipId, partId } },
  })) ?? { onHandMilli: 0, reservedMilli: 0 }
  const cover = coverIssue(stock, {
    part: nameIn(part, actor.locale),
    wantedMilli: quantityMilli,
    openMilli,
    heldMilli,
  })

  await changeStockOrRefuse(tx, dealershipId, partId, {
    onHandMilli: -quantityMilli,
    reservedMilli: -cover.fromHeldMilli,
  })
  await consume(tx, dealershipId, held, cover.fromHeldMilli)
  if (quantityMilli === openMilli)
    for (const { id, status } of reservations)
      if (!held.some((one) => one.id === id))
        await setStatus(tx, dealershipId, id, reservationFlow.next(status, 'release'))

  const batchNo = taking.batchNo ?? oldestBatch(await batchesOf(tx, partId))
  await tx.stockMove.create({
    data: {
      dealershipId,
      partId,
      kind: 'issue',
      quantityMilli: -quantityMilli,
      batchNo,
      jobId,
      technicianId: taking.technicianId,
      byId: actor.id,
      at: now,
    },
    select: { id: true },
  })
  await tx.jobPart.update({
    where: { dealershipId_id: { dealershipId, id: line.id } },
    data: { issuedMilli: { increment: quantityMilli }, batchNo },
    select: { id: true },
  })
  return { quantityMilli, batchNo }
}

/** Uses up reservations in order; one that is only partly used keeps its rest. */
async function consume(
  tx: Tx,
  dealershipId: string,
  held: { id: string; quantityMilli: number; status: 'reserved' | 'arrived' | 'picked' | string }[],
  amountMilli: number,
) {
  let left = amountMilli
  for (const { id, quantityMilli } of held) {
    if (left <= 0) return
    const used = Math.min(left, quantityMilli)
    left -= used
    const where = { dealershipId_id: { dealershipId, id } }
    if (used === quantityMilli)
      await tx.partReservation.update({ where, data: { status: 'issued' }, select: { id: true } })
    else
      await tx.partReservation.update({
        where,
        data: { quantityMilli: quantityMilli - used },
        select: { id: true },
      })
  }
}

async function knownTechnician(tx: Tx, dealershipId: string, id: string) {
  const found = await tx.staff.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: { roles: true },
  })
  if (!found) throw new Refusal('common.not-found')
}
