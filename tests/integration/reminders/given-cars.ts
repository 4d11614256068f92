import { plusDays, toDateColumn } from '@/lib/core/time'
import { aCustomerWithCar, TODAY, type GivenDealership } from '../../support/given'

type Over = {
  registeredOn?: string
  readings?: [ago: number, km: number][]
  name?: string
  tier?: 'new' | 'existing' | 'vip'
  phone?: string
}

/** The day so many days before the tests' today. */
export const ago = (days: number) => plusDays(TODAY, -days)

/** A car with its readings whose reminder counts from a day: by default due in ten days by time. */
export async function aCarDue(here: GivenDealership, over: Over = {}) {
  const { registeredOn = plusDays('2026-06-03', 0), readings = [], tier = 'existing', ...who } = over
  const made = await aCustomerWithCar(here, who)
  const { dealershipId } = here
  await here.inside(async (tx) => {
    await tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: made.vehicle.id } },
      data: { firstRegisteredOn: toDateColumn(registeredOn) },
    })
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: made.customer.id } },
      data: { tier },
    })
    for (const [days, km] of readings)
      await tx.odometerReading.create({
        data: {
          dealershipId,
          vehicleId: made.vehicle.id,
          km,
          at: new Date(here.now.getTime() - days * 86_400_000),
          source: 'visit',
        },
      })
  })
  return made
}

export const tasksOf = (here: GivenDealership, vehicleId?: string) =>
  here.inside((tx) =>
    tx.contactTask.findMany({
      where: { dealershipId: here.dealershipId, vehicleId },
      orderBy: { createdAt: 'asc' },
    }),
  )
export const remindersOf = (here: GivenDealership) =>
  here.inside((tx) =>
    tx.outboxMessage.findMany({ where: { template: 'reminder.service' }, orderBy: { id: 'asc' } }),
  )
export const dueOfCar = (here: GivenDealership, vehicleId: string) =>
  here.inside((tx) =>
    tx.vehicleDue.findUniqueOrThrow({
      where: { dealershipId_vehicleId: { dealershipId: here.dealershipId, vehicleId } },
    }),
  )
