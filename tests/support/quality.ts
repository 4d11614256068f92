import type { Role } from '@/lib/auth/roles'
import { hoursAfter, minutesAfter } from '@/lib/core/time'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { decideInspection } from '@/lib/quality/server/decide-inspection'
import { decideLine } from '@/lib/quality/server/decide-line'
import { takeInspection } from '@/lib/quality/server/take-inspection'
import { addPhoto } from '@/lib/reception/server/add-photo'
import type { Context } from '@/lib/server/doors'
import type { GivenDealership } from './given'
import { aSignedOrder } from './workshop'

/** The person with this number in other roles than the usual ones. */
export function inRoles(given: GivenDealership, no: string, roles: Role[], over: Partial<Context> = {}) {
  const context = given.as(no, over)
  return { ...context, actor: { ...context.actor, roles } }
}

type Over = Parameters<typeof aSignedOrder>[1]

/** An order whose two lines the technicians T2 and T3 have finished: it waits for the inspector. */
export function aFinishedOrder(given: GivenDealership, over: Over & { doneBy?: string[] } = {}) {
  const { now } = given
  const { doneBy = ['T2', 'T3'], ...rest } = over
  const jobs = doneBy.map((no) => ({ status: 'done' as const, doneById: given.staffId(no), doneAt: now }))
  const order = {
    status: 'workDone' as const,
    workStartedAt: minutesAfter(now, -90),
    workDoneAt: minutesAfter(now, -5),
    promisedAt: hoursAfter(now, 3),
    promisedTo: hoursAfter(now, 3),
    wash: false,
    ...over.order,
  }
  return aSignedOrder(given, { ...rest, jobs, order })
}

export const linesOf = (given: GivenDealership, inspectionId: string) =>
  given.inside((tx) => tx.inspectionLine.findMany({ where: { inspectionId }, include: { job: true } }))

/** Takes the inspection and passes every line that is not decided yet. */
export async function inspectAndPassAll(
  given: GivenDealership,
  orderId: string,
  inspector = given.as('qcInspector'),
) {
  const { id: inspectionId, round } = await takeInspection(inspector, { orderId })
  for (const { id: lineId, result } of await linesOf(given, inspectionId))
    if (!result) await decideLine(inspector, { inspectionId, lineId, result: 'pass' })
  return { inspectionId, round }
}

/** A finished order that has passed its inspection. */
export async function aPassedOrder(given: GivenDealership, over: Parameters<typeof aFinishedOrder>[1] = {}) {
  const finished = await aFinishedOrder(given, over)
  const { inspectionId } = await inspectAndPassAll(given, finished.orderId)
  await decideInspection(given.as('qcInspector'), { inspectionId })
  return { ...finished, inspectionId }
}

/** An order that adviser and technician have accepted: ready to be collected. */
export async function aReadyOrder(given: GivenDealership, over: Parameters<typeof aFinishedOrder>[1] = {}) {
  const passed = await aPassedOrder(given, over)
  await acceptOrder(given.as('serviceAdviser'), { orderId: passed.orderId })
  await acceptOrder(given.as('T2'), { orderId: passed.orderId })
  return passed
}

export const orderRow = (given: GivenDealership, id: string) =>
  given.inside((tx) =>
    tx.repairOrder.findFirstOrThrow({ where: { id }, include: { jobs: { orderBy: { position: 'asc' } } } }),
  )
export const eventsOf = (given: GivenDealership, visitId: string) =>
  given.inside((tx) =>
    tx.event.findMany({ where: { visitId }, orderBy: { id: 'asc' }, select: { name: true, facts: true } }),
  )

/** A photograph of a visit that was sent before the form; answers its id. */
export async function aSentPhoto(
  given: GivenDealership,
  visitId: string,
  kind: 'inspection' | 'finding' | 'progress' = 'inspection',
): Promise<string> {
  const { default: sharp } = await import('sharp')
  const photo = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#889' } })
    .jpeg()
    .toBuffer()
  const { fileId } = await addPhoto(given.as('A1'), { visitId, kind, photo })
  return fileId
}
