import { expect, test } from 'vitest'
import { spellParts } from '@/lib/catalogue/server/spell-parts'
import { aDealership } from '../../support/given'

test('parts kept before are found by pinyin after one night, and the next night has nothing to do', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  await given.inside((tx) =>
    tx.part.updateMany({ where: { no: 'P0015' }, data: { pinyin: '', initials: '' } }),
  )
  expect(await given.inside((tx) => spellParts(tx, dealershipId))).toBe(1)
  const part = await given.inside((tx) => tx.part.findFirstOrThrow({ where: { no: 'P0015' } }))
  expect(part.pinyin).toMatch(/^yuguapian/)
  expect(await given.inside((tx) => spellParts(tx, dealershipId))).toBe(0)
})
