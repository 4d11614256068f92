import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { needsOf } from '@/lib/appointments/server/needs-of'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { proposalField } from '@/lib/appointments/proposals'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aCarDue } from '../reminders/given-cars'
import { aPastOrder, aRecall } from './given-past'
import { aCall, aProvenPhone, at } from './support'

const needs = ({ dealershipId, timeZone, now, inside }: GivenDealership, vehicleId: string) =>
  inside((tx) => needsOf(tx, { dealershipId, vehicleId, now, timeZone }))

test('S1-31 what a car is likely to need: recall, due service, work declined and not done since', async () => {
  const given = await aDealership()
  const car = await aCarDue(given)
  const recall = await aRecall(given, car)
  const jobs = [{ title: '刹车片', titleEn: 'Brake pads', status: 'declined' as const }]
  const { declinedId } = await aPastOrder(given, car, { hoursAgo: 24 * 20, jobs })
  const rule = { code: 'OIL', name: '机油机滤', nameEn: 'Oil and filter', everyMonths: 6 }
  await given.inside((tx) =>
    tx.maintenanceRule.create({ data: { dealershipId: given.dealershipId, ...rule } }),
  )
  await runReminders(given.dealershipId, given.now)
  const found = await needs(given, car.vehicle.id)
  expect(found.map(({ kind, reference }) => [kind, reference])).toEqual([
    ['recall', recall.id],
    ['due', 'service'],
    ['declined', declinedId],
  ])
  expect(found[0]).toMatchObject({ title: '安全气囊召回' })
  expect(found[1]).toMatchObject({ title: '机油机滤', titleEn: 'Oil and filter', on: '2026-12-03' })
  expect(found[2]).toMatchObject({ title: '刹车片', titleEn: 'Brake pads', on: '2026-11-03' })
  await aPastOrder(given, car, { hoursAgo: 24, jobs: [{ title: '刹车片' }] })
  expect((await needs(given, car.vehicle.id)).map(({ kind }) => kind)).not.toContain('declined')
})

test('S1-07 a check is proposed half a year after the last visit, not a day before', async () => {
  const given = await aDealership()
  const car = await aCustomerWithCar(given)
  expect(await needs(given, car.vehicle.id)).toEqual([])
  await aPastOrder(given, car, { hoursAgo: 24 * 183 })
  expect(await needs(given, car.vehicle.id)).toEqual([])
  const longAgo = await aCustomerWithCar(given, { name: '赵敏' })
  await aPastOrder(given, longAgo, { hoursAgo: 24 * 185 })
  expect(await needs(given, longAgo.vehicle.id)).toMatchObject([{ kind: 'other', reference: 'check' }])
})

test('S1-34 each proposal is kept with its answer and the words of the file, and a move takes them along', async () => {
  const given = await aDealership()
  const car = await aCustomerWithCar(given)
  const recall = await aRecall(given, car)
  const jobs = [
    { title: '刹车片', titleEn: 'Brake pads', status: 'declined' as const },
    { title: '雨刮器', status: 'declined' as const },
  ]
  await aPastOrder(given, car, { jobs })
  const open = await needs(given, car.vehicle.id)
  const [pads, wipers] = ['刹车片', '雨刮器'].map((title) => open.find((one) => one.title === title))
  if (!pads || !wipers) throw new Error('nothing declined')
  const by = given.as('bookingReceptionist')
  const { id } = await bookAppointment(
    by,
    aCall({
      customerId: car.customer.id,
      vehicleId: car.vehicle.id,
      proposals: [
        proposalField(pads, 'accepted'),
        { kind: 'declined', reference: wipers.reference, outcome: 'declined' },
        `recall:${recall.id}:proposed`,
        'due:service:accepted',
        `declined:${recall.id}:accepted`,
      ],
    }),
  )
  const kept = [
    { kind: 'declined', text: '刹车片', textEn: 'Brake pads', outcome: 'accepted' },
    { kind: 'declined', text: '雨刮器', outcome: 'declined' },
    { kind: 'recall', text: '安全气囊召回', outcome: 'proposed' },
  ]
  const shown = (await appointment(by, { id })).appointmentProposals
  expect(shown).toHaveLength(3)
  for (const one of kept) expect(shown).toContainEqual(expect.objectContaining(one))
  const moved = await rescheduleAppointment(by, {
    appointmentId: id,
    startsAt: at('14:00'),
    reason: 'noTime',
  })
  const after = (await appointment(by, { id: moved.id })).appointmentProposals
  expect(after.map(({ text, outcome }) => [text, outcome])).toEqual(
    shown.map(({ text, outcome }) => [text, outcome]),
  )
})

test('S1-34 a visitor who types the plate of somebody else learns and keeps nothing about that car', async () => {
  const given = await aDealership()
  const car = await aCustomerWithCar(given)
  const { declinedId } = await aPastOrder(given, car, { jobs: [{ title: '刹车片', status: 'declined' }] })
  const proposals = [`declined:${declinedId}:accepted`, 'other:check:accepted']
  const stranger = await aProvenPhone(given)
  const call = { name: '李四', wishes: ['异响'], plate: car.vehicle.plate, proposals }
  const { id } = await bookAppointment(given.asVisitor(), { ...call, ...stranger, startsAt: at('10:00') })
  expect((await appointment(given.as('serviceAdviser'), { id })).appointmentProposals).toEqual([])
  const later = new Date(given.now.getTime() + 1000)
  const second = await bookAppointment(
    { ...given.asVisitor(), now: later },
    { ...call, ...stranger, startsAt: at('10:00', '2026-11-26') },
  )
  const kept = async (id: string) =>
    (await appointment(given.as('serviceAdviser'), { id })).appointmentProposals
  expect(await kept(second.id)).toEqual([])
  const owner = await aProvenPhone(given, car.customer.phone)
  const own = await bookAppointment(
    { ...given.asVisitor(), now: later },
    { ...call, ...owner, startsAt: at('10:00', '2026-11-25') },
  )
  expect(await kept(own.id)).toMatchObject([
    { kind: 'declined', text: '刹车片', outcome: 'accepted' },
    { kind: 'other', reference: 'check', outcome: 'accepted' },
  ])
})
