import { expect, test } from 'vitest'
import { hoursAfter, instant, plusDays, toDateColumn } from '@/lib/core/time'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { giveGift } from '@/lib/reminders/server/give-gift'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, TODAY, ZONE, type GivenDealership } from '../../support/given'
import { aCarDue, ago, tasksOf } from './given-cars'

type Who = Parameters<typeof aCarDue>[1] & { delivered?: number; preferred?: 'phone' | 'sms' }

/** A customer whose car is far from its next service, and whose last visit ended some days ago. */
async function aCustomer(here: GivenDealership, { delivered, preferred = 'sms', ...who }: Who) {
  const made = await aCarDue(here, { registeredOn: ago(20), ...who })
  const { dealershipId } = here
  const customerId = made.customer.id
  await here.inside(async (tx) => {
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: customerId } },
      data: { preferredChannel: preferred, tierByHand: true },
    })
    if (delivered === undefined) return
    const at = hoursAfter(here.now, -24 * delivered)
    const vehicleId = made.vehicle.id
    const visit = await tx.visit.create({
      data: {
        dealershipId,
        no: `V${made.vehicle.plate}`,
        status: 'closed',
        vehicleId,
        senderId: customerId,
        adviserId: here.staffId('A2'),
        arrivedAt: at,
      },
    })
    await tx.repairOrder.create({
      data: {
        dealershipId,
        no: `R${made.vehicle.plate}`,
        type: 'generalRepair',
        status: 'closed',
        visitId: visit.id,
        vehicleId,
        customerId,
        createdAt: at,
        deliveredAt: at,
        paidAt: at,
      },
    })
  })
  return { ...made, customerId }
}

const night = (here: GivenDealership, day = TODAY) =>
  runReminders(here.dealershipId, instant(day, '03:23', ZONE))
const careOf = async (here: GivenDealership, vehicleId: string) =>
  (await tasksOf(here, vehicleId)).filter(({ listedAs }) => listedAs === 'care')
const messages = (here: GivenDealership) =>
  here.inside((tx) => tx.outboxMessage.findMany({ where: { template: 'reminder.care' } }))

test('a new customer is called three weeks after the first delivery, reminded of the next service, once', async () => {
  const here = await aDealership()
  const { vehicle } = await aCustomer(here, { tier: 'new', delivered: 22 })
  const early = await aCustomer(here, { tier: 'new', delivered: 10 })
  const long = await aCustomer(here, { tier: 'new', delivered: 60 })
  expect(await night(here)).toMatchObject({ care: 1 })
  expect(await careOf(here, vehicle.id)).toMatchObject([
    { class: 'care', cycle: 'first-month', status: 'open', ownerId: here.staffId('A2'), discountBp: 10_000 },
  ])
  expect(await careOf(here, early.vehicle.id)).toEqual([])
  expect(await careOf(here, long.vehicle.id)).toEqual([])
  const [task] = await careOf(here, vehicle.id)
  const by = here.as('customerRelations')
  expect((await contactCard(by, { taskId: task?.id })).care).toMatchObject({ kind: 'firstMonth' })
  expect(await recordContact(by, { taskId: task?.id, result: 'reached' })).toMatchObject({ status: 'closed' })
  expect(await night(here, plusDays(TODAY, 1))).toMatchObject({ care: 0 })
})

test('after the first month a new customer hears of the cycle alone', async () => {
  const here = await aDealership()
  const { vehicle } = await aCustomer(here, { tier: 'new', delivered: 40 })
  for (const days of [0, 30, 60]) await night(here, plusDays(TODAY, days))
  expect(await careOf(here, vehicle.id)).toEqual([])
})

test('X-CRM-16 an existing customer gets one word of care a quarter, in writing, and a call if that is preferred', async () => {
  const here = await aDealership()
  const written = await aCustomer(here, { tier: 'existing', delivered: 45 })
  const called = await aCustomer(here, { tier: 'existing', delivered: 45, preferred: 'phone' })
  const recent = await aCustomer(here, { tier: 'existing', delivered: 5 })
  const gone = await aCustomer(here, { tier: 'existing', delivered: 500 })
  expect(await night(here)).toMatchObject({ care: 2 })
  for (const days of [1, 2, 3]) await night(here, plusDays(TODAY, days))
  expect(await careOf(here, written.vehicle.id)).toMatchObject([
    { cycle: '2026-Q4', status: 'closed', reason: 'written' },
  ])
  expect(await messages(here)).toMatchObject([{ customerId: written.customerId }])
  expect(await careOf(here, called.vehicle.id)).toMatchObject([{ cycle: '2026-Q4', status: 'open' }])
  expect(await careOf(here, recent.vehicle.id)).toEqual([])
  expect(await careOf(here, gone.vehicle.id)).toEqual([])
  await night(here, '2027-01-05')
  expect((await careOf(here, called.vehicle.id)).map(({ cycle, status }) => [cycle, status])).toEqual([
    ['2026-Q4', 'closed'],
    ['2027-Q1', 'open'],
  ])
})

test('X-CRM-17 a VIP is contacted by a person once a month', async () => {
  const here = await aDealership()
  const { vehicle } = await aCustomer(here, { tier: 'vip' })
  await night(here)
  await night(here, plusDays(TODAY, 1))
  expect(await careOf(here, vehicle.id)).toMatchObject([
    { cycle: '2026-11', status: 'open', dueOn: toDateColumn('2026-11-30') },
  ])
  await night(here, '2026-12-01')
  expect(await careOf(here, vehicle.id)).toMatchObject([{ status: 'closed' }, { cycle: '2026-12' }])
  expect(await messages(here)).toEqual([])
})

test('X-CRM-18 a VIP gets good wishes before a festival, and a gift that is collected at the store once', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  await here.inside((tx) =>
    tx.setting.create({
      data: { dealershipId, key: 'tier.festivalGift', value: '车载香薰', changedAt: here.now },
    }),
  )
  const { vehicle } = await aCustomer(here, { tier: 'vip' })
  const regular = await aCustomer(here, { tier: 'existing' })
  await night(here, '2026-12-28')
  const [task] = await careOf(here, vehicle.id)
  expect(task).toMatchObject({ cycle: 'newYear-2027', gift: '车载香薰', dueOn: toDateColumn('2027-01-01') })
  expect(await careOf(here, regular.vehicle.id)).toEqual([])
  const by = here.as('serviceAdviser', { now: instant('2026-12-29', '10:00', ZONE) })
  expect((await contactCard(by, { taskId: task?.id })).care).toMatchObject({
    kind: 'festival',
    festival: 'newYear',
  })
  await giveGift(by, { taskId: task?.id })
  await expect(giveGift(by, { taskId: task?.id })).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(giveGift(here.as('technician'), { taskId: task?.id })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('X-CRM-19 care gives way: to a no, to another contact that is open, and to the limit of the tier', async () => {
  const here = await aDealership()
  const { dealershipId, now } = here
  const said = await aCustomer(here, { tier: 'vip' })
  const due = await aCustomer(here, { tier: 'vip', registeredOn: '2026-06-03' })
  const full = await aCustomer(here, { tier: 'vip' })
  await here.inside(async (tx) => {
    await tx.consent.create({
      data: {
        dealershipId,
        customerId: said.customerId,
        kind: 'marketing',
        given: false,
        textVersion: '1',
        channel: 'phone',
        at: now,
      },
    })
    for (const template of ['reminder.campaign', 'reminder.winBack'])
      await tx.outboxMessage.create({
        data: {
          dealershipId,
          customerId: full.customerId,
          recipient: full.customer.phone,
          channel: 'sms',
          template,
          locale: 'zh-CN',
          facts: {},
          createdAt: now,
        },
      })
  })
  expect(await night(here, plusDays(TODAY, 1))).toMatchObject({ care: 0, listed: 1 })
  expect(await tasksOf(here)).toMatchObject([{ class: 'due', vehicleId: due.vehicle.id }])
})
