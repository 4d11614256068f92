import { canonicalJson } from './canonical-json'

/** Where two people wrote different things: `path` names the field and what is inside it. */
export type Clash = { path: string[]; mine: unknown; theirs: unknown }
type Prefer = 'mine' | 'theirs'
export type Merge = { value: unknown; clashes: Clash[] }

const KEYS = ['id', 'kind', 'wheel', 'axle', 'position', 'title'] as const

/** Nothing written is nothing, however it is kept: null, an empty text, an empty list or an object of such. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim() || null
  if (Array.isArray(value)) return value.length ? value.map(plain) : null
  if (typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, entry]) => [key, plain(entry)] as const)
  return entries.some(([, entry]) => entry !== null) ? Object.fromEntries(entries) : null
}

/** Whether two values of a field say the same. */
export const saysSame = (one: unknown, other: unknown): boolean =>
  canonicalJson(plain(one)) === canonicalJson(plain(other))

/**
 * What a field becomes that two people changed from the same `base`: each keeps what only they changed, also inside objects, in lists
 * whose entries have a name of their own, and in lists of plain words. Where both changed the same, `clashes` says so, and the
 * value is that of `prefer`.
 */
export function threeWay(base: unknown, mine: unknown, theirs: unknown, prefer: Prefer = 'theirs'): Merge {
  return merge(base, mine, theirs, prefer, [])
}

function merge(base: unknown, mine: unknown, theirs: unknown, prefer: Prefer, path: string[]): Merge {
  if (saysSame(mine, theirs) || saysSame(base, theirs)) return { value: mine, clashes: [] }
  if (saysSame(base, mine)) return { value: theirs, clashes: [] }
  const words = [base ?? [], mine, theirs]
  if (words.every(isWords))
    return { value: mergedWords(...(words as [string[], string[], string[]])), clashes: [] }
  const key = KEYS.find((name) => [base ?? [], mine, theirs].every((list) => isNamed(list, name)))
  if (key) {
    const [b, m, t] = [base ?? [], mine, theirs].map((list) => byName(list as Named[], key))
    const { value, clashes } = mergedEntries(b!, m!, t!, prefer, path)
    return { value: Object.values(value), clashes }
  }
  if (isObject(mine) && isObject(theirs) && (isObject(base) || base == null))
    return mergedEntries(base ?? {}, mine, theirs, prefer, path)
  return { value: prefer === 'mine' ? mine : theirs, clashes: [{ path, mine, theirs }] }
}

type Entries = Record<string, unknown>
type Named = Record<string, unknown>

function mergedEntries(base: Entries, mine: Entries, theirs: Entries, prefer: Prefer, path: string[]) {
  const value: Entries = {}
  const clashes: Clash[] = []
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = merge(base[key], mine[key], theirs[key], prefer, [...path, key])
    clashes.push(...merged.clashes)
    if (merged.value !== undefined) value[key] = merged.value
  }
  return { value, clashes }
}

function mergedWords(base: string[], mine: string[], theirs: string[]): string[] {
  const stayed = theirs.filter((word) => mine.includes(word) || !base.includes(word))
  return [...stayed, ...mine.filter((word) => !base.includes(word) && !theirs.includes(word))]
}

const isObject = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.every((entry) => typeof entry === 'string') &&
  new Set(value).size === value.length

const isNamed = (list: unknown, key: string): boolean =>
  Array.isArray(list) &&
  list.every((entry) => isObject(entry) && typeof entry[key] === 'string') &&
  new Set(list.map((entry: Named) => entry[key])).size === list.length

const byName = (list: Named[], key: string): Entries =>
  Object.fromEntries(list.map((entry) => [String(entry[key]), entry]))
