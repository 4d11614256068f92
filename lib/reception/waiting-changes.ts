import { bothTexts } from '../core/unchanged'
import { saysSame, threeWay } from '../core/three-way'

export type Values = Record<string, unknown>
export type WaitingKind = 'save' | 'mark' | 'drop' | 'photo' | 'dropFile'

/** A change of a walk-around on its way to the server; `id` is made on the device, by which the server takes it once. */
export type Waiting = {
  id: string
  seq: number
  staffId: string
  visitId: string
  /** Milliseconds since 1970. */
  at: number
  kind: WaitingKind
  part: string
  change: Values
  base: Values
  /** `sending`: it may have arrived, so its words and its id stay as they are. */
  state: 'waiting' | 'sending' | 'refused' | 'conflict'
  theirs?: Values
  /** Why the server did not take it. */
  why?: string
  fields?: Record<string, string[]>
}

export type KnownMark = { id: string; photoFileId: string | null } & Values
/** What the server is known to hold of a walk-around. */
export type Known = { version: number; values: Values; marks: KnownMark[] }

type Item = { kind: string; state: string; note: string }

/** What the record is once the server has taken these changes, in their order. */
export function withChanges(known: Known, changes: readonly Waiting[]): Known {
  return changes.reduce(applied, known)
}

function applied(known: Known, { kind, change }: Waiting): Known {
  const { values, marks } = known
  if (kind === 'save') return { ...known, values: { ...values, ...change } }
  if (kind === 'drop') return { ...known, marks: marks.filter(({ id }) => id !== change.markId) }
  if (kind === 'photo' && change.of !== 'fault') return known
  if (kind === 'photo' || kind === 'dropFile')
    return { ...known, values: { ...values, faultFiles: faultFilesAfter(values.faultFiles, change) } }
  const { markId, isNew, photoFileId, ...drawn } = change
  const before = marks.find(({ id }) => id === markId)
  const photo = (photoFileId as string | undefined) || before?.photoFileId || null
  const mark = { ...before, ...drawn, id: String(markId), photoFileId: photo }
  return {
    ...known,
    marks: before ? marks.map((one) => (one === before ? mark : one)) : [...marks, mark],
    values: { ...values, items: exteriorNotOk(values.items), ...(isNew ? { damageShown: false } : {}) },
  }
}

type FaultFile = { id: string; video: boolean }

/** S2-63: the files of the fault record after one has come or gone; one that is known already stays once. */
function faultFilesAfter(files: unknown, { fileId, of, video }: Values): FaultFile[] {
  const others = (Array.isArray(files) ? (files as FaultFile[]) : []).filter(({ id }) => id !== fileId)
  return of === 'fault' ? [...others, { id: String(fileId), video: video === true }] : others
}

/** S2-25: a marked car has an exterior that is not in order. */
function exteriorNotOk(items: unknown): Item[] {
  const all = Array.isArray(items) ? (items as Item[]) : []
  const note = all.find(({ kind }) => kind === 'exterior')?.note ?? ''
  return [...all.filter(({ kind }) => kind !== 'exterior'), { kind: 'exterior', state: 'notOk', note }]
}

export type Plan = { put: Waiting[]; drop: number[]; add: Omit<Waiting, 'seq'>[] }
type Fresh = Pick<Waiting, 'id' | 'staffId' | 'visitId' | 'at' | 'part'>

/**
 * How a change of fields joins what waits for the same visit: a field under dispute stays there with its new words, the last change
 * that has not left yet takes the rest in, and what the server had refused in this part is sent once more with it.
 */
export function planSave(known: Known, waiting: readonly Waiting[], fresh: Fresh, fields: Values): Plan {
  const plan: Plan = { put: [], drop: [], add: [] }
  const rest = { ...fields }
  for (const one of waiting.filter(({ state, kind }) => state === 'conflict' && kind === 'save')) {
    const mine = Object.entries(rest).filter(([field]) => field in one.change)
    if (mine.length === 0) continue
    plan.put.push({ ...one, change: { ...one.change, ...Object.fromEntries(mine) } })
    mine.forEach(([field]) => delete rest[field])
  }
  if (Object.keys(rest).length === 0) return plan
  const last = waiting.at(-1)
  if (last?.kind === 'save' && last.part === fresh.part && last.state === 'waiting') {
    const before = withChanges(known, waiting.slice(0, -1)).values
    const base = { ...pick(before, Object.keys(rest)), ...last.base }
    plan.put.push({ ...last, change: { ...last.change, ...rest }, base })
    return plan
  }
  const refused = waiting.filter(
    ({ kind, part, state }) => kind === 'save' && part === fresh.part && state === 'refused',
  )
  plan.drop = refused.map(({ seq }) => seq)
  const change = Object.assign({}, ...refused.map((one) => one.change), rest) as Values
  const before = withChanges(
    known,
    waiting.filter((one) => !refused.includes(one)),
  ).values
  plan.add.push({ ...fresh, kind: 'save', change, base: pick(before, Object.keys(change)), state: 'waiting' })
  return plan
}

/**
 * Words of the same part that were written while this change was on its way, and that the server did not take, go on from what the
 * server has: the two become one. Undefined when nothing was written since.
 */
export function planTogether(one: Waiting, waiting: readonly Waiting[]): Plan | undefined {
  if (one.kind !== 'save') return undefined
  const later = waiting.find(
    ({ seq, kind, part, state, staffId }) =>
      seq > one.seq && kind === 'save' && part === one.part && staffId === one.staffId && state === 'waiting',
  )
  if (!later) return undefined
  const change = { ...one.change, ...later.change }
  return { put: [{ ...later, change, base: { ...later.base, ...one.base } }], drop: [one.seq], add: [] }
}

const pick = (values: Values, fields: string[]): Values =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))

/**
 * What becomes of a change that somebody else's contradicts: each field in dispute waits for its own choice, the others go on
 * under an id of their own.
 */
export function planConflict(one: Waiting, theirs: Values, newId: () => string): Plan {
  if (one.kind !== 'save') return { put: [{ ...one, state: 'conflict', theirs }], drop: [], add: [] }
  const others = Object.keys(one.change).filter((field) => !(field in theirs))
  const only = (fields: string[]) => ({
    ...one,
    id: newId(),
    change: pick(one.change, fields),
    base: pick(one.base, fields),
  })
  const add = Object.keys(theirs).map((field) => {
    const { seq: _, ...held } = only([field])
    return { ...held, state: 'conflict' as const, theirs: pick(theirs, [field]) }
  })
  if (others.length === 0) return { put: [], drop: [one.seq], add }
  return { put: [{ ...only(others), state: 'waiting' }], drop: [], add }
}

export type Choice = 'mine' | 'theirs' | 'both'

/** The disputed fields as they were chosen; null when nothing of it is left to send. What is in no dispute stays in any case. */
export function chosen(one: Waiting, choice: Choice, newId: string): Waiting | null {
  const theirs = one.theirs ?? {}
  const change = { ...one.change }
  for (const field of Object.keys(theirs)) {
    const mine = one.change[field]
    change[field] =
      choice === 'both'
        ? bothTexts(String(theirs[field] ?? ''), String(mine ?? ''))
        : threeWay(one.base[field], mine, theirs[field], choice).value
  }
  const base = { ...one.base, ...theirs }
  const left = Object.keys(theirs).some((field) => !saysSame(change[field], theirs[field]))
  const { theirs: _, why: __, ...rest } = one
  return left ? { ...rest, id: newId, change, base, state: 'waiting' } : null
}
