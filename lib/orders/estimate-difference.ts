/** What of a line decides whether it is still the same: prices are fen. */
export type ComparedLine = { kind: string; title: string; titleEn: string; totalFen: number }
export type ComparedVersion = { lines: readonly ComparedLine[]; totals: { totalFen: number } }

export type LineChange = {
  change: 'added' | 'removed' | 'priced'
  title: string
  titleEn: string
  /** Null where the line was not there. */
  fromFen: number | null
  toFen: number | null
}

/**
 * What a version of an estimate changed: lines added, removed, or of another price, in the order of the new version and then of the
 * old. Lines are the same by kind and title; of several with one title the first is compared with the first.
 */
export function differenceOf(before: ComparedVersion, after: ComparedVersion): LineChange[] {
  const left = [...before.lines]
  const changes = after.lines.flatMap((line): LineChange[] => {
    const at = left.findIndex(({ kind, title }) => kind === line.kind && title === line.title)
    const [was] = at < 0 ? [] : left.splice(at, 1)
    const { title, titleEn, totalFen: toFen } = line
    if (!was) return [{ change: 'added', title, titleEn, fromFen: null, toFen }]
    if (was.totalFen === toFen) return []
    return [{ change: 'priced', title, titleEn, fromFen: was.totalFen, toFen }]
  })
  const removed = left.map(({ title, titleEn, totalFen }): LineChange => ({
    change: 'removed',
    title,
    titleEn,
    fromFen: totalFen,
    toFen: null,
  }))
  return [...changes, ...removed]
}
