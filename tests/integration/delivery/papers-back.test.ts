import { expect, test } from 'vitest'
import { papersBack } from '@/lib/delivery/server/papers-back'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { aDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'
import { aWalkAround } from '../reception/given-visit'

test('S2-65 licence, booklet and keys are asked for and recorded when taken, and again when they are given back', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, licenceTaken: true, bookletTaken: true, keysTaken: true })
  expect(await receptionVisit(adviser, { visitId })).toMatchObject({
    licenceTaken: true,
    bookletTaken: true,
    keysTaken: true,
  })
  expect(await papersBack(adviser, { visitId })).toEqual([])
  const done = await delivered(here, { licenceTaken: true })
  const back = await papersBack(adviser, { visitId: done.visitId })
  expect(back).toEqual([
    { paper: 'licence', at: here.now },
    { paper: 'keys', at: here.now },
  ])
  const elsewhere = await aDealership()
  expect(await papersBack(elsewhere.as('A1'), { visitId: done.visitId })).toEqual([])
})
