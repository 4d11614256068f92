/** A story says when it goes on; between two times it acts at the first of them. */
export type Story = AsyncGenerator<Date, void, void>

/** The clock of the simulation: stories read it, the simulation moves it. */
export type Clock = { now: Date }

/**
 * Plays many stories in the order of their times, one act after another, until the clock reaches `until`.
 * What would happen later does not happen: today's cars stay where they are.
 */
export async function play(
  stories: Iterable<{ at: Date; story: Story }>,
  clock: Clock,
  until: Date,
  onDay?: (at: Date) => void,
): Promise<void> {
  const waiting = [...stories].sort((a, b) => b.at.getTime() - a.at.getTime())
  let day = ''
  for (let next = waiting.pop(); next && next.at <= until; next = waiting.pop()) {
    clock.now = next.at
    const today = next.at.toISOString().slice(0, 10)
    if (today !== day) onDay?.(next.at)
    day = today
    const { value, done } = await next.story.next()
    if (!done) insert(waiting, { at: value > next.at ? value : next.at, story: next.story })
  }
}

type Waiting = { at: Date; story: Story }

/** Keeps the list sorted, latest first. */
function insert(waiting: Waiting[], entry: Waiting): void {
  let [low, high] = [0, waiting.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((waiting[middle] as Waiting).at > entry.at) low = middle + 1
    else high = middle
  }
  waiting.splice(low, 0, entry)
}
