export type BayKind =
  | 'general' | 'quick' | 'alignment' | 'body' | 'paint' | 'wash' | 'reception' | 'diagnosis' // prettier-ignore

/** Kinds of bay in which a job that asks for the first may be done, the best first. */
const FITTING: Record<BayKind, readonly BayKind[]> = {
  general: ['general'],
  quick: ['quick', 'general'],
  alignment: ['alignment'],
  body: ['body'],
  paint: ['paint', 'body'],
  wash: ['wash'],
  reception: ['reception'],
  diagnosis: ['diagnosis', 'general'],
}

export const bayFits = (bay: BayKind, wanted: BayKind): boolean => FITTING[wanted].includes(bay)

/** Bays that fit, the best kind first and in their order on the floor. */
export const fittingBays = <Bay extends { kind: BayKind; position: number }>(
  bays: readonly Bay[],
  wanted: BayKind,
): Bay[] =>
  bays
    .filter(({ kind }) => bayFits(kind, wanted))
    .sort(
      (a, b) => FITTING[wanted].indexOf(a.kind) - FITTING[wanted].indexOf(b.kind) || a.position - b.position,
    )
