import { expect, test } from 'vitest'
import { hoursAfter, plusDays } from '@/lib/core/time'
import { contactCard } from '@/lib/reminders/server/contact-card'
import { contactPlans } from '@/lib/reminders/server/contact-figures'
import { issueScript, maintenanceRules, retireRule, saveRule } from '@/lib/reminders/server/maintenance-rules'
import { closeContactPlan, makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aDealership, TODAY } from '../../support/given'
import { aCarDue, ago, remindersOf, tasksOf } from './given-cars'

const plan = (over: object) => ({
  name: '冬季',
  class: 'due',
  channel: 'wechat',
  fromOn: TODAY,
  toOn: plusDays(TODAY, 30),
  target: '10',
  ...over,
})

test('S1-02 F01 a plan lends its channel, package and discount to the cars of its class, and shows target and result', async () => {
  const here = await aDealership()
  const by = here.as('customerRelations')
  const packageId = await here.inside(
    async (tx) => (await tx.servicePackage.findFirstOrThrow({ where: { code: 'B' } })).id,
  )
  const early = await aCarDue(here)
  await runReminders(here.dealershipId, here.now)
  const made = await makeContactPlan(by, plan({ packageId, discount: '15', ownerId: here.staffId('A2') }))
  expect(made.count).toBe(1)
  const later = await aCarDue(here)
  await runReminders(here.dealershipId, hoursAfter(here.now, 24))
  const offered = { planId: made.planId, packageId, discountBp: 8500 }
  expect(await tasksOf(here, early.vehicle.id)).toMatchObject([offered])
  expect(await tasksOf(here, later.vehicle.id)).toMatchObject([{ ...offered, ownerId: here.staffId('A2') }])
  expect((await remindersOf(here)).map(({ channel }) => channel)).toEqual(['sms', 'wechat'])
  const [task] = await tasksOf(here, later.vehicle.id)
  await recordContact(by, { taskId: task?.id, result: 'reached' })
  const card = await contactCard(by, { taskId: task?.id })
  expect(card.quote?.earlyFen).toBeLessThan(card.quote?.fen ?? 0)
  expect(await contactPlans(by, {})).toMatchObject([
    { name: '冬季', target: 10, listed: 2, contacted: 2, reached: 1, booked: 0, came: 0 },
  ])
})

test('S1-11 S1-12 a recall is filled from VINs and plates, and read out in the version in force', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const cars = [await aCarDue(here), await aCarDue(here), await aCarDue(here)]
  const listed = `${cars[0]?.vehicle.vin}\n${cars[1]?.vehicle.plate} , LFMXXXXXXXXXXXXXX`
  const recall = plan({ class: 'recall', source: 'manufacturer', scriptCode: 'R1', cars: listed })
  expect(await makeContactPlan(manager, recall)).toMatchObject({ count: 2 })
  const [task] = await tasksOf(here, cars[0]?.vehicle.id)
  const reached = { taskId: task?.id, result: 'reached' }
  await expect(recordContact(manager, reached)).rejects.toMatchObject({ code: 'reminder.script-wanted' })
  expect(await recordContact(manager, { ...reached, result: 'notReached' })).toMatchObject({ status: 'open' })
  const script = { code: 'R1', class: 'recall', title: '召回', text: '一字不改', issuer: 'manufacturer' }
  const first = await issueScript(manager, script)
  const second = await issueScript(manager, { ...script, text: '新的措辞' })
  expect([first.version, second.version]).toEqual([1, 2])
  await expect(recordContact(manager, { ...reached, scriptId: first.id })).rejects.toMatchObject({
    code: 'common.changed-meanwhile',
  })
  await recordContact(manager, { ...reached, scriptId: second.id })
  const card = await contactCard(manager, { taskId: task?.id })
  expect(card.script).toMatchObject({ version: 2, text: '新的措辞' })
  expect(card.contactAttempts[0]?.script).toEqual({ code: 'R1', version: 2 })
  const change = here.inside((tx) => tx.callScript.updateMany({ data: { text: '改' } }))
  await expect(change).rejects.toThrow(/append-only/)
})

test('X-CRM-26 a win-back takes the lost cars from their list and offers them something', async () => {
  const here = await aDealership()
  const lost = await aCarDue(here, { registeredOn: ago(700) })
  await runReminders(here.dealershipId, here.now)
  expect(await tasksOf(here)).toMatchObject([{ class: 'lost', listedAs: 'lost' }])
  const by = here.as('customerRelations')
  const { count } = await makeContactPlan(
    by,
    plan({ class: 'winBack', channel: 'phone', offer: '专属优惠券' }),
  )
  expect(count).toBe(1)
  expect(await tasksOf(here, lost.vehicle.id)).toMatchObject([
    { class: 'winBack', listedAs: 'lost', status: 'open' },
  ])
  await runReminders(here.dealershipId, hoursAfter(here.now, 24))
  expect(await tasksOf(here)).toMatchObject([{ class: 'winBack' }])
})

test('S1-23 a campaign takes all cars of a model, leaves out who said no, and ends with its plan', async () => {
  const here = await aDealership()
  const { dealershipId } = here
  const by = here.as('customerRelations')
  const [yes, no] = [await aCarDue(here), await aCarDue(here)]
  await here.inside((tx) =>
    tx.consent.create({
      data: {
        dealershipId,
        customerId: no.customer.id,
        kind: 'marketing',
        given: false,
        textVersion: '1',
        channel: 'phone',
        at: here.now,
      },
    }),
  )
  const campaign = plan({ class: 'campaign', modelPattern: '凯美瑞', source: 'event' })
  const { planId, count } = await makeContactPlan(by, campaign)
  expect(count).toBe(1)
  expect(await tasksOf(here)).toMatchObject([{ vehicleId: yes.vehicle.id, class: 'campaign', cycle: planId }])
  await closeContactPlan(by, { planId })
  expect(await tasksOf(here)).toMatchObject([{ status: 'closed', reason: 'planClosed' }])
  await expect(closeContactPlan(by, { planId })).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(makeContactPlan(by, plan({ class: 'campaign', cars: '沪X00000' }))).rejects.toMatchObject({
    code: 'contactPlan.no-cars',
  })
  await expect(makeContactPlan(by, plan({ toOn: ago(1) }))).rejects.toMatchObject({
    code: 'contactPlan.ends-before-start',
  })
  await expect(makeContactPlan(here.as('serviceAdviser'), plan({}))).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S1-08 the manufacturer’s plan is kept by item and model; what it says counts from the next night', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const rule = { code: 'A', name: '机油机滤', everyKm: '7500', modelPattern: '凯美瑞' }
  await expect(saveRule(manager, { ...rule, everyKm: '' })).rejects.toMatchObject({
    code: 'maintenanceRule.interval-wanted',
  })
  const { id } = await saveRule(manager, rule)
  await expect(saveRule(manager, rule)).rejects.toMatchObject({ code: 'maintenanceRule.already-there' })
  await saveRule(manager, { ...rule, id, everyMonths: '3' })
  const { vehicle } = await aCarDue(here, { registeredOn: ago(80) })
  await runReminders(here.dealershipId, here.now)
  expect(await tasksOf(here, vehicle.id)).toHaveLength(1)
  await retireRule(manager, { id })
  await expect(retireRule(manager, { id })).rejects.toMatchObject({ code: 'common.not-found' })
  expect((await maintenanceRules(manager, {})).rules).toEqual([])
  expect(await runReminders(here.dealershipId, hoursAfter(here.now, 24))).toMatchObject({ notDue: 1 })
  for (const door of [
    saveRule(here.as('serviceAdviser'), rule),
    issueScript(here.as('serviceAdviser'), {}),
    retireRule(here.as('serviceAdviser'), { id }),
    maintenanceRules(here.as('serviceAdviser'), {}),
  ])
    await expect(door).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-18 an offer lists the customers of a tier or with a label; a model narrows it further, a plate is listed in any case', async () => {
  const here = await aDealership()
  const by = here.as('customerRelations')
  const [vip, club, both, other] = [
    await aCarDue(here),
    await aCarDue(here),
    await aCarDue(here),
    await aCarDue(here),
  ]
  const know = (id: string, data: { tier?: 'vip' | 'existing'; labels?: string[] }) =>
    here.inside((tx) => tx.customer.updateMany({ where: { id }, data }))
  await know(vip.customer.id, { tier: 'vip' })
  await know(club.customer.id, { tier: 'existing', labels: ['Club', '老客户'] })
  await know(both.customer.id, { tier: 'vip', labels: ['club'] })
  await know(other.customer.id, { tier: 'existing' })
  const listed = async (over: object) => {
    const { planId } = await makeContactPlan(by, plan({ class: 'campaign', offer: '免费检查', ...over }))
    const tasks = (await tasksOf(here)).filter((task) => task.planId === planId)
    await closeContactPlan(by, { planId })
    return tasks.map(({ vehicleId }) => vehicleId).toSorted()
  }
  const cars = (...of: (typeof vip)[]) => of.map(({ vehicle }) => vehicle.id).toSorted()
  expect(await listed({ tiers: ['vip'] })).toEqual(cars(vip, both))
  expect(await listed({ label: 'CLUB' })).toEqual(cars(club, both))
  expect(await listed({ tiers: ['vip'], label: 'club' })).toEqual(cars(both))
  expect(await listed({ tiers: ['vip'], cars: other.vehicle.plate })).toEqual(cars(vip, both, other))
  const noSuch = plan({ class: 'campaign', tiers: ['vip'], modelPattern: '没有的车型' })
  await expect(makeContactPlan(by, noSuch)).rejects.toMatchObject({ code: 'contactPlan.no-cars' })
})
