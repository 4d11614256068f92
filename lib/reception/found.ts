import type { Condition } from './condition'
import type { ExtraItem, ItemState } from './walk-around'
import {
  valueOf,
  wearLevel,
  WORN,
  type WarningLight,
  type WearLevel,
  type WearLimits,
  type Wheel,
  type Worn,
} from './wheels'

/** S2-37: the parts of the preliminary check; what was written down in words belongs to none. */
export const CHECKED_PARTS = ['exterior', 'interior', 'functional', 'said'] as const
export type CheckedPart = (typeof CHECKED_PARTS)[number]

const PART_OF_ITEM: Record<string, CheckedPart> = {
  exterior: 'exterior',
  addedTrim: 'exterior',
  interior: 'interior',
  onboardTools: 'interior',
}

type What =
  | { kind: 'said'; text: string }
  | { kind: 'item'; item: string; note: string; marks: number }
  | { kind: 'extra'; title: string; note: string }
  | { kind: 'wheel'; wheel: Wheel; worn: Worn; tenthMm: number; level: Exclude<WearLevel, 'good'> }
  | { kind: 'light'; light: WarningLight }
/** One need or fault that was seen at the car. The key names it as long as the record says the same. */
export type Found = { key: string; part: CheckedPart } & What

type Seen = Pick<Condition, 'wheels' | 'warningLights'> & {
  suggestions: readonly string[]
  items: readonly { kind: string; state: ItemState; note: string }[]
  extraItems: readonly ExtraItem[]
  marks: number
}

/**
 * What the walk-around found by eye (S2-36, S2-37): items that are not in order, treads and pads that are due, warning lights, and what
 * the adviser wrote down; worn-out parts first within their part of the check.
 */
export function foundByEye(seen: Seen, limits: WearLimits): Found[] {
  const wheels = seen.wheels.flatMap((reading) =>
    WORN.flatMap((worn): Found[] => {
      const tenthMm = valueOf(reading, worn)
      const level = tenthMm === null ? 'good' : wearLevel(worn, tenthMm, limits)
      if (tenthMm === null || level === 'good') return []
      const { wheel } = reading
      const part = worn === 'tread' ? ('exterior' as const) : ('functional' as const)
      return [{ key: `wheel:${wheel}:${worn}`, part, kind: 'wheel', wheel, worn, tenthMm, level }]
    }),
  )
  const items = seen.items
    .filter(({ state }) => state === 'notOk')
    .map(({ kind: item, note }): Found => {
      const marks = item === 'exterior' ? seen.marks : 0
      return {
        key: `item:${item}`,
        part: PART_OF_ITEM[item] ?? 'functional',
        kind: 'item',
        item,
        note,
        marks,
      }
    })
  const extras = seen.extraItems
    .filter(({ state }) => state === 'notOk')
    .map(({ title, note }): Found => ({
      key: `extra:${title}`,
      part: 'functional',
      kind: 'extra',
      title,
      note,
    }))
  const lights = seen.warningLights.map((light): Found => ({
    key: `light:${light}`,
    part: 'functional',
    kind: 'light',
    light,
  }))
  const said = seen.suggestions.map((text): Found => ({
    key: `said:${text}`,
    part: 'said',
    kind: 'said',
    text,
  }))
  const all = [...wheels.sort(worstFirst), ...items, ...extras, ...lights, ...said]
  const once = new Map(all.map((found) => [found.key, found]))
  return CHECKED_PARTS.flatMap((part) => [...once.values()].filter((found) => found.part === part))
}

const worstFirst = (a: Found, b: Found) => Number(isWornOut(b)) - Number(isWornOut(a))

/** At its limit: not fit for the road. */
export const isWornOut = (found: Found): boolean => found.kind === 'wheel' && found.level === 'limit'
