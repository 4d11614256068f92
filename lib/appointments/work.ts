import { basisPoints, sumFen } from '../core/money'

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
  minGrade?: string
}

/** The one skill that a booking is known by: the special skill with the most minutes, `general` when there is none. */
export function skillOf(items: readonly { skill: string; minutes: number }[]): string {
  const bySkill = new Map<string, number>()
  for (const { skill, minutes } of items) bySkill.set(skill, (bySkill.get(skill) ?? 0) + minutes)
  const [skill = 'general'] = [...bySkill.keys()].sort(
    (a, b) =>
      Number(a === 'general') - Number(b === 'general') ||
      (bySkill.get(b) ?? 0) - (bySkill.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  )
  return skill
}

/** What a booking asks of the workshop: minutes, prices, and whether the quick lane may take it. */
export const workOf = (items: readonly WishItem[]) => ({
  skill: skillOf(items),
  minutes: items.reduce((total, item) => total + item.minutes, 0),
  labourFen: sumFen(items.map((item) => item.labourFen)),
  partsFen: sumFen(items.map((item) => item.partsFen)),
})

/** What is taken off the labour of a booking at a quiet time, in fen: line by line, as the order will take it off. */
export const quietDiscountFen = (items: readonly { labourFen: number }[], discountBp: number): number =>
  sumFen(items.map(({ labourFen }) => basisPoints(labourFen, discountBp)))
