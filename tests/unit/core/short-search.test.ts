import { expect, test } from 'vitest'
import { shortSearch } from '@/lib/core/short-search'

test('R18 of a telephone number or VIN only the end goes into an address', () => {
  for (const [typed, kept] of [
    ['13912345678', '345678'],
    ['139 1234 5678', '345678'],
    ['+86 139-1234-5678', '345678'],
    ['１３９１２３４５６７８', '345678'],
    ['021-12345678', '345678'],
    ['LFMA12345R0123456', '123456'],
    ['lfma 1234 5r01 23456', '123456'],
  ])
    expect(shortSearch(typed!)).toBe(kept)
})

test('names, plates, order numbers and tails stay as they are typed', () => {
  for (const typed of [
    '',
    '张伟',
    'zhang wei',
    '沪A12345',
    'A1234',
    'R26112200042',
    '26112200042',
    '5678',
    '12-34',
  ])
    expect(shortSearch(typed)).toBe(typed)
})
