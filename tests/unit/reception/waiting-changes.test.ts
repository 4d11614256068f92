import { expect, test } from 'vitest'
import {
  chosen,
  planConflict,
  planSave,
  withChanges,
  type Known,
  type Plan,
  type Values,
  type Waiting,
} from '@/lib/reception/waiting-changes'

const known: Known = { version: 1, values: { fuelEighths: 2, parkedAt: 'P1', items: [] }, marks: [] }
const fresh = (id: string, part = 'gauges') => ({ id, staffId: 's', visitId: 'v', at: 0, part })
let ids = 0
const newId = () => `n${++ids}`

/** What waits after the plan, in its order. */
const after = (waiting: Waiting[], { put, drop, add }: Plan): Waiting[] =>
  [
    ...waiting
      .filter(({ seq }) => !drop.includes(seq))
      .map((one) => put.find(({ seq }) => seq === one.seq) ?? one),
    ...add.map((one, i) => ({ ...one, seq: (waiting.at(-1)?.seq ?? 0) + 1 + i })),
  ].sort((a, b) => a.seq - b.seq)

const saved = (waiting: Waiting[], id: string, fields: Values, part?: string) =>
  after(waiting, planSave(known, waiting, fresh(id, part), fields))

test('a change remembers what the field said before, and takes later words in until it leaves', () => {
  let waiting = saved([], 'a', { fuelEighths: 3 })
  waiting = saved(waiting, 'b', { fuelEighths: 4, odometerKm: 9 })
  expect(waiting).toMatchObject([
    { id: 'a', change: { fuelEighths: 4, odometerKm: 9 }, base: { fuelEighths: 2, odometerKm: null } },
  ])
  waiting = waiting.map((one) => ({ ...one, state: 'sending' }))
  waiting = saved(waiting, 'c', { fuelEighths: 5 })
  expect(waiting).toMatchObject([
    { id: 'a' },
    { id: 'c', base: { fuelEighths: 4 }, change: { fuelEighths: 5 } },
  ])
  expect(withChanges(known, waiting).values).toMatchObject({ fuelEighths: 5, odometerKm: 9 })
})

test('what was refused is sent once more with the next change of its part', () => {
  const [one] = saved([], 'a', { odometerKm: 5 })
  const waiting = saved([{ ...one!, state: 'refused', why: '!' }], 'b', { odometerReason: 'x' })
  expect(waiting).toMatchObject([
    { id: 'b', state: 'waiting', change: { odometerKm: 5, odometerReason: 'x' }, base: { odometerKm: null } },
  ])
})

test('R42 a disputed field waits for a choice, the others go on under ids of their own', () => {
  const waiting = saved([], 'a', { fuelEighths: 3, parkedAt: 'P9', odometerKm: 7 })
  const split = after(waiting, planConflict(waiting[0]!, { fuelEighths: 7, parkedAt: 'P4' }, newId))
  expect(split.map(({ state, change, theirs }) => [state, change, theirs])).toEqual([
    ['waiting', { odometerKm: 7 }, undefined],
    ['conflict', { fuelEighths: 3 }, { fuelEighths: 7 }],
    ['conflict', { parkedAt: 'P9' }, { parkedAt: 'P4' }],
  ])
  expect(new Set(['a', ...split.map(({ id }) => id)]).size).toBe(4)
  const typed = saved(split, 'b', { fuelEighths: 4 })
  expect(typed[1]).toMatchObject({ state: 'conflict', change: { fuelEighths: 4 } })
  expect(typed).toHaveLength(3)
  const dispute = typed[1]!
  expect(chosen(dispute, 'mine', 'c')).toMatchObject({
    id: 'c', state: 'waiting', change: { fuelEighths: 4 }, base: { fuelEighths: 7 },
  }) // prettier-ignore
  expect(chosen(dispute, 'theirs', 'c')).toBeNull()
})

test('R42 both texts are kept when both are wanted', () => {
  const one = {
    ...saved([], 'a', { parkedAt: 'left' })[0]!,
    state: 'conflict' as const,
    theirs: { parkedAt: 'right' },
  }
  expect(chosen(one, 'both', 'b')?.change).toEqual({ parkedAt: 'right\nleft' })
})

test('S2-25 a mark that waits is on the drawing, and its exterior is not in order', () => {
  const mark: Waiting = {
    ...fresh('m', 'damage'), seq: 1, kind: 'mark', state: 'waiting', base: {},
    change: { markId: 'k', isNew: true, view: 'left', kind: 'dent', photoFileId: 'f' },
  } // prettier-ignore
  const now = withChanges(known, [mark])
  expect(now.marks).toMatchObject([{ id: 'k', kind: 'dent', photoFileId: 'f' }])
  expect(now.values).toMatchObject({ damageShown: false, items: [{ kind: 'exterior', state: 'notOk' }] })
  const again = withChanges(now, [{ ...mark, change: { markId: 'k', kind: 'rust', photoFileId: '' } }])
  expect(again.marks).toMatchObject([{ id: 'k', kind: 'rust', photoFileId: 'f' }])
  expect(withChanges(again, [{ ...mark, kind: 'drop', change: { markId: 'k' } }]).marks).toEqual([])
})
