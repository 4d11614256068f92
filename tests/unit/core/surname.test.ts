import { expect, test } from 'vitest'
import { surnameOf } from '@/lib/core/surname'

test('X-COM-14 the surname is the first character, two of a double surname, the last word of another name', () => {
  for (const [name, surname] of [
    ['张伟', '张'],
    ['欧阳娜娜', '欧阳'],
    [' 司马光 ', '司马'],
    ['𠮷田', '𠮷'],
    ['John Smith', 'Smith'],
    ['Smith', 'Smith'],
    ['', ''],
  ] as const)
    expect([name, surnameOf(name)]).toEqual([name, surname])
})
