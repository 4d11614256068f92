import type { BodyView } from './walk-around'

export type BodyKind = 'saloon' | 'suv' | 'mpv'
export const BODY_KINDS = ['saloon', 'suv', 'mpv'] as const
export const bodyKindOf = (text: string): BodyKind => BODY_KINDS.find((kind) => kind === text) ?? 'saloon'

type Third = 0 | 1 | 2
const MIDDLES = [167, 500, 833] as const

/**
 * A place on a drawing for people who say it in words: `along` 0 is the front third (on front and rear views the left as
 * seen), `height` 0 is the upper third (from above: the left side of the car). Thousandths of the view.
 */
export function placeOf(view: BodyView, along: Third, height: Third): { x: number; y: number } {
  // The right side looks to the right; from above the front looks to the left, so the left side of the car lies below.
  const x = view === 'right' ? MIDDLES[2 - along] : MIDDLES[along]
  const y = view === 'top' ? MIDDLES[2 - height] : MIDDLES[height]
  return { x: x ?? 500, y: y ?? 500 }
}
