import type { BodyView, DamageKind } from '@/lib/reception/walk-around'

/** A mark on the drawing; `x` and `y` in thousandths of its view. */
export type Mark = {
  id: string
  view: BodyView
  x: number
  y: number
  kind: DamageKind
  severity: number
  note: string
  photoFileId: string | null
}
