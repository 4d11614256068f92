import { expect, test } from 'vitest'
import { foundAtCar, takeFound } from '@/lib/orders/server/found-at-car'
import { openOrder } from '@/lib/orders/server/open-order'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { removeJob } from '@/lib/orders/server/remove-job'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { foundText } from '@/lib/i18n/found-text'
import { aDealership, type GivenDealership } from '../../support/given'
import { operationId } from '../../support/orders'
import { aWalkAround, everything, strokes } from '../reception/given-visit'

async function anOrderWithFindings(here: GivenDealership) {
  const given = await aWalkAround(here)
  const { visitId, adviser } = given
  await saveInspection(adviser, { visitId, ...everything })
  await saveInspection(adviser, {
    visitId,
    items: [
      { kind: 'interior', state: 'notOk', note: '座椅划伤' },
      { kind: 'lights', state: 'notOk', note: '左前示宽灯不亮' },
    ],
    wheels: [
      { wheel: 'rearLeft', treadTenthMm: 28, padTenthMm: 80 },
      { wheel: 'frontLeft', treadTenthMm: 15, padTenthMm: 45 },
    ],
    warningLights: ['abs'],
    suggestions: ['雨刮片老化'],
    historySeen: true,
  })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  await bringToDesk(adviser, { visitId, parkedAt: 'A3', keyLocation: 'K1' })
  const { id: orderId } = await openOrder(adviser, { visitId })
  return { ...given, orderId }
}

test('S2-36 S2-37 what was found at exterior, interior and functional parts becomes a line with one tap, and only once', async () => {
  const here = await aDealership()
  const { adviser, orderId } = await anOrderWithFindings(here)
  const found = await foundAtCar(adviser, { orderId })
  expect(found.map(({ part, key }) => `${part} ${key}`)).toEqual([
    'exterior wheel:frontLeft:tread',
    'exterior wheel:rearLeft:tread',
    'interior item:interior',
    'functional wheel:frontLeft:pad',
    'functional item:lights',
    'functional light:abs',
    'said said:雨刮片老化',
  ])
  const said = found.at(-1)!
  const take = {
    orderId,
    key: said.key,
    title: foundText(said, 'zh-CN'),
    titleEn: foundText(said, 'en'),
  }
  await expect(takeFound(here.as('technician'), take)).rejects.toMatchObject({ code: 'auth.forbidden' })
  const { jobId } = await takeFound(adviser, take)
  await expect(takeFound(adviser, take)).rejects.toMatchObject({ code: 'order.found-taken' })
  await expect(takeFound(adviser, { ...take, key: 'said:什么都没有' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  const pad = found.find(({ key }) => key === 'wheel:frontLeft:pad')!
  await takeFound(adviser, {
    orderId,
    key: pad.key,
    title: foundText(pad, 'zh-CN'),
    operationId: await operationId(here, 'R101'),
  })
  const { lines } = await orderDesk(adviser, { orderId })
  expect(lines.map(({ title, priceAfterInspection }) => [title, priceAfterInspection])).toEqual([
    ['雨刮片老化', true],
    [expect.any(String), false],
  ])
  expect(lines[1]?.labourFen).toBeGreaterThan(0)
  expect((await foundAtCar(adviser, { orderId })).filter((one) => one.jobId)).toHaveLength(2)
  await removeJob(adviser, { jobId })
  await takeFound(adviser, take)
})

test('two advisers take the same finding at the same time: one line', async () => {
  const here = await aDealership()
  const { adviser, orderId } = await anOrderWithFindings(here)
  const take = { orderId, key: 'light:abs', title: 'ABS' }
  const answers = await Promise.allSettled([
    takeFound(adviser, take),
    takeFound(here.as('A2'), take),
    takeFound(adviser, take),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await here.inside((tx) => tx.job.count({ where: { orderId, foundKey: 'light:abs' } }))).toBe(1)
})

test('S2-38 that existing problems and the history were looked at is part of the signed record, with the history at hand', async () => {
  const here = await aDealership()
  const { adviser, visitId } = await anOrderWithFindings(here)
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record).toMatchObject({ historySeen: true, frozenAt: adviser.now })
  expect(await vehicleFile(adviser, { visitId })).toMatchObject({ orders: [], readings: [] })
})
