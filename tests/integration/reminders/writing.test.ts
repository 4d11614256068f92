import { expect, test } from 'vitest'
import { needsOf } from '@/lib/appointments/server/needs-of'
import { hoursAfter, instant } from '@/lib/core/time'
import { contactFigures } from '@/lib/reminders/server/contact-figures'
import { letters, recordLetters } from '@/lib/reminders/server/letters'
import { makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { reminderList } from '@/lib/reminders/server/reminder-list'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { takeOffLists } from '@/lib/reminders/server/stop-reminders'
import { writeMessage } from '@/lib/reminders/server/write-message'
import { aDealership, aMobile, TODAY, ZONE, type GivenDealership } from '../../support/given'
import { aCarDue, tasksOf } from './given-cars'

const told = (here: GivenDealership) =>
  here.inside((tx) => tx.outboxMessage.findMany({ orderBy: { id: 'asc' } }))
const attemptsOf = (here: GivenDealership) => here.inside((tx) => tx.contactAttempt.findMany({}))
const run = (here: GivenDealership, days = 0) =>
  runReminders(here.dealershipId, hoursAfter(here.now, 24 * days))
const sayNo = (here: GivenDealership, customerId: string) =>
  here.inside((tx) =>
    takeOffLists(tx, { dealershipId: here.dealershipId, customerId, channel: 'phone', now: here.now }),
  )

const plan = (here: GivenDealership, of: string, over: object = {}) =>
  makeContactPlan(here.as('customerRelations'), {
    name: '气囊召回',
    class: of,
    channel: 'sms',
    fromOn: TODAY,
    toOn: '2026-12-31',
    target: 5,
    offer: '免费检查',
    ...over,
  })

test.each([
  ['recall', '2026-10-01'],
  ['campaign', '2026-10-01'],
  ['overdue', '2026-05-01'],
  ['lost', '2022-01-01'],
  ['winBack', '2022-01-01'],
] as const)(
  'S1-02 S1-11 S1-18 a plan in writing for the list %s tells it in its own words, once',
  async (of, registeredOn) => {
    const here = await aDealership()
    const { vehicle } = await aCarDue(here, { registeredOn })
    await run(here)
    expect(await told(here)).toEqual([])
    await plan(here, of, { cars: vehicle.plate })
    expect(await run(here)).toMatchObject({ sent: 1 })
    expect(await run(here, 1)).toMatchObject({ sent: 0 })
    const [message, second] = await told(here)
    expect(second).toBeUndefined()
    expect(message?.template).toBe(`reminder.${of}`)
    expect(message?.facts).toMatchObject({
      plate: vehicle.plate,
      occasion: '气囊召回',
      offer: '免费检查',
      until: '2026-12-31',
    })
  },
)

test('X-CRM-19 C21 a recall is told in spite of a no and of the limit, and counts towards none', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCarDue(here, { registeredOn: '2026-10-01' })
  const { dealershipId } = here
  await sayNo(here, customer.id)
  await here.inside((tx) =>
    tx.outboxMessage.createMany({
      data: [1, 2, 3].map((nth) => ({
        dealershipId,
        customerId: customer.id,
        recipient: customer.phone,
        channel: 'sms' as const,
        template: `care.${nth}`,
        locale: 'zh-CN',
        facts: {},
        createdAt: here.now,
      })),
    }),
  )
  await plan(here, 'recall', { cars: vehicle.plate })
  await plan(here, 'campaign', { cars: vehicle.plate }).catch(() => undefined)
  expect(await run(here)).toMatchObject({ sent: 1, heldBack: 0 })
  expect((await told(here)).map(({ template }) => template)).toContain('reminder.recall')
})

test('what became overdue before it could be told is told then; what came to the list as overdue waits for a person', async () => {
  const here = await aDealership()
  const held = await aCarDue(here, { phone: aMobile() })
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: held.customer.id }, data: { phoneWrongAt: here.now } }),
  )
  await aCarDue(here, { registeredOn: '2026-05-01' })
  expect(await run(here)).toMatchObject({ sent: 0, listed: 2 })
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: held.customer.id }, data: { phoneWrongAt: null } }),
  )
  expect(await run(here, 11)).toMatchObject({ sent: 1 })
  expect(await told(here)).toMatchObject([{ template: 'reminder.overdue', customerId: held.customer.id }])
})

test('S1-90 S1-99 from the call card: the message of the list once in a cycle, own words whenever something was agreed', async () => {
  const here = await aDealership()
  const { vehicle } = await aCarDue(here, { registeredOn: '2026-05-01' })
  await run(here)
  const [task] = await tasksOf(here, vehicle.id)
  const by = here.as('serviceAdviser')
  const night = { ...by, now: instant(TODAY, '22:00', ZONE) }
  await writeMessage(night, { taskId: task?.id })
  await expect(writeMessage(by, { taskId: task?.id })).rejects.toMatchObject({
    code: 'reminder.already-written',
  })
  await writeMessage(by, { taskId: task?.id, words: '周二 10:00，北门' })
  const messages = await told(here)
  expect(messages.map(({ template }) => template)).toEqual(['reminder.overdue', 'reminder.agreed'])
  expect(messages[1]?.facts).toMatchObject({ words: '周二 10:00，北门' })
  expect(await attemptsOf(here)).toMatchObject([
    { written: true, channel: 'sms', reached: false },
    { written: true, summary: '周二 10:00，北门' },
  ])
  expect(await contactFigures(by, { days: 30 })).toMatchObject({ contacted: 0, written: 1 })
})

test('X-CRM-19 the message of the list is refused after a no, above the limit, to a wrong number and to a contact that ended', async () => {
  const here = await aDealership()
  const by = here.as('serviceAdviser')
  const [full, wrong] = [
    await aCarDue(here, { registeredOn: '2026-05-01' }),
    await aCarDue(here, { registeredOn: '2026-05-01' }),
  ]
  await run(here)
  await here.inside((tx) =>
    tx.setting.create({
      data: { dealershipId: here.dealershipId, key: 'tier.existingContacts', value: 0, changedAt: here.now },
    }),
  )
  const taskId = (await tasksOf(here, full.vehicle.id))[0]?.id
  await expect(writeMessage(by, { taskId })).rejects.toMatchObject({ code: 'reminder.too-many' })
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: wrong.customer.id }, data: { phoneWrongAt: here.now } }),
  )
  const other = (await tasksOf(here, wrong.vehicle.id))[0]?.id
  await expect(writeMessage(by, { taskId: other, words: 'x' })).rejects.toMatchObject({
    code: 'reminder.no-number',
  })
  await here.inside((tx) =>
    tx.consent.create({
      data: {
        dealershipId: here.dealershipId, customerId: full.customer.id, kind: 'marketing', given: false, textVersion: '2',
        channel: 'phone', at: here.now,
      },
    }),
  ) // prettier-ignore
  await expect(writeMessage(by, { taskId })).rejects.toMatchObject({ code: 'reminder.said-no' })
  await sayNo(here, full.customer.id)
  await expect(writeMessage(by, { taskId })).rejects.toMatchObject({ code: 'reminder.ended' })
  for (const door of [
    writeMessage(here.as('technician'), { taskId }),
    letters(here.as('technician'), { taskIds: [taskId] }),
  ])
    await expect(door).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-02 letters for chosen contacts, who has no address is named, and a sent letter is a try by letter', async () => {
  const here = await aDealership()
  const [a, b] = [
    await aCarDue(here, { registeredOn: '2026-05-01' }),
    await aCarDue(here, { registeredOn: '2026-05-01' }),
  ]
  await here.inside((tx) =>
    tx.customer.updateMany({ where: { id: a.customer.id }, data: { address: '上海市徐汇区 1 号' } }),
  )
  await run(here)
  const by = here.as('serviceAdviser')
  const ids = (await tasksOf(here)).map(({ id }) => id)
  const chosen = await letters(by, { taskIds: ids })
  expect(chosen.letters).toMatchObject([{ class: 'overdue', customer: { address: '上海市徐汇区 1 号' } }])
  expect(chosen.letters[0]?.url).toContain(`/book/${here.code}/car/`)
  expect(chosen.leftOut).toMatchObject([{ leftOut: 'noAddress', plate: b.vehicle.plate }])
  const taskIds = chosen.letters.map(({ taskId }) => taskId)
  expect(await recordLetters(by, { taskIds })).toEqual({ count: 1 })
  expect(await attemptsOf(here)).toMatchObject([{ channel: 'letter', written: true, taskId: taskIds[0] }])
  expect((await letters(by, { taskIds: ids })).letters).toEqual([])
  await expect(recordLetters(by, { taskIds })).rejects.toMatchObject({ code: 'reminder.ended' })
  await expect(recordLetters(by, { taskIds: [] })).rejects.toMatchObject({ name: 'ZodError' })
})

test('S1-18 each offer has its list of who is eligible, with who was told, and the car carries it to the booking', async () => {
  const here = await aDealership()
  const [a, b] = [
    await aCarDue(here, { registeredOn: '2026-10-01' }),
    await aCarDue(here, { registeredOn: '2026-10-01' }),
  ]
  const first = await plan(here, 'campaign', { name: '冬季检查', cars: a.vehicle.plate })
  const second = await plan(here, 'campaign', {
    name: '轮胎',
    cars: `${a.vehicle.plate} ${b.vehicle.plate}`,
    channel: 'phone',
  })
  await run(here)
  const by = here.as('serviceAdviser')
  const list = async (planId: string) =>
    (await reminderList(by, { class: 'campaign', plan: planId })).rows.map(({ vehicle, remindedAt }) => [
      vehicle.plate,
      remindedAt !== null,
    ])
  expect(await list(first.planId)).toEqual([[a.vehicle.plate, true]])
  expect((await list(second.planId)).sort()).toEqual(
    [
      [a.vehicle.plate, false],
      [b.vehicle.plate, false],
    ].sort(),
  )
  const { dealershipId } = here
  const needs = await here.inside((tx) =>
    needsOf(tx, { dealershipId, vehicleId: b.vehicle.id, now: here.now, timeZone: ZONE }),
  )
  expect(needs).toMatchObject([{ kind: 'package', title: '免费检查', packageId: null }])
})
