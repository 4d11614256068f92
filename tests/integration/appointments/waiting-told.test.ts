import sharp from 'sharp'
import { expect, test } from 'vitest'
import { acceptOffer } from '@/lib/appointments/server/answer-offer'
import { appointment } from '@/lib/appointments/server/appointment'
import { addFaultPhoto } from '@/lib/appointments/server/fault-photos'
import { joinWaitingList } from '@/lib/appointments/server/join-waiting-list'
import { leaveWaitingList } from '@/lib/appointments/server/leave-waiting-list'
import { offerNow } from '@/lib/appointments/server/offer-places'
import { waitingList } from '@/lib/appointments/server/waiting-list'
import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { tidyUp } from '@/lib/kpi/server/tidy-up'
import { storedFile } from '@/lib/reception/server/stored-file'
import { aDealership, aPlate, type GivenDealership } from '../../support/given'
import { aCall, aProvenPhone } from './support'

const DAY = '2026-11-24'
const fault = {
  what: ['noise'], when: ['braking'], frequency: ['often'], speed: ['upTo60'], road: ['wet'], warmth: ['cold'], sound: ['squeal'],
} // prettier-ignore
const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

/** A visitor with a fault, two photographs and a consent waits for a place. */
async function aWait(given: GivenDealership, over: Record<string, unknown> = {}) {
  const proven = await aProvenPhone(given)
  const visitor = given.asVisitor()
  const { fileId } = await addFaultPhoto(visitor, { ...proven, photo: await picture() })
  const joined = await joinWaitingList(visitor, {
    plate: aPlate(), name: '李娜', ...proven, wishes: ['刹车时有尖叫声'], concern: '刹车时有尖叫声', remarks: '周五前要用车', fault,
    photoIds: [fileId], waiting: 'leaves', consents: { service: CONSENT_VERSIONS.service, marketing: '' },
    firstDay: DAY, lastDay: DAY, ...over,
  }) // prettier-ignore
  return { ...joined, fileId }
}
const files = (given: GivenDealership) =>
  given.inside((tx) => tx.storedFile.findMany({ where: { kind: 'fault' } }))

test('S1-30 photographs, answers about a fault, way of coming and remarks of who waits are on the booking that is offered and taken', async () => {
  const given = await aDealership()
  const { id, fileId } = await aWait(given, { pickUp: true, pickUpAddress: '莘庄路 8 号' })
  const adviser = given.as('serviceAdviser')
  expect(await waitingList(adviser, {})).toMatchObject([
    { id, told: { concern: '刹车时有尖叫声', remarks: '周五前要用车', pickUp: true, loaner: false } },
  ])
  await expect(storedFile(adviser, { fileId })).rejects.toMatchObject({ code: 'common.not-found' })
  await tidyUp(given.dealershipId, new Date('2026-11-26T01:00:00Z'))
  expect(await files(given)).toHaveLength(1)
  const { appointmentId } = await offerNow(given.as('B1'), { waitingId: id })
  const { customerId } = await given.inside((tx) => tx.waitingEntry.findFirstOrThrow({ where: { id } }))
  await acceptOffer(given.asCustomer({ customerId, appointmentId }), { appointmentId })
  const found = await appointment(adviser, { id: appointmentId })
  expect(found).toMatchObject({
    status: 'confirmed', fault, photoIds: [fileId], concern: '刹车时有尖叫声', remarks: '周五前要用车', waiting: 'leaves',
    pickUp: true, pickUpAddress: '莘庄路 8 号',
  }) // prettier-ignore
  expect(found.driverTrips).toHaveLength(2)
  expect((await storedFile(adviser, { fileId })).mime).toBe('image/webp')
})

test('S1-30 consents and needs of who waits are in the file of the customer at once, with what the desk took down on the booking', async () => {
  const given = await aDealership()
  await aWait(given)
  expect(await given.inside((tx) => tx.consent.findMany())).toMatchObject([
    { kind: 'service', given: true, textVersion: CONSENT_VERSIONS.service },
  ])
  const { startsAt: _startsAt, readBack: _readBack, ...call } = aCall()
  const { id } = await joinWaitingList(given.as('B1'), {
    ...call, firstDay: DAY, lastDay: DAY, need: '想换新车', difficult: 'on', plan: '先试车', odometerKm: '52000', kind: 'active',
    callSeconds: '95', callSteps: ['ownName'],
  }) // prettier-ignore
  expect(await given.inside((tx) => tx.lead.findMany())).toMatchObject([
    { text: '想换新车', outcome: 'open' },
  ])
  const { appointmentId } = await offerNow(given.as('B1'), { waitingId: id })
  expect(await appointment(given.as('B1'), { id: appointmentId })).toMatchObject({
    difficult: true, plan: '先试车', odometerKm: 52_000, kind: 'active', callSeconds: 95, callSteps: ['ownName'], channel: 'phone',
  }) // prettier-ignore
})

test('who waits for a place with a loaner car is offered only a time at which one is free', async () => {
  const given = await aDealership()
  const { id } = await aWait(given, { loaner: true })
  await expect(offerNow(given.as('B1'), { waitingId: id })).rejects.toMatchObject({
    code: 'waiting.nothing-free',
  })
  for (const [key, text] of Object.entries({ 'loaner.plates': aPlate(), 'loaner.minRepairHours': '0' }))
    await changeSetting(given.as('serviceManager'), { key, text })
  const { appointmentId } = await offerNow(given.as('B1'), { waitingId: id })
  const found = await appointment(given.as('B1'), { id: appointmentId })
  expect(found.loanerStay).not.toBeNull()
})

test('photographs of a wait that is over go at night; a fetch from nowhere is refused', async () => {
  const given = await aDealership()
  const { token } = await aWait(given)
  await leaveWaitingList(given.asVisitor(), { token })
  await tidyUp(given.dealershipId, given.now)
  expect(await files(given)).toEqual([])
  await expect(aWait(given, { pickUp: true })).rejects.toMatchObject({ code: 'appointment.pick-up-address' })
})
