import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSame, threeWay } from '@/lib/core/three-way'

const items = (...list: [string, string][]) => list.map(([kind, state]) => ({ kind, state }))

test('R42 each keeps what only they changed, inside objects, named lists and lists of words', () => {
  const base = items(['lights', 'ok'], ['interior', 'ok'])
  const mine = items(['lights', 'notOk'], ['interior', 'ok'], ['audio', 'ok'])
  const theirs = items(['lights', 'ok'], ['interior', 'notOk'])
  const { value, clashes } = threeWay(base, mine, theirs)
  expect(clashes).toEqual([])
  expect(value).toEqual(items(['lights', 'notOk'], ['interior', 'notOk'], ['audio', 'ok']))
  expect(threeWay(['a', 'b'], ['a', 'b', 'c'], ['b', 'd']).value).toEqual(['b', 'd', 'c'])
  expect(threeWay({ road: '', speed: '' }, { road: 'x', speed: '' }, { road: '', speed: '80' })).toEqual({
    value: { road: 'x', speed: '80' },
    clashes: [],
  })
})

test('R42 where both changed the same, both values are named with their place', () => {
  const clash = threeWay(items(['lights', 'ok']), items(['lights', 'notOk']), items(['lights', 'notChecked']))
  expect(clash.clashes).toEqual([{ path: ['lights', 'state'], mine: 'notOk', theirs: 'notChecked' }])
  expect(clash.value).toEqual(items(['lights', 'notChecked']))
  expect(threeWay(1, 2, 3, 'mine').value).toBe(2)
  const removed = threeWay(items(['a', 'ok']), [], items(['a', 'notOk']))
  expect(removed.clashes).toHaveLength(1)
})

test('nothing written is nothing, and the ends of a text do not count', () => {
  expect(saysSame(null, '')).toBe(true)
  expect(saysSame({ road: '' }, undefined)).toBe(true)
  expect(saysSame('a\r\nb ', 'a\nb')).toBe(true)
  expect(saysSame(false, null)).toBe(false)
  expect(saysSame(0, null)).toBe(false)
})

const state = fc.constantFrom('ok', 'notOk', 'notChecked')
const list = fc.uniqueArray(fc.record({ kind: fc.constantFrom('a', 'b', 'c', 'd'), state }), {
  selector: ({ kind }) => kind,
})
const value = fc.oneof(
  list,
  fc.uniqueArray(fc.string({ maxLength: 3 })),
  fc.integer(),
  fc.string(),
  fc.constant(null),
)

test('whoever changed nothing changes nothing, and who agree clash nowhere', () => {
  fc.assert(
    fc.property(value, value, (base, other) => {
      expect(saysSame(threeWay(base, other, base).value, other)).toBe(true)
      expect(saysSame(threeWay(base, base, other).value, other)).toBe(true)
      expect(threeWay(base, other, other).clashes).toEqual([])
    }),
  )
})

test('no word of either side is lost without a clash', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const merged = threeWay(base, mine, theirs)
      const said = JSON.stringify([merged.value, merged.clashes])
      for (const side of [mine, theirs])
        for (const entry of side)
          if (!base.some((one) => one.kind === entry.kind)) expect(said).toContain(`"${entry.state}"`)
    }),
  )
})
