import 'server-only'
import type { Tx } from './db'

/**
 * A reading that one transaction does once, however many of its parts ask: what hardly ever changes and is needed everywhere.
 * Who changes it in that transaction says `forget`.
 */
export function once<Arguments extends unknown[], Result>(
  read: (tx: Tx, ...given: Arguments) => Promise<Result>,
) {
  const known = new WeakMap<Tx, Promise<Result>>()
  const ask = (tx: Tx, ...given: Arguments): Promise<Result> => {
    const answer = known.get(tx) ?? read(tx, ...given)
    known.set(tx, answer)
    return answer
  }
  return Object.assign(ask, { forget: (tx: Tx) => void known.delete(tx) })
}
