import { expect, test } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { aDealership, aPlate } from '../../support/given'
import { aCall, aProvenPhone, at, packageOf } from './support'

test('what a customer agreed to is kept once with the version of its text, and reminders only where they were wanted', async () => {
  const here = await aDealership()
  const proven = await aProvenPhone(here)
  const book = (over: object) =>
    bookAppointment(here.asVisitor(), {
      ...proven, plate: aPlate(), name: '李娜', wishes: ['检查'], startsAt: at('10:00'), ...over,
    }) // prettier-ignore
  const { service, marketing } = CONSENT_VERSIONS
  await book({ consents: { service, marketing: '' } })
  const kept = () => here.inside((tx) => tx.consent.findMany({ orderBy: { kind: 'asc' } }))
  expect(await kept()).toMatchObject([
    { kind: 'service', given: true, textVersion: service, channel: 'online' },
  ])
  await book({ consents: { service, marketing }, startsAt: at('11:00') })
  expect((await kept()).map(({ kind }) => kind)).toEqual(['marketing', 'service'])
  await bookAppointment(
    here.as('bookingReceptionist'),
    aCall({ consents: { service }, startsAt: at('14:00') }),
  )
  expect(await kept()).toHaveLength(2)
})

test('S1-83 the customer reads that the house is ready as soon as everything is prepared', async () => {
  const here = await aDealership()
  const desk = here.as('bookingReceptionist')
  const { id } = await bookAppointment(desk, aCall())
  const { customerId } = await appointment(desk, { id })
  const seen = async () =>
    (await appointment(here.asCustomer({ customerId, appointmentId: id }), { id })).status
  for (const kind of ['parts', 'people', 'bay']) {
    expect(await seen()).toBe('confirmed')
    await prepareAppointment(desk, { appointmentId: id, kind, done: 'on' })
  }
  expect(await seen()).toBe('ready')
})

test('S1-44 the confirmation says what to bring for the work that was booked', async () => {
  const here = await aDealership()
  const documents = async (over: Record<string, unknown>) => {
    const { id } = await bookAppointment(here.as('bookingReceptionist'), aCall(over))
    const message = await here.inside((tx) =>
      tx.outboxMessage.findFirstOrThrow({ where: { template: 'appointment-confirmed', appointmentId: id } }),
    )
    return (message.facts as { documents: string }).documents
  }
  expect(await documents({ packageIds: [await packageOf(here, 'A')], wishes: [] })).toBe(
    'vehicleLicence,serviceBooklet',
  )
  const body = await here.inside((tx) =>
    tx.labourOperation.findFirst({ where: { workClass: 'bodyRepair', disabledAt: null } }),
  )
  if (body)
    await here.inside((tx) =>
      tx.labourOperation.update({
        where: { dealershipId_id: { dealershipId: here.dealershipId, id: body.id } },
        data: { skill: 'general' },
      }),
    )
  expect(await documents({ operationIds: body ? [body.id] : [], startsAt: at('11:00') })).toContain(
    'insurance',
  )
})
