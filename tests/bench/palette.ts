import type { StaffActor } from '@/lib/auth/actor'
import { paletteSearch } from '@/lib/kpi/server/palette-search'
import { asTenant, database } from '@/lib/server/db'

/** How long the command palette's question takes on the demo, one after another, in milliseconds. */
export async function paletteTimes(
  dealershipId: string,
): Promise<{ p50: number; p95: number; asked: number }> {
  const db = database()
  const { staff, typed } = await asTenant(db, dealershipId, async (tx) => ({
    staff: await tx.staff.findFirstOrThrow({ where: { roles: { has: 'serviceAdviser' } } }),
    typed: [
      ...(await tx.vehicle.findMany({ take: 20 })).map(({ plate }) => plate?.slice(-4) ?? 'A'),
      ...(await tx.customer.findMany({ take: 20 })).flatMap(({ phone, name, initials }) => [
        phone.slice(-4),
        name,
        initials,
      ]),
      ...(await tx.repairOrder.findMany({ take: 20 })).map(({ no }) => no.slice(0, 7)),
    ],
  }))
  const { id, name, roles, grade } = staff
  const actor = { kind: 'staff', id, dealershipId, name, roles, grade, locale: 'zh-CN' } as StaffActor
  const took: number[] = []
  for (const text of [...typed.slice(0, 10), ...typed]) {
    const begun = performance.now()
    await paletteSearch({ db, actor, now: new Date() }, { text })
    took.push(performance.now() - begun)
  }
  const sorted = took.slice(10).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95), asked: sorted.length }
}
