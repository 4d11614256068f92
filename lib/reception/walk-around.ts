import { Refusal } from '../core/refusal'

/** S2-25 … S2-33: the nine named items. */
export const WALK_AROUND_ITEMS = [
  'exterior', 'interior', 'odometer', 'fuel', 'onboardTools', 'audioSystem', 'lights', 'cigaretteLighter', 'addedTrim',
] as const // prettier-ignore
type WalkAroundItemKind = (typeof WALK_AROUND_ITEMS)[number]

export const ITEM_STATES = ['ok', 'notOk', 'notChecked'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** S2-17 … S2-20. */
export const KIT_PIECES = ['seatCover', 'floorMat', 'steeringWheelCover', 'gearLeverCover'] as const

/** S2-40: read out to the customer. */
export const VALUABLES = [
  'cigarettes',
  'alcohol',
  'sweets',
  'tea',
  'cds',
  'perfume',
  'wallet',
  'usbStick',
  'antiTheftDevice',
  'gps',
  'electronics',
  'glasses',
  'toys',
  'sportsGoods',
  'certificates',
  'qualityGuarantee',
  'insurancePapers',
  'other',
] as const

export const BODY_VIEWS = ['left', 'right', 'front', 'rear', 'top'] as const
export type BodyView = (typeof BODY_VIEWS)[number]

export const DAMAGE_KINDS = ['scratch', 'dent', 'crack', 'paintLoss', 'rust', 'missing', 'other'] as const
export type DamageKind = (typeof DAMAGE_KINDS)[number]

/** S2-55: who may drive when the fault is looked for together. */
export const DRIVERS = ['customer', 'adviser', 'technician', 'technicalDirector'] as const

export type ExtraItem = { title: string; state: ItemState; note: string }

export type WalkAround = {
  kitPieces: readonly string[]
  odometerKm: number | null
  fuelEighths: number | null
  items: readonly { kind: string; state: ItemState; note: string }[]
  extraItems: readonly ExtraItem[]
  marks: number
  damageShownAt: Date | null
  valuablesRemindedAt: Date | null
  customerStatement: string
  freeWash: boolean | null
}

/** What may be missing on a record; the wording stands in the catalogue `reception`. */
export const REQUIRED = [
  'kit', 'odometerKm', 'fuelEighths', ...WALK_AROUND_ITEMS, 'extraItems', 'damageShown', 'valuablesReminded',
  'customerStatement', 'freeWash',
] as const // prettier-ignore
export type Required = (typeof REQUIRED)[number]

/** S2-34: looked at, or said why not. */
const isSettled = ({ state, note }: { state: ItemState; note: string }): boolean =>
  state !== 'notChecked' || note.trim() !== ''

/** S2-45: what still has to be filled in before the customer may sign, in the order of the page. */
export function missingBeforeSigning(record: WalkAround, kit: readonly string[]): Required[] {
  const settled = (kind: string) => record.items.some((item) => item.kind === kind && isSettled(item))
  const there: Record<Required, boolean> = {
    kit: missingKit(record.kitPieces, kit).length === 0,
    odometerKm: record.odometerKm !== null,
    fuelEighths: record.fuelEighths !== null,
    ...(Object.fromEntries(WALK_AROUND_ITEMS.map((kind) => [kind, settled(kind)])) as Record<
      WalkAroundItemKind,
      boolean
    >),
    odometer: record.odometerKm !== null || settled('odometer'),
    fuel: record.fuelEighths !== null || settled('fuel'),
    extraItems: record.extraItems.every(isSettled),
    damageShown: record.marks === 0 || record.damageShownAt !== null,
    valuablesReminded: record.valuablesRemindedAt !== null,
    customerStatement: record.customerStatement.trim() !== '',
    freeWash: record.freeWash !== null,
  }
  return REQUIRED.filter((key) => !there[key])
}

/** Refuses with `reception.incomplete`, naming what is missing. */
export function checkComplete(record: WalkAround, kit: readonly string[]): void {
  const missing = missingBeforeSigning(record, kit)
  if (missing.length > 0)
    throw new Refusal('reception.incomplete', { missing: missing.join(','), count: missing.length })
}

const missingKit = (fitted: readonly string[], wanted: readonly string[]): string[] =>
  wanted.filter((piece) => !fitted.includes(piece))

/** S2-16: refuses with `reception.kit-first` unless every piece of the dealership's kit is fitted. */
export function checkKit(fitted: readonly string[], wanted: readonly string[]): void {
  const missing = missingKit(fitted, wanted)
  if (missing.length > 0)
    throw new Refusal('reception.kit-first', { missing: missing.join(','), count: missing.length })
}

/** S2-27: a reading lower than the last one needs a reason. Refuses with `reception.odometer-lower`. */
export function checkOdometer(km: number | null, lastKm: number | null, reason: string): void {
  if (km !== null && lastKm !== null && km < lastKm && reason.trim() === '')
    throw new Refusal('reception.odometer-lower', { km, lastKm })
}
