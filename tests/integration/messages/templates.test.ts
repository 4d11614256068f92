import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { LOCALES } from '@/lib/i18n/locales'
import { messageText, type MessageFacts } from '@/lib/i18n/messages'
import { acceptOrder } from '@/lib/quality/server/accept-order'
import { makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { writeMessage } from '@/lib/reminders/server/write-message'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'
import { aSentRequest } from '../../support/orders'
import { aPassedOrder } from '../../support/quality'
import { aSignedOrder } from '../../support/workshop'
import { tasksOf } from '../reminders/given-cars'

const sent = async (given: GivenDealership, template: string) => {
  const { facts } = await given.inside((tx) => tx.outboxMessage.findFirstOrThrow({ where: { template } }))
  return facts as MessageFacts
}
const wordsOf = (template: string, facts: MessageFacts) =>
  LOCALES.map((locale) => messageText(template, facts, locale) ?? '')

test('X-COM-10 X-COM-11 before the repair a message says fault, risk, plan and cost: what, why, what if not, how to go on', async () => {
  const given = await aDealership()
  await aSentRequest(given)
  const facts = await sent(given, 'additional-work-to-answer')
  const told = {
    what: '前制动片只剩 2 毫米',
    why: '低于 3 毫米的安全限值',
    whatIfNot: '制动距离变长，可能损伤制动盘',
    how: '更换前制动片并清洁卡钳',
  }
  expect(facts).toMatchObject({ ...told, totalFen: 109_800 })
  for (const words of wordsOf('additional-work-to-answer', facts))
    for (const part of [...Object.values(told), '1,098', String(facts.link)]) expect(words).toContain(part)
})

test('X-COM-13 after the repair a message says what is solved, what is advised, and when to call', async () => {
  const given = await aDealership()
  const { orderId } = await aPassedOrder(given)
  const { solved } = await given.inside(async (tx) => {
    const job = { dealershipId: given.dealershipId, orderId, position: 9, kind: 'operation' as const }
    const money = { minutes: 60, labourFen: 100 }
    await tx.job.create({ data: { ...job, ...money, title: '更换轮胎', status: 'declined' } })
    const done = await tx.job.findMany({
      where: { orderId, status: 'qcPassed' },
      orderBy: { position: 'asc' },
    })
    return { solved: done.map(({ title }) => title).join('、') }
  })
  await acceptOrder(given.as('serviceAdviser'), { orderId })
  await acceptOrder(given.as('T2'), { orderId })
  const facts = await sent(given, 'car-ready')
  expect(solved).not.toBe('')
  expect(facts).toMatchObject({ solved, advice: '更换轮胎' })
  const [zh, en] = ['zh-CN', 'en'].map((locale) => messageText('car-ready', facts, locale as 'en'))
  expect(zh).toContain(`已解决：${solved}。`)
  expect(zh).toContain('建议后续处理：更换轮胎。')
  expect(zh).toContain('如问题再次出现、故障灯亮起或有任何异常，请立即致电。')
  expect(en).toContain('Call us at once if it comes back')
})

test('X-COM-14 a reminder knows surname, model, months, kilometres, offer and adviser, by itself and written from the card', async () => {
  const given = await aDealership()
  const { dealershipId } = given
  const at = hoursAfter(given.now, -24 * 172)
  const delivered = { createdAt: at, deliveredAt: at, paidAt: at, status: 'closed' as const, type: 'maintenance' as const }
  const { customer, vehicle } = await aSignedOrder(given, { order: delivered, visit: { status: 'closed', arrivedAt: at } })
  await given.inside(async (tx) => {
    await tx.customer.updateMany({ where: { id: customer.id }, data: { name: '欧阳娜', formOfAddress: '女士', tier: 'existing' } })
    const reading = { dealershipId, vehicleId: vehicle.id, source: 'visit' as const }
    await tx.odometerReading.createMany({ data: [{ ...reading, km: 20_000, at }, { ...reading, km: 28_000, at: hoursAfter(given.now, -24 * 12) }] })
  })
  await makeContactPlan(given.as('customerRelations'), { name: '冬季关怀', class: 'due', channel: 'sms', fromOn: TODAY, toOn: '2026-12-31', target: 1, offer: '免费检测' })
  await runReminders(dealershipId, given.now)
  const facts = await sent(given, 'reminder.service')
  const known = { surname: '欧阳', model: '凯美瑞', months: 5, offer: '免费检测', adviser: '王顾问' }
  expect(facts).toMatchObject(known)
  expect(Number(facts.remainingKm)).toBeGreaterThan(0)
  const [zh, en] = ['zh-CN', 'en'].map((locale) => messageText('reminder.service', facts, locale as 'en'))
  expect(zh).toContain('您的凯美瑞距上次保养已 5 个月。')
  expect(zh).toContain('您的服务顾问：王顾问')
  expect(zh).toContain('免费检测。')
  expect(en).toContain('had its last service 5 months ago')

  const [task] = await tasksOf(given, vehicle.id)
  await writeMessage(given.as('customerRelations'), { taskId: task?.id, words: '周末也可以来' })
  expect(await sent(given, 'reminder.agreed')).toMatchObject(known)
}) // prettier-ignore
