import { saysSame } from '../core/three-way'

type Named = { kind: string }
/** What the customer is shown on the glass before the signature. */
type Shown = {
  odometerKm: number | null
  fuelEighths: number | null
  items: readonly (Named & { state: string; note: string })[]
  extraItems: readonly { title: string; state: string; note: string }[]
  valuables: readonly (Named & { quantity: number; note: string })[]
  customerStatement: string
  freeWash: boolean | null
  marks: readonly (Named & {
    id: string
    view: string
    x: number
    y: number
    severity: number
    note: string
    photoFileId: string | null
  })[]
}

const inOrder = <Of>(list: readonly Of[], name: (of: Of) => string) =>
  [...list].sort((a, b) => (name(a) < name(b) ? -1 : 1))

const plain = ({
  odometerKm,
  fuelEighths,
  items,
  extraItems,
  valuables,
  customerStatement,
  freeWash,
  marks,
}: Shown) => ({
  odometerKm,
  fuelEighths,
  items: inOrder(items, ({ kind }) => kind).map(({ kind, state, note }) => ({ kind, state, note })),
  extraItems: inOrder(extraItems, ({ title }) => title),
  valuables: inOrder(valuables, ({ kind }) => kind).map(({ kind, quantity, note }) => ({
    kind,
    quantity,
    note,
  })),
  customerStatement,
  freeWash,
  marks: inOrder(marks, ({ id }) => id).map(({ id, view, x, y, kind, severity, note, photoFileId }) => ({
    id, view, x, y, kind, severity, note, photoFileId,
  })), // prettier-ignore
})

/** What is shown, as the form of the signature takes it along. */
export const shownText = (shown: Shown): string => JSON.stringify(plain(shown))

/** Whether a record still says what the customer was shown (R42). */
export function isStillShown(text: string, record: Shown): boolean {
  try {
    return saysSame(JSON.parse(text), plain(record))
  } catch {
    return false
  }
}
