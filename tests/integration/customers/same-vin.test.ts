import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { aCall, aProvenPhone, at } from '../appointments/support'

test('S1-27 a VIN belongs to one car: staff are told which; a visitor’s own claim is left aside', async () => {
  const given = await aDealership()
  const theirs = await aCustomerWithCar(given)
  const mine = await aCustomerWithCar(given)
  await given.inside((tx) => tx.vehicle.updateMany({ where: { id: mine.vehicle.id }, data: { vin: null } }))
  const vin = theirs.vehicle.vin!
  const call = aCall({ plate: mine.vehicle.plate, vin })
  await expect(bookAppointment(given.as('bookingReceptionist'), call)).rejects.toMatchObject({
    code: 'customer.other-car-has-vin',
    facts: { plate: theirs.vehicle.plate },
  })
  const { phone, proof } = await aProvenPhone(given)
  await bookAppointment(given.asVisitor(), { ...call, phone, proof, startsAt: at('11:00') })
  expect(
    await given.inside((tx) => tx.vehicle.findFirst({ where: { plate: mine.vehicle.plate } })),
  ).toMatchObject({ vin: null })
})
