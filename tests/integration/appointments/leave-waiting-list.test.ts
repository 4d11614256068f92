import { expect, test } from 'vitest'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { leaveWaitingList, ownWaiting } from '@/lib/appointments/server/leave-waiting-list'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { aProvenPhone } from './support'

const wish = (over: Record<string, unknown> = {}) => ({
  plate: aPlate(),
  name: '候补',
  phone: aMobile(),
  wishes: ['异响'],
  firstDay: '2026-11-24',
  lastDay: '2026-11-26',
  ...over,
})
const byVisitor = async (given: GivenDealership, over = {}) =>
  joinWaitingList(given.asVisitor(), wish({ ...(await aProvenPhone(given)), ...over }))
const message = (given: GivenDealership) =>
  given.inside((tx) => tx.outboxMessage.findFirstOrThrow({ where: { template: 'waiting-joined' } }))

test('who joins the waiting list is told how to leave it, and leaves it by the link alone', async () => {
  const given = await aDealership()
  const { id, token } = await byVisitor(given)
  const { facts } = await message(given)
  expect((facts as { link: string }).link).toBe(`/book/${given.code}/waiting/${token}`)
  expect(await ownWaiting(given.asVisitor(), { token })).toMatchObject({
    status: 'waiting',
    firstDay: '2026-11-24',
  })
  await leaveWaitingList(given.asVisitor(), { token })
  expect(await ownWaiting(given.asVisitor(), { token })).toMatchObject({ status: 'withdrawn' })
  await expect(leaveWaitingList(given.asVisitor(), { token })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  const events = await given.inside((tx) => tx.event.findMany({ where: { name: 'waiting.leave' } }))
  expect(events).toHaveLength(1)
  expect(JSON.stringify(events)).not.toContain(token)
  expect(id).toBeTruthy()
})

test('a link that was not made here opens nothing, nor does that of another dealership', async () => {
  const [given, there] = [await aDealership(), await aDealership()]
  const { id, token } = await byVisitor(given)
  const forged = [
    '',
    id,
    `${id}.`,
    `${id}.${'0'.repeat(43)}`,
    `${token}x`,
    'x'.repeat(200),
    `00000000-0000-7000-8000-000000000001.${token?.split('.')[1]}`,
    '🚗',
  ]
  for (const one of forged)
    for (const door of [ownWaiting, leaveWaitingList])
      await expect(door(given.asVisitor(), { token: one }), one).rejects.toMatchObject({
        code: 'common.not-found',
      })
  await expect(leaveWaitingList(there.asVisitor(), { token })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(leaveWaitingList(given.as('serviceManager'), { token })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(leaveWaitingList(given.asVisitor(), { token: 'x'.repeat(201) })).rejects.toThrow()
})

test('bad input of the waiting list is refused, and nothing half done stays', async () => {
  const given = await aDealership()
  const there = await aDealership()
  const foreign = await there.inside((tx) => tx.servicePackage.findFirstOrThrow())
  const desk = given.as('bookingReceptionist')
  const foreignAdviser = there.staffId('A1')
  const bad: [Record<string, unknown>, unknown][] = [
    [{ firstDay: '2026-11-26', lastDay: '2026-11-24' }, { code: 'waiting.days-out-of-order' }],
    [{ firstDay: '2026-11-01', lastDay: '2026-11-02' }, { code: 'waiting.days-out-of-order' }],
    [{ wishes: [], packageIds: [foreign.id] }, {}],
    [{ wishes: [], packageIds: [] }, { code: 'appointment.nothing-wanted' }],
    [{ adviserId: foreignAdviser }, { code: 'common.not-found' }],
    [{ firstDay: '2026-13-40' }, {}],
    [{ lastDay: 'tomorrow' }, {}],
    [{ wishes: ['字'.repeat(301)] }, {}],
    [{ wishes: Array<string>(11).fill('x') }, {}],
    [{ parts: ['night'] }, {}],
    [{ name: 'n'.repeat(61) }, {}],
    [{ phone: '-1' }, {}],
    [{ plate: '12345678901234567890' }, {}],
  ]
  for (const [over, refusal] of bad)
    await expect(joinWaitingList(desk, wish(over)), JSON.stringify(over).slice(0, 60)).rejects.toMatchObject(
      refusal as object,
    )
  expect(await given.inside((tx) => tx.waitingEntry.count())).toBe(0)
  expect(await given.inside((tx) => tx.outboxMessage.count())).toBe(0)
  await joinWaitingList(desk, wish({ wishes: ['𠮷🚗 异响'], name: '𠮷田' }))
  expect(await given.inside((tx) => tx.waitingEntry.findFirstOrThrow())).toMatchObject({
    wishes: ['𠮷🚗 异响'],
  })
})

test('a form of the waiting list that is sent twice makes one entry', async () => {
  const given = await aDealership()
  const desk = given.as('bookingReceptionist', { idempotencyKey: 'join-once-0001' })
  const form = wish()
  const both = await Promise.allSettled([joinWaitingList(desk, form), joinWaitingList(desk, form)])
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
  expect(await given.inside((tx) => tx.waitingEntry.count())).toBe(1)
})
