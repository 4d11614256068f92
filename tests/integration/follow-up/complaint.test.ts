import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { advanceComplaint } from '@/lib/follow-up/server/advance-complaint'
import { complaint, complaints } from '@/lib/follow-up/server/complaints'
import { openComplaint } from '@/lib/follow-up/server/open-complaint'
import { complaintFlow, type ComplaintAction, type ComplaintStatus } from '@/lib/follow-up/complaint'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'

async function aComplaint(given: GivenDealership) {
  const { customer, vehicle } = await aCustomerWithCar(given)
  const about = {
    customerId: customer.id,
    vehicleId: vehicle.id,
    type: 'attitude',
    channel: 'phone',
    problem: '等待太久',
  }
  const { complaintId } = await openComplaint(given.as('A1'), about)
  return { complaintId, customer, vehicle, about }
}

const FIELDS: Record<ComplaintAction, object> = {
  takeOver: { problem: '等待两小时无人告知', expectation: '道歉', type: 'attitude' },
  analyse: { analysis: '派工后未告知客户' },
  propose: { plan: '当面道歉并赠券', compensationKind: 'voucher', compensationFen: 5000 },
  agree: { customerAnswer: '同意' },
  refuse: { customerAnswer: '不够' },
  execute: {},
  verify: { satisfactionAfter: 'basicallySatisfied' },
  review: { rootCause: 'process', measures: '每 45 分钟告知进度' },
  file: {},
  close: {},
  reopen: { problem: '又发生了' },
}
const step = (given: GivenDealership, complaintId: string, action: ComplaintAction, over: object = {}) =>
  advanceComplaint(given.as('M1'), { complaintId, action, ...FIELDS[action], ...over })

const WAY: ComplaintAction[] = [
  'takeOver',
  'analyse',
  'propose',
  'refuse',
  'propose',
  'agree',
  'execute',
  'verify',
  'review',
  'file',
  'close',
  'reopen',
  'takeOver',
]

test('X-CMP-01 X-CMP-03 X-CMP-04 X-CMP-16 a complaint is recorded with both clocks and shown with the one that runs', async () => {
  const given = await aDealership()
  const { complaintId } = await aComplaint(given)
  const later = new Date(given.now.getTime() + 20 * 60_000)
  const { rows, open } = await complaints(given.as('M1', { now: later }), {})
  expect(open).toBe(1)
  expect(rows).toMatchObject([
    { id: complaintId, problem: '等待太久', channel: 'phone', clock: { clock: 'takeover', minutesLeft: -5 } },
  ])
  await step(given, complaintId, 'takeOver')
  expect((await complaint(given.as('M1', { now: later }), { complaintId })).clock).toMatchObject({
    clock: 'firstPlan',
    minutesLeft: 100,
  })
})

test('X-CMP-04 X-CMP-06 X-CMP-10 X-CMP-11 X-CMP-12 a complaint walks its whole way, each step with what it needs', async () => {
  const given = await aDealership()
  const { complaintId } = await aComplaint(given)
  for (const action of WAY) await step(given, complaintId, action)
  const found = await complaint(given.as('M1'), { complaintId })
  expect(found).toMatchObject({
    status: 'takenOver',
    rootCause: 'process',
    measures: '每 45 分钟告知进度',
    satisfactionAfter: 'basicallySatisfied',
    compensationFen: 5000,
  })
  expect(found.steps.map(({ action }) => action)).toEqual(WAY)
  expect(found.takenOverBy?.name).toBe('蒋经理')
})

test('every step that is not allowed from where the complaint stands is refused', async () => {
  const given = await aDealership()
  const { complaintId } = await aComplaint(given)
  const actions = Object.keys(FIELDS) as ComplaintAction[]
  let status: ComplaintStatus = 'received'
  for (const next of WAY.slice(0, 11)) {
    for (const action of actions.filter((one) => !complaintFlow.may(status, one)))
      await expect(step(given, complaintId, action)).rejects.toMatchObject({ code: 'status.not-from-here' })
    status = (await step(given, complaintId, next)).status
  }
})

test.each([
  ['takeOver', { problem: ' ' }], ['takeOver', { expectation: '' }], ['analyse', { analysis: '' }], ['propose', { plan: '' }],
  ['refuse', { customerAnswer: '' }], ['verify', { satisfactionAfter: '' }], ['review', { measures: '' }], ['review', { rootCause: '' }],
] as [ComplaintAction, object][])('X-CMP-03 %s without %o is not accepted', async (action, over) => {
  const given = await aDealership()
  await expect(step(given, randomUUID(), action, over)).rejects.toMatchObject({ name: 'ZodError' })
}) // prettier-ignore

test('X-CMP-20 a compensation above the limit is the service director’s word', async () => {
  const given = await aDealership()
  const { complaintId } = await aComplaint(given)
  for (const action of ['takeOver', 'analyse'] as const) await step(given, complaintId, action)
  const much = { compensationFen: 50_001 }
  await expect(step(given, complaintId, 'propose', much)).rejects.toMatchObject({
    code: 'complaint.compensation-above-limit',
    facts: { limitFen: 50_000 },
  })
  const manager = given.as('M1')
  const director = { ...manager, actor: { ...manager.actor, roles: ['serviceDirector' as const] } }
  expect(
    await advanceComplaint(director, { complaintId, action: 'propose', ...FIELDS.propose, ...much }),
  ).toMatchObject({ status: 'proposed' })
})

test('who may see, open and advance complaints', async () => {
  const given = await aDealership()
  const { complaintId, about } = await aComplaint(given)
  for (const role of ['serviceAdviser', 'customerRelations', 'foreman'])
    await expect(
      advanceComplaint(given.as(role), { complaintId, action: 'takeOver', ...FIELDS.takeOver }),
    ).rejects.toMatchObject({ code: 'auth.forbidden' })
  for (const role of ['technician', 'cashier']) {
    await expect(complaints(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(complaint(given.as(role), { complaintId })).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(openComplaint(given.as(role), about)).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
  await expect(complaint(given.as('M1'), { complaintId: randomUUID() })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(openComplaint(given.as('A1'), { problem: 'x' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('X-CMP-02 a customer complains by the own link about the own visit', async () => {
  const given = await aDealership()
  const { orderId, visitId, customer, vehicle } = await delivered(given)
  const foreign = await aCustomerWithCar(given)
  const own = given.asCustomer({ customerId: customer.id, visitId })
  const { complaintId } = await openComplaint(own, {
    orderId,
    problem: '车门有划痕',
    channel: 'store',
    type: 'property',
  })
  expect(await complaint(given.as('M1'), { complaintId })).toMatchObject({
    channel: 'online',
    orderId,
    type: 'property',
  })
  const stranger = given.asCustomer({ customerId: customer.id, visitId: randomUUID() })
  await openComplaint(own, { vehicleId: vehicle.id, problem: '漆面有划痕' })
  await expect(openComplaint(own, { vehicleId: foreign.vehicle.id, problem: 'x' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(openComplaint(stranger, { orderId, problem: 'x' })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('R42 two people note the same step of a complaint at once: one is kept, the other is told, and nothing is written over', async () => {
  const given = await aDealership()
  const { complaintId } = await aComplaint(given)
  await step(given, complaintId, 'takeOver')
  const notes = ['派工后未告知客户', '前台漏接电话']
  const settled = await Promise.allSettled(
    notes.map((analysis) => step(given, complaintId, 'analyse', { analysis })),
  )
  const [kept] = settled.flatMap(({ status }, position) => (status === 'fulfilled' ? [notes[position]] : []))
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await complaint(given.as('M1'), { complaintId })).toMatchObject({ analysis: kept })
  await expect(step(given, complaintId, 'analyse', { analysis: '晚到的记录' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  expect(await complaint(given.as('M1'), { complaintId })).toMatchObject({ analysis: kept })
})
