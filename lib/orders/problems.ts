const SENTENCE_END = /[\n\r;；。！？!?]+|\.\s+/u

/** Every problem the customer raised, one per line (S3-22): statements and wishes cut at sentence ends, nothing twice. */
export function problemsFrom(...statements: (string | null | undefined)[]): string[] {
  const pieces = statements.flatMap((text) => (text ?? '').split(SENTENCE_END))
  const cleaned = pieces
    .map((piece) =>
      piece
        .trim()
        .replace(/[.,，、]+$/u, '')
        .trim(),
    )
    .filter(Boolean)
  return [...new Set(cleaned)]
}
