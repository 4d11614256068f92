export const BLOCK_KINDS = ['training', 'meeting', 'stockTaking', 'other'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

type Span = { startsAt: Date; endsAt: Date }

/** What is left of a span when others are taken out of it, in order; nothing when they cover it. */
export function spanWithout<S extends Span>(span: S, others: readonly Span[]): S[] {
  let left = [span]
  for (const { startsAt, endsAt } of others)
    left = left.flatMap((one) =>
      endsAt <= one.startsAt || startsAt >= one.endsAt
        ? [one]
        : [
            { ...one, endsAt: startsAt },
            { ...one, startsAt: endsAt },
          ].filter((rest) => rest.endsAt > rest.startsAt),
    )
  return left
}

type Blocked = Span & { skill: string | null }

/** The blocks that keep a person from work: those of everybody, and for technicians those of a skill they have. */
export const blocksOf = <B extends Blocked>(
  blocks: readonly B[],
  { technician, skills }: { technician: boolean; skills: readonly string[] },
): B[] => blocks.filter(({ skill }) => skill === null || (technician && skills.includes(skill)))
