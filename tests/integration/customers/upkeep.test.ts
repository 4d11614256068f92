import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { correctParticulars, correctVehicle } from '@/lib/customers/server/correct-particulars'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { carFile } from '@/lib/reminders/server/car-file'
import { keepConsent } from '@/lib/reminders/server/keep-consent'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aCustomerWithCar, aDealership } from '../../support/given'

import { wholeTimeline } from '../../support/full-file'

test('X-CRM-19 a consent is kept with version, way and proof; withdrawing ends reminders at once, also those that wait to be sent', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.vehicle.updateMany({
      where: { id: vehicle.id },
      data: { firstRegisteredOn: hoursAfter(now, -24 * 360), createdAt: hoursAfter(now, -24 * 360) },
    }),
  )
  await runReminders(dealershipId, now)
  const message = (template: string) => ({
    dealershipId, customerId: customer.id, recipient: customer.phone, channel: 'sms' as const, template, locale: 'zh-CN', facts: {},
    createdAt: now,
  }) // prettier-ignore
  await given.inside((tx) =>
    tx.outboxMessage.createMany({ data: ['reminder.service', 'visit-welcome'].map(message) }),
  )
  await given.inside((tx) =>
    tx.followUp.create({
      data: {
        dealershipId, kind: 'nextService', vehicleId: vehicle.id, customerId: customer.id, dueFrom: now, dueTo: now, createdAt: now,
      }, // prettier-ignore
    }),
  )
  const tasks = () => given.inside((tx) => tx.contactTask.findMany({ where: { vehicleId: vehicle.id } }))
  const waiting = () => given.inside((tx) => tx.outboxMessage.findMany({ orderBy: { template: 'asc' } }))
  expect(await tasks()).toMatchObject([{ status: 'open' }])
  const customerId = customer.id
  const said = { customerId, kind: 'marketing', channel: 'phone' }
  await keepConsent(given.as('R1'), { ...said, given: 'false' })
  expect(await tasks()).toMatchObject([{ status: 'optedOut' }])
  expect((await waiting()).map(({ template, status }) => [template, status])).toEqual([
    ['reminder.service', 'dropped'],
    ['visit-welcome', 'queued'],
  ])
  expect(await given.inside((tx) => tx.followUp.findMany())).toMatchObject([
    { status: 'skipped', reason: 'optedOut' },
  ])
  await expect(keepConsent(given.as('R1'), { ...said, given: 'true' })).rejects.toMatchObject({
    name: 'ZodError',
  })
  await keepConsent(
    { ...given.as('R1'), now: hoursAfter(now, 1) },
    { ...said, given: 'true', proof: '录音 15:20' },
  )
  const { consents } = await customerFile(given.as('A1'), { customerId })
  expect(consents).toMatchObject([
    { given: true, channel: 'phone', proof: '录音 15:20', textVersion: CONSENT_VERSIONS.marketing },
    { given: false, channel: 'phone', textVersion: CONSENT_VERSIONS.marketing },
  ])
  await expect(keepConsent(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(
    keepConsent((await aDealership()).as('R1'), { ...said, given: 'false' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('X-CRM-06 X-CRM-09 X-CRM-30 a stale file is corrected: name with its pinyin, contact person, birthday, a new number that nobody has proven, day of purchase', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const by = given.as('A1')
  const stale = { verifiedAt: given.now, phoneWrongAt: given.now }
  await given.inside((tx) => tx.customer.updateMany({ data: stale }))
  const said = { customerId: customer.id, name: '章伟民', contactPerson: '章太太', birthday: '1980-02-29' }
  await correctParticulars(by, said)
  const file = () => given.inside((tx) => tx.customer.findFirstOrThrow())
  expect(await file()).toMatchObject({ ...stale, phone: customer.phone, name: '章伟民', initials: 'zwm' })
  await correctParticulars(by, { ...said, phone: '13800001111' })
  expect(await file()).toMatchObject({ phone: '13800001111', verifiedAt: null, phoneWrongAt: null })
  const shown = await customerFile(by, { customerId: customer.id })
  expect(shown).toMatchObject({ contactPerson: '章太太', birthday: new Date('1980-02-29T00:00:00Z') })
  await correctVehicle(by, { vehicleId: vehicle.id, purchasedOn: '2024-05-01', modelYear: '2024' })
  expect(await carFile(by, { vehicleId: vehicle.id })).toMatchObject({
    purchasedOn: '2024-05-01',
    modelYear: 2024,
  })
  expect(
    (await wholeTimeline(given, { customerId: customer.id, kind: 'change' })).map(({ facts }) => facts.event),
  ).toEqual(['customer.correct', 'customer.correct'])
  const there = (await aDealership()).as('A1')
  await expect(correctParticulars(there, said)).rejects.toMatchObject({ code: 'common.not-found' })
  await expect(correctVehicle(there, { vehicleId: vehicle.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  for (const door of [correctParticulars, correctVehicle])
    await expect(door(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})
