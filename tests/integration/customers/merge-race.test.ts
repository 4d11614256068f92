import { expect, test } from 'vitest'
import { mergeCustomers } from '@/lib/customers/server/merge-customers'
import { aCustomerWithCar, aDealership } from '../../support/given'

function aSignal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => (give = resolve))
  return { give, given }
}

test('X-CRM-11 two people merge the same pair at once, in both directions: one does, the other is told', async () => {
  const given = await aDealership()
  const [a, b] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const outcomes = await Promise.allSettled([
    mergeCustomers(given.as('R1'), { oneId: a.customer.id, otherId: b.customer.id, keep: 'one' }),
    mergeCustomers(given.as('M1'), { oneId: a.customer.id, otherId: b.customer.id, keep: 'other' }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'customer.merged-already' })
})

test('X-CRM-11 what is written for a file while it is being merged waits for the merge and follows it', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const [kept, merged] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const [held, go] = [aSignal(), aSignal()]
  const merging = given.inside(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Customer" WHERE id IN (${kept.customer.id}::uuid, ${merged.customer.id}::uuid) FOR UPDATE`
    await tx.customer.updateMany({
      where: { id: merged.customer.id },
      data: { mergedIntoId: kept.customer.id },
    })
    held.give()
    await go.given
  })
  await held.given
  const writing = given.inside((tx) =>
    tx.lead.create({
      data: { dealershipId, customerId: merged.customer.id, text: '想换车', createdAt: now },
    }),
  )
  const waits = () =>
    given.inside(async (tx) => {
      const [row] = await tx.$queryRaw<
        { count: number }[]
      >`SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%Lead%'`
      return row?.count
    })
  await expect.poll(waits, { timeout: 5000 }).toBe(1)
  go.give()
  await merging
  expect(await writing).toMatchObject({ customerId: kept.customer.id })
})
