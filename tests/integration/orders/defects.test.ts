import { expect, test } from 'vitest'
import { addJob } from '@/lib/orders/server/add-job'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderDefects } from '@/lib/orders/server/order-defects'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { presentOrder } from '@/lib/orders/server/present-order'
import { reviseOrder } from '@/lib/orders/server/revise-order'
import { aDealership } from '../../support/given'
import { agreeTerms, aDraftOrder, aPresentedOrder, packageId } from '../../support/orders'

test('S3-33 putting an order with omitted points before the customer counts each point once against its adviser', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, no } = await aDraftOrder(given, { ready: false })
  await aPresentedOrder(given)
  await estimateOrder(adviser, { orderId })
  const present = () => presentOrder(adviser, { orderId })
  await expect(present()).rejects.toMatchObject({ code: 'order.point-missing' })
  await expect(present()).rejects.toMatchObject({ code: 'order.point-missing' })
  const manager = given.as('serviceManager')
  const found = await orderDefects(manager, { days: 30 })
  expect(found).toMatchObject({
    each: 5,
    advisers: [{ adviserId: given.staffId('A1'), orders: 2, defective: 1, points: 5 }],
    weak: [
      { point: 'completionTime', orders: 1 },
      { point: 'oldParts', orders: 1 },
    ],
    listed: [{ orderId, no, points: ['completionTime', 'oldParts'] }],
  })
  const events = await given.inside((tx) => tx.event.findMany({ where: { name: 'order.defect' } }))
  expect(events).toMatchObject([{ subjectId: orderId, facts: { points: 'oldParts,completionTime' } }])
  expect((await orderAudit(adviser, { orderId })).omissions.sort()).toEqual(['completionTime', 'oldParts'])
  await agreeTerms(given, orderId)
  await presentOrder(adviser, { orderId }).catch(() => null)
  expect((await orderDefects(manager, { days: 7 })).listed).toHaveLength(1)
  for (const who of ['serviceAdviser', 'cashier', 'technician'])
    await expect(orderDefects(given.as(who), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('versions of an estimate are shown with what changed, to the adviser and to the customer', async () => {
  const given = await aDealership()
  const adviser = given.as('serviceAdviser')
  const { orderId, customer, visitId } = await aPresentedOrder(given)
  await reviseOrder(adviser, { orderId })
  await addJob(adviser, { orderId, packageId: await packageId(given, 'F') })
  await estimateOrder(adviser, { orderId })
  await presentOrder(adviser, { orderId })
  const [second, first] = (await orderDesk(adviser, { orderId })).estimates
  expect(first?.changes).toBeNull()
  expect(second?.changes).toMatchObject([{ change: 'added', fromFen: null, toFen: 90_000 }])
  const [shown] = await customerOrders(given.asCustomer({ customerId: customer.id, visitId }), {})
  expect(shown?.estimate?.changes).toEqual(second?.changes)
})
