import { expect, test } from 'vitest'
import { keepReach } from '@/lib/customers/server/keep-reach'
import { setTier, settleTiers } from '@/lib/customers/server/settle-tiers'
import { hoursAfter } from '@/lib/core/time'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { systemContext } from '@/lib/server/system-context'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'

const file = (here: GivenDealership, id: string) =>
  here.inside((tx) =>
    tx.customer.findUniqueOrThrow({ where: { dealershipId_id: { dealershipId: here.dealershipId, id } } }),
  )

/** Visits so many days ago. */
const visits = (
  here: GivenDealership,
  made: Awaited<ReturnType<typeof aCustomerWithCar>>,
  ...ago: number[]
) =>
  here.inside((tx) =>
    tx.visit.createMany({
      data: ago.map((days) => ({
        dealershipId: here.dealershipId,
        no: `V${made.customer.id.slice(-6)}${days}`,
        status: 'closed' as const,
        vehicleId: made.vehicle.id,
        senderId: made.customer.id,
        ownerId: made.customer.id,
        arrivedAt: hoursAfter(here.now, -24 * days),
      })),
    }),
  )

test('S1-17 e-mail, WeChat and address are kept in the file, what is none is refused, and no event says them', async () => {
  const here = await aDealership()
  const { customer } = await aCustomerWithCar(here)
  const by = here.as('serviceAdviser')
  const given = { email: 'wang@example.cn', wechatOpenId: 'oA1_b-2', address: '上海市徐汇区 1 号' }
  await keepReach(by, { customerId: customer.id, ...given })
  expect(await file(here, customer.id)).toMatchObject(given)
  for (const wrong of [{ email: 'nobody' }, { wechatOpenId: 'a b' }])
    await expect(keepReach(by, { customerId: customer.id, ...wrong })).rejects.toMatchObject({
      name: 'ZodError',
    })
  const events = await here.inside((tx) => tx.event.findMany({ where: { name: 'customer.keepReach' } }))
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toMatch(/example|oA1|徐汇/)
  const other = await aDealership()
  await expect(
    keepReach(other.as('serviceAdviser'), { customerId: customer.id, ...given }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(keepReach(here.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('X-CRM-12 C25 a customer is new in the first months and before the second visit, then existing; the setting says how long', async () => {
  const here = await aDealership()
  const [early, once, twice, short] = [
    await aCustomerWithCar(here),
    await aCustomerWithCar(here),
    await aCustomerWithCar(here),
    await aCustomerWithCar(here),
  ]
  await visits(here, once, 800)
  await visits(here, twice, 400, 30)
  await visits(here, short, 200, 30)
  await runReminders(here.dealershipId, here.now)
  const tiers = async () =>
    Promise.all([early, once, twice, short].map(async ({ customer }) => (await file(here, customer.id)).tier))
  expect(await tiers()).toEqual(['new', 'new', 'existing', 'new'])
  await here.inside((tx) =>
    tx.setting.create({
      data: { dealershipId: here.dealershipId, key: 'tier.newMonths', value: 6, changedAt: here.now },
    }),
  )
  await runReminders(here.dealershipId, here.now)
  expect(await tiers()).toEqual(['new', 'new', 'existing', 'existing'])
})

test('X-CRM-12 a tier that was set by hand stays, until it is given back to the rule', async () => {
  const here = await aDealership()
  const made = await aCustomerWithCar(here)
  const customerId = made.customer.id
  await visits(here, made, 400, 30)
  const manager = here.as('serviceManager')
  await setTier(manager, { customerId, tier: 'new' })
  await settleTiers(systemContext(here.dealershipId, here.now), {})
  expect(await file(here, customerId)).toMatchObject({ tier: 'new', tierByHand: true })
  await setTier(manager, { customerId, tier: 'vip' })
  expect(await file(here, customerId)).toMatchObject({ tier: 'vip', tierByHand: true })
  await setTier(manager, { customerId, tier: 'rule' })
  expect(await file(here, customerId)).toMatchObject({ tier: 'existing', tierByHand: false })
  await expect(setTier(here.as('serviceAdviser'), { customerId, tier: 'vip' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(settleTiers(manager, {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(setTier(manager, { customerId: made.vehicle.id, tier: 'vip' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})
