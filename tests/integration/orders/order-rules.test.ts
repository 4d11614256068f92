import { expect, test } from 'vitest'
import { minutesAfter } from '@/lib/core/time'
import { orderAudit } from '@/lib/orders/server/order-audit'
import {
  draftOrderRules,
  orderRules,
  publishOrderRules,
  saveRulePoint,
} from '@/lib/orders/server/order-rules'
import { aDealership } from '../../support/given'
import { aDraftOrder } from '../../support/orders'

const vin = { text: '车架号须填写。', textEn: 'The VIN is entered.', auditPoint: 'vin' }
const wash = { text: '须询问洗车。', textEn: 'The wash is asked.', auditPoint: 'wash' }
const copies = { text: '客户联交客户。', textEn: 'The customer receives the copies.' }

test('S3-34 the rules are drafted, published by the service manager and then frozen; earlier versions stay readable', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  await expect(saveRulePoint(manager, vin)).rejects.toMatchObject({ code: 'orderRules.no-draft' })
  await draftOrderRules(manager, {})
  await expect(draftOrderRules(manager, {})).rejects.toMatchObject({ code: 'orderRules.draft-there' })
  await expect(publishOrderRules(manager, {})).rejects.toMatchObject({ code: 'orderRules.empty' })
  await saveRulePoint(manager, vin)
  await saveRulePoint(manager, wash)
  await saveRulePoint(manager, { ...copies, to: 1 })
  await expect(saveRulePoint(manager, { ...copies, auditPoint: 'wash' })).rejects.toMatchObject({
    code: 'orderRules.tied',
    facts: { no: 3 },
  })
  await expect(saveRulePoint(manager, { ...vin, no: 9 })).rejects.toMatchObject({ code: 'common.not-found' })
  await publishOrderRules(manager, {})
  await expect(publishOrderRules(manager, {})).rejects.toMatchObject({ code: 'orderRules.no-draft' })

  await draftOrderRules(manager, {})
  await saveRulePoint(manager, { ...copies, no: 1, remove: true })
  await saveRulePoint(manager, { ...vin, no: 1, textEn: 'All 17 characters of the VIN are entered.', to: 2 })
  const adviser = given.as('serviceAdviser')
  expect(await orderRules(adviser, {})).toMatchObject({
    shown: { version: 1 },
    versions: [
      { version: 2, publishedAt: null },
      { version: 1, publishedBy: { name: manager.actor.name } },
    ],
    points: [copies, vin, wash].map((point, at) => ({ no: at + 1, text: point.text })),
  })
  await publishOrderRules(manager, {})
  expect(await orderRules(adviser, {})).toMatchObject({
    shown: { version: 2 },
    points: [
      { no: 1, auditPoint: 'wash' },
      { no: 2, auditPoint: 'vin', textEn: 'All 17 characters of the VIN are entered.' },
    ],
  })
  expect((await orderRules(adviser, { version: 1 })).points).toHaveLength(3)
  await expect(orderRules(adviser, { version: 3 })).rejects.toMatchObject({ code: 'common.not-found' })

  for (const change of [
    () => given.inside((tx) => tx.orderRulePoint.updateMany({ data: { text: '改' } })),
    () => given.inside((tx) => tx.orderRulePoint.deleteMany({})),
    () =>
      given.inside((tx) =>
        tx.orderRulePoint.create({
          data: { dealershipId: given.dealershipId, version: 1, no: 9, text: '加', textEn: 'more' },
        }),
      ),
    () => given.inside((tx) => tx.orderRules.updateMany({ data: { publishedAt: null } })),
  ])
    // prettier-ignore
    await expect(change()).rejects.toThrow(/does not change/)
  for (const door of [draftOrderRules, saveRulePoint, publishOrderRules])
    await expect(door(adviser, vin)).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(orderRules(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  const other = await aDealership()
  expect(await orderRules(other.as('serviceManager'), {})).toMatchObject({
    versions: [],
    shown: null,
    points: [],
  })
})

test('S3-34 the checks of an order name their points in the version that was in force when the order was opened', async () => {
  const given = await aDealership()
  const manager = given.as('serviceManager')
  const adviser = given.as('serviceAdviser')
  const { orderId: before } = await aDraftOrder(given)
  expect((await orderAudit(adviser, { orderId: before })).rules).toBeNull()
  await draftOrderRules(manager, {})
  await saveRulePoint(manager, vin)
  expect((await orderAudit(adviser, { orderId: before })).rules).toBeNull()
  await publishOrderRules(manager, {})
  const { orderId } = await aDraftOrder(given)
  const first = { version: 1, points: { vin: 1 } }
  expect((await orderAudit(adviser, { orderId })).rules).toEqual(first)
  const later = { ...manager, now: minutesAfter(given.now, 5) }
  await draftOrderRules(later, {})
  await saveRulePoint(later, { ...wash, to: 1 })
  await publishOrderRules(later, {})
  expect((await orderAudit(adviser, { orderId })).rules).toEqual(first)
})
