import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { firstMeasures } from '@/lib/kpi/server/first-measures'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { KIT_PIECES } from '@/lib/reception/walk-around'
import { aDealership, aMobile, aPlate, type GivenDealership } from '../../support/given'
import { aCall, at, today } from '../appointments/support'
import { walkIn } from './given-visit'

const begin = async (here: GivenDealership, visitId: string, over = {}) => {
  await greetVisit(here.as('A1'), { visitId })
  await startInspection(here.as('A1'), { visitId, kitPieces: [...KIT_PIECES], ...over })
  const row = await here.inside((tx) => tx.visit.findFirstOrThrow({ where: { id: visitId } }))
  return row.bookingExplainedAt
}
const bookedLater = async (here: GivenDealership) =>
  (await firstMeasures(here.as('serviceManager'), {})).measures.find(({ key }) => key === 'walkInsBooked')

test('S1-89 a walk-in is told about booking, with a tick; a booked customer needs no telling', async () => {
  const here = await aDealership()
  const [told, untold] = [
    await arriveVisit(here.as('greeter'), walkIn()),
    await arriveVisit(here.as('greeter'), walkIn()),
  ]
  expect(await begin(here, told.visitId, { bookingExplained: 'on' })).toEqual(here.now)
  expect(await begin(here, untold.visitId)).toBeNull()
  const { id: appointmentId } = await bookAppointment(here.as('A1'), aCall({ startsAt: today('11:00') }))
  const booked = await arriveVisit(here.as('greeter'), { appointmentId })
  expect(await begin(here, booked.visitId, { bookingExplained: 'on' })).toBeNull()
})

test('S1-89 how many walk-ins booked later is counted; a booking that came before does not count', async () => {
  const here = await aDealership()
  const [first, second] = [
    { plate: aPlate(), phone: aMobile() },
    { plate: aPlate(), phone: aMobile() },
  ]
  for (const car of [first, second]) await arriveVisit(here.as('greeter'), walkIn(car))
  expect(await bookedLater(here)).toMatchObject({ good: 0, all: 2 })
  const later = here.as('A1', { now: new Date(here.now.getTime() + 3_600_000) })
  await bookAppointment(later, aCall({ ...first, name: '张伟', startsAt: at('10:00', '2026-11-25') }))
  expect(await bookedLater(here)).toMatchObject({ good: 1, all: 2, shareBp: 5000 })
})
