/** Yuan as typed ('128', '1,280.50') in fen; undefined when empty, NaN when it is no number. */
export function typedFen(value: unknown): number | undefined {
  const text = String(value ?? '')
    .normalize('NFKC')
    .replace(/[¥,，\s]/g, '')
  return text === '' ? undefined : Math.round(Number(text) * 100)
}

/** A per cent as typed ('12.5') in basis points; undefined when empty, NaN when it is no number. */
export const typedBp = (value: unknown): number | undefined => typedFen(String(value ?? '').replace('%', ''))

/** A quantity as typed ('1.5') in thousandths; NaN when it is no number. */
export const typedMilli = (value: unknown): number =>
  Math.round(
    Number(
      String(value ?? '')
        .normalize('NFKC')
        .trim() || NaN,
    ) * 1000,
  )

/** The points that are ticked as read out: `read-<point>`. */
export const typedReadOut = (form: Record<string, unknown>): string[] =>
  Object.keys(form).flatMap((name) =>
    name.startsWith('read-') && form[name] ? [name.slice('read-'.length)] : [],
  )

/** The answers of a form: `answer-<line>` is 'yes' or 'no', `reason-<line>` a reason, `words-<line>` own words beside it. */
export function typedAnswers(
  form: Record<string, unknown>,
): { jobId: string; approve: boolean; reason?: string }[] {
  return Object.entries(form).flatMap(([name, value]) => {
    if (!name.startsWith('answer-') || (value !== 'yes' && value !== 'no')) return []
    const jobId = name.slice('answer-'.length)
    const reason = [form[`reason-${jobId}`], form[`words-${jobId}`]]
      .map((text) => String(text ?? '').trim())
      .filter(Boolean)
    return [
      {
        jobId,
        approve: value === 'yes',
        reason: value === 'no' ? reason.join(': ') || undefined : undefined,
      },
    ]
  })
}
