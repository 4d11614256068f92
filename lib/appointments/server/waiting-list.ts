import 'server-only'
import * as z from 'zod'
import { fromDateColumn } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import { waitingTold } from '../waiting-told'

export type WaitingRow = Awaited<ReturnType<typeof waitingList>>[number]

/** Who waits or has an offer, in the order of joining. */
export const waitingList = query('waiting.list', z.object({}), async ({ tx, actor: { dealershipId } }) => {
  const rows = await tx.waitingEntry.findMany({
    where: { dealershipId, status: { in: ['waiting', 'offered'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 300,
    include: {
      customer: { select: { id: true, name: true, phone: true } },
      vehicle: { select: { plate: true, model: true } },
      adviser: { select: { name: true, nameEn: true } },
      appointment: { select: { id: true, startsAt: true, heldUntil: true } },
    },
  })
  const ids = [...new Set(rows.flatMap(({ packageIds }) => packageIds))]
  const packages = await tx.servicePackage.findMany({
    where: { dealershipId, id: { in: ids } },
    select: { id: true, name: true, nameEn: true },
  })
  return rows.map(({ packageIds, firstDay, lastDay, told, ...row }) => ({
    ...row,
    told: toldShort(told),
    firstDay: fromDateColumn(firstDay),
    lastDay: fromDateColumn(lastDay),
    packages: packages.filter(({ id }) => packageIds.includes(id)),
  }))
})

/** What the list shows of what was told. */
function toldShort(kept: unknown) {
  const { concern, remarks, pickUp, loaner } = waitingTold(kept).details
  return { concern, remarks, pickUp, loaner }
}
