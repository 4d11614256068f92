import 'server-only'
import { Refusal } from '@/lib/core/refusal'

type Line = { last: Promise<unknown>; waiting: number }
const holder = globalThis as unknown as { babuLines?: Map<string, Line> }
const lines = (holder.babuLines ??= new Map())

/** More than this many in one line of one process: whoever comes now is told that the house is busy. */
const LONGEST_LINE = 400

/** Runs `work` after all work with the same key that was asked for earlier in this process, whatever became of it. */
export async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const line: Line = lines.get(key) ?? { last: Promise.resolve(), waiting: 0 }
  if (line.waiting >= LONGEST_LINE) throw new Refusal('common.busy')
  lines.set(key, line)
  line.waiting++
  const mine = line.last.then(work, work)
  line.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    if (--line.waiting === 0) lines.delete(key)
  }
}
