/** Small deterministic generator (mulberry32): the same seed tells the same story. */
export function random(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (share: number) => next() < share,
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
    digits: (count: number) => Array.from({ length: count }, () => int(0, 9)).join(''),
    chars: (alphabet: string, count: number) =>
      Array.from({ length: count }, () => alphabet[int(0, alphabet.length - 1)]).join(''),
  }
}
export type Random = ReturnType<typeof random>
