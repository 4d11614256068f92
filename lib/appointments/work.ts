import { sumFen } from '../core/money'

export type WishItem = {
  packageId: string | null
  operationId: string | null
  description: string
  minutes: number
  labourFen: number
  partsFen: number
  skill: string
  bayKind: string
  quickLane: boolean
}

/**
 * What a booking asks of the workshop: minutes, prices, the bays it needs, and the one skill that its minutes
 * are booked under: the special skill with the most minutes, `general` when there is none.
 */
export function workOf(items: readonly WishItem[]) {
  const bySkill = new Map<string, number>()
  for (const { skill, minutes } of items) bySkill.set(skill, (bySkill.get(skill) ?? 0) + minutes)
  const [skill = 'general'] = [...bySkill.keys()].sort(
    (a, b) =>
      Number(a === 'general') - Number(b === 'general') ||
      (bySkill.get(b) ?? 0) - (bySkill.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  )
  return {
    skill,
    minutes: items.reduce((total, item) => total + item.minutes, 0),
    labourFen: sumFen(items.map((item) => item.labourFen)),
    partsFen: sumFen(items.map((item) => item.partsFen)),
    bayKinds: [...new Set(items.map((item) => item.bayKind))],
    quickLane: items.length > 0 && items.every((item) => item.quickLane),
  }
}
