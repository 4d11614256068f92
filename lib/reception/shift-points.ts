/** S2-01, S2-02, S2-03: the person, what is needed at hand, the place. */
export const SHIFT_PARTS = ['person', 'tools', 'area'] as const
export type ShiftPart = (typeof SHIFT_PARTS)[number]

/** The usual points; their words are in the catalogue of the shift. */
export const USUAL_POINTS = [
  { code: 'dress', part: 'person' },
  { code: 'badge', part: 'person' },
  { code: 'grooming', part: 'person' },
  { code: 'forms', part: 'tools' },
  { code: 'tablet', part: 'tools' },
  { code: 'kit', part: 'tools' },
  { code: 'gauges', part: 'tools' },
  { code: 'umbrellas', part: 'tools' },
  { code: 'bays', part: 'area' },
  { code: 'desk', part: 'area' },
  { code: 'signs', part: 'area' },
] as const
export type UsualPoint = (typeof USUAL_POINTS)[number]['code']

/** A point as the dealership has it; without a name the words of the catalogue stand. */
export type ShiftPoint = { code: string; part: ShiftPart; name: string; nameEn: string }
type Kept = Omit<ShiftPoint, 'part'> & { part: string; retiredAt: Date | null }

export const isUsualPoint = (code: string): code is UsualPoint =>
  USUAL_POINTS.some((point) => point.code === code)

/** The points in force: the usual ones with the changes of the dealership, and its own after them, in the order of the parts. */
export function pointsOf(kept: readonly Kept[]): ShiftPoint[] {
  const changes = new Map(kept.map((point) => [point.code, point]))
  const usual = USUAL_POINTS.map(({ code, part }) => ({
    name: '',
    nameEn: '',
    ...changes.get(code),
    code,
    part,
  }))
  const own = kept.filter(({ code }) => !isUsualPoint(code))
  const standing = [...usual, ...own].filter((point) => !('retiredAt' in point && point.retiredAt))
  return SHIFT_PARTS.flatMap((part) =>
    standing
      .filter((point) => point.part === part)
      .map(({ code, name, nameEn }) => ({ code, part, name, nameEn })),
  )
}
