import { expect, test } from 'vitest'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { removeDamageMark, saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { newId } from '@/lib/server/ids'
import { aDealership } from '../../support/given'
import { aWalkAround } from './given-visit'

const mark = { view: 'left', x: 300, y: 500, kind: 'scratch', severity: 2 } as const

test('R40 a change that a device sends twice is taken once', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const keyed = { ...adviser, idempotencyKey: newId() }
  const change = { visitId, fuelEighths: 3, base: { fuelEighths: null } }
  const first = await saveInspection(keyed, change)
  await saveInspection(adviser, { visitId, fuelEighths: 5, base: { fuelEighths: 3 } })
  expect(await saveInspection(keyed, change)).toMatchObject({ version: first.version })
  const markId = newId()
  const drawn = { visitId, markId, isNew: true, ...mark }
  const twin = { ...adviser, idempotencyKey: newId() }
  await Promise.all([saveDamageMark(twin, drawn), saveDamageMark(twin, drawn)])
  await saveDamageMark({ ...adviser, idempotencyKey: newId() }, drawn)
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record).toMatchObject({ fuelEighths: 5, marks: [{ id: markId }] })
})

test('R42 changes of different fields and items meet, the same field is refused with what it says now', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const item = (kind: 'lights' | 'interior', state: 'ok' | 'notOk', note = '') => ({ kind, state, note })
  await saveInspection(adviser, {
    visitId,
    items: [item('lights', 'ok'), item('interior', 'ok')],
    fuelEighths: 2,
  })
  const base = { items: [item('lights', 'ok'), item('interior', 'ok')], fuelEighths: 2 }
  const a2 = here.as('A2')
  await saveInspection(a2, {
    visitId,
    items: [item('interior', 'notOk', '划痕')],
    fuelEighths: 7,
    parkedAt: 'P1',
  })
  const mine = [item('lights', 'notOk', '不亮'), item('interior', 'ok')]
  const answer = await saveInspection(adviser, { visitId, items: mine, keyLocation: '7', base })
  expect(answer.now).toMatchObject({ keyLocation: '7' })
  await expect(saveInspection(adviser, { visitId, fuelEighths: 3, items: mine, base })).rejects.toMatchObject(
    {
      code: 'reception.changed-elsewhere',
      facts: { of: 'fuelEighths', theirs: '{"fuelEighths":7}' },
    },
  )
  await saveInspection(adviser, { visitId, fuelEighths: 3, base: { fuelEighths: 7 } })
  const { record, parkedAt } = await receptionVisit(adviser, { visitId })
  expect(record.fuelEighths).toBe(3)
  expect(parkedAt).toBe('P1')
  expect(record.items).toEqual(
    expect.arrayContaining([item('lights', 'notOk', '不亮'), item('interior', 'notOk', '划痕')]),
  )
})

test('R42 two people who change one mark: different words meet, the same word is refused', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const { markId } = await saveDamageMark(adviser, { visitId, ...mark })
  const base = { ...mark, note: '' }
  await saveDamageMark(here.as('A2'), { visitId, markId, ...mark, severity: 3, base })
  await saveDamageMark(adviser, { visitId, markId, ...mark, note: '10 cm', base })
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record.marks).toMatchObject([{ severity: 3, note: '10 cm' }])
  const other = saveDamageMark(adviser, { visitId, markId, ...mark, severity: 1, note: '10 cm', base })
  await expect(other).rejects.toMatchObject({
    code: 'reception.changed-elsewhere',
    facts: { of: 'severity' },
  })
})

test('the record has a new version after each change, so that a device knows which is the newer', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const before = (await receptionVisit(adviser, { visitId })).record.version
  const saved = await saveInspection(adviser, { visitId, fuelEighths: 1 })
  const marked = await saveDamageMark(adviser, { visitId, ...mark })
  const removed = await removeDamageMark(adviser, { visitId, markId: marked.markId })
  expect([saved.version, marked.version, removed.version]).toEqual([before + 1, before + 2, before + 3])
})

test('R2 a mark with an id of another dealership stays where it is', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const [own, other] = [await aWalkAround(here), await aWalkAround(there)]
  const { markId } = await saveDamageMark(own.adviser, { visitId: own.visitId, ...mark })
  await saveDamageMark(other.adviser, { visitId: other.visitId, markId, isNew: true, ...mark, kind: 'dent' })
  const { record } = await receptionVisit(own.adviser, { visitId: own.visitId })
  expect(record.marks).toMatchObject([{ id: markId, kind: 'scratch' }])
})

test('R42 two people who measure different wheels of one car: both are kept', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const base = { wheels: [] }
  const tread = (wheel: 'frontLeft' | 'rearLeft', treadTenthMm: number) => ({ wheel, treadTenthMm })
  await saveInspection(here.as('A2'), { visitId, wheels: [tread('frontLeft', 42)], base })
  await saveInspection(adviser, { visitId, wheels: [tread('rearLeft', 35)], base })
  const other = saveInspection(adviser, { visitId, wheels: [tread('frontLeft', 50)], base })
  await expect(other).rejects.toMatchObject({ code: 'reception.changed-elsewhere', facts: { of: 'wheels' } })
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record.wheels.map(({ wheel, treadTenthMm }) => [wheel, treadTenthMm])).toEqual([
    ['frontLeft', 42],
    ['rearLeft', 35],
  ])
})
