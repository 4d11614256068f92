import { expect, test } from 'vitest'
import { answerRequest } from '@/lib/appointments/server/answer-request'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { escalateRequest } from '@/lib/appointments/server/escalate-request'
import { makeRequest, publicRequest } from '@/lib/appointments/server/make-request'
import { requestCounts, requests } from '@/lib/appointments/server/requests'
import { hoursAfter, minutesAfter } from '@/lib/core/time'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { clockWork } from '@/lib/kpi/server/clock-work'
import { firstMeasures } from '@/lib/kpi/server/first-measures'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { aCall, at } from './support'

const asked = (over: Record<string, unknown> = {}) => ({
  text: '空调不制冷，什么时候可以来？',
  name: '刘洋',
  phone: aMobile(),
  plate: aPlate(),
  ...over,
})
const DESK = 'bookingReceptionist'
const rowOf = (given: GivenDealership, id: string) =>
  given.inside((tx) => tx.serviceRequest.findFirstOrThrow({ where: { id } }))
const events = (given: GivenDealership, name: string) =>
  given.inside((tx) => tx.event.findMany({ where: { name } }))

test('S1-26 X-COM-07 a request on any channel has to be answered within the hour', async () => {
  const given = await aDealership()
  const { id } = await makeRequest(given.asVisitor(), asked())
  expect(await rowOf(given, id)).toMatchObject({
    channel: 'online',
    receivedAt: given.now,
    dueAt: minutesAfter(given.now, 60),
  })
  const wechat = await makeRequest(given.as(DESK), asked({ channel: 'wechat' }))
  expect(await rowOf(given, wechat.id)).toMatchObject({ channel: 'wechat', createdById: given.staffId('B1') })
  await changeSetting(given.as('serviceManager'), { key: 'response.requestMinutes', text: '30' })
  const quick = await makeRequest(given.as(DESK), asked({ channel: 'phone' }))
  expect(quick.dueAt).toBe(minutesAfter(given.now, 30).toISOString())
  expect(await events(given, 'request.make')).toHaveLength(3)
})

test('S1-26 only opening hours count: what comes in the evening is due in the morning', async () => {
  const given = await aDealership()
  const ask = (time: string) => makeRequest(given.asVisitor({ now: new Date(at(time)) }), asked())
  expect((await ask('17:40')).dueAt).toBe(at('08:40', '2026-11-25'))
  expect((await ask('22:00')).dueAt).toBe(at('09:00', '2026-11-25'))
  expect((await ask('06:00')).dueAt).toBe(at('09:00'))
})

test('X-COM-07 an answer says who gave it, in time or not, and which booking came of it', async () => {
  const given = await aDealership()
  const desk = given.as(DESK)
  const first = await makeRequest(given.asVisitor(), asked())
  const second = await makeRequest(given.asVisitor(), asked())
  const { no } = await bookAppointment(desk, aCall())
  const later = given.as(DESK, { now: minutesAfter(given.now, 61) })
  expect(await answerRequest(desk, { requestId: first.id, outcome: 'booked', bookingNo: no })).toMatchObject({
    inTime: true,
  })
  expect(
    await answerRequest(later, { requestId: second.id, outcome: 'refused', note: '不做此车型' }),
  ).toMatchObject({ inTime: false })
  const { open, answered } = await requests(desk, {})
  expect(open).toEqual([])
  expect(answered.map(({ outcome }) => outcome)).toEqual(['refused', 'booked'])
  expect(answered[1]).toMatchObject({ appointment: { no }, answeredBy: { nameEn: 'Wu Yue' } })
})

test('an answer that makes no sense is refused, and so is a second one', async () => {
  const given = await aDealership()
  const { id: requestId } = await makeRequest(given.asVisitor(), asked())
  const desk = given.as(DESK)
  const answer = (over: Record<string, unknown>) => answerRequest(desk, { requestId, ...over })
  await expect(answer({ outcome: 'booked' })).rejects.toMatchObject({ code: 'request.booking-unknown' })
  await expect(answer({ outcome: 'booked', bookingNo: 'A0' })).rejects.toMatchObject({
    code: 'request.booking-unknown',
  })
  await expect(answer({ outcome: 'refused' })).rejects.toMatchObject({ code: 'request.reason-wanted' })
  await expect(answer({ outcome: 'maybe' })).rejects.toThrow()
  await expect(answer({ outcome: 'answered', note: '字'.repeat(501) })).rejects.toThrow()
  const two = await Promise.allSettled([answer({ outcome: 'answered' }), answer({ outcome: 'answered' })])
  expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(answer({ outcome: 'answered' })).rejects.toMatchObject({ code: 'request.answered-already' })
  const there = await aDealership()
  const foreign = await makeRequest(there.asVisitor(), asked())
  await expect(answerRequest(desk, { requestId: foreign.id, outcome: 'answered' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  for (const who of ['technician', 'partsClerk', 'greeter'])
    await expect(answerRequest(given.as(who), { requestId, outcome: 'answered' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    })
})

test('S1-26 what is late goes to the service managers once, whoever strikes the clock', async () => {
  const given = await aDealership()
  const manager = await given.inside((tx) => tx.staff.findFirstOrThrow({ where: { employeeNo: 'M1' } }))
  await given.inside((tx) =>
    tx.staff.updateMany({ where: { id: manager.id }, data: { phone: '13900001111' } }),
  )
  const late = await makeRequest(given.asVisitor(), asked())
  const answered = await makeRequest(given.asVisitor(), asked())
  await answerRequest(given.as(DESK), { requestId: answered.id, outcome: 'answered' })
  await clockWork(given.dealershipId, minutesAfter(given.now, 59))
  expect(await events(given, 'request.escalate')).toEqual([])
  const over = minutesAfter(given.now, 60)
  await Promise.allSettled([
    escalateRequest(given.asSystem({ now: over }), { requestId: late.id }),
    escalateRequest(given.asSystem({ now: over }), { requestId: late.id }),
  ])
  await clockWork(given.dealershipId, over)
  await clockWork(given.dealershipId, hoursAfter(over, 5))
  expect(await events(given, 'request.escalate')).toMatchObject([{ subjectId: late.id }])
  const sent = await given.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'request-overdue' } }),
  )
  expect(sent).toMatchObject([{ recipient: '13900001111' }])
  expect(await rowOf(given, late.id)).toMatchObject({ escalatedAt: over })
  const counts = await requestCounts(given.as(DESK, { now: over }), {})
  expect(counts).toEqual({ open: 1, late: 1 })
  await expect(escalateRequest(given.as('serviceManager'), { requestId: late.id })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('X-KPI-07 the share of requests answered in time counts what is over and nothing that still has time', async () => {
  const given = await aDealership()
  const make = () => makeRequest(given.asVisitor(), asked())
  const [inTime, tooLate] = [await make(), await make()]
  await make()
  await answerRequest(given.as(DESK), { requestId: inTime.id, outcome: 'answered' })
  const answeredAt = async (now: Date) =>
    (await firstMeasures(given.as('serviceManager', { now }), {})).measures.find(
      ({ key }) => key === 'answered',
    )
  expect(await answeredAt(given.now)).toMatchObject({ good: 1, all: 1, shareBp: 10_000 })
  const late = minutesAfter(given.now, 90)
  await answerRequest(given.as(DESK, { now: late }), { requestId: tooLate.id, outcome: 'answered' })
  expect(await answeredAt(late)).toMatchObject({ good: 1, all: 3, shareBp: 3333 })
})

test('a request that is too long, empty or without a telephone is refused; letters of four bytes are kept', async () => {
  const given = await aDealership()
  const visitor = given.asVisitor()
  for (const over of [
    { text: '' },
    { text: '   ' },
    { text: '字'.repeat(1001) },
    { text: 'x'.repeat(10_000) },
    { name: '' },
    { name: 'n'.repeat(61) },
    { phone: '110' },
    { phone: 'abc' },
    { plate: '不是车牌' },
    { channel: 'pigeon' },
  ])
    await expect(makeRequest(visitor, asked(over)), JSON.stringify(over).slice(0, 40)).rejects.toThrow()
  const { id } = await makeRequest(visitor, asked({ text: '异响🚗𠮷', name: '𠮷田' }))
  expect(await rowOf(given, id)).toMatchObject({ text: '异响🚗𠮷', name: '𠮷田' })
})

test('a visitor asks a few times an hour, and a form that is sent twice is one request', async () => {
  const given = await aDealership()
  const phone = aMobile()
  const from = (address: string, over = {}) => ({ ...given.asVisitor(over), address })
  const keyed = { idempotencyKey: 'ask-once-0001' }
  const form = asked({ phone })
  const one = await publicRequest(from('203.0.113.7', keyed), form)
  const again = await publicRequest(from('203.0.113.7', keyed), form)
  expect(again.id).toBe(one.id)
  expect(await given.inside((tx) => tx.serviceRequest.count())).toBe(1)
  await publicRequest(from('203.0.113.8'), asked({ phone }))
  await expect(publicRequest(from('203.0.113.9'), asked({ phone }))).rejects.toMatchObject({
    code: 'auth.too-many-requests',
  })
  await expect(publicRequest({ ...given.as('technician'), address: '' }, asked())).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})
