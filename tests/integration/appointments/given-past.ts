import { hoursAfter } from '@/lib/core/time'
import { type aCustomerWithCar, type GivenDealership } from '../../support/given'

type Car = Awaited<ReturnType<typeof aCustomerWithCar>>
type Job = { title: string; titleEn?: string; status?: 'done' | 'declined' }

let orders = 0

/** An order of a visit that ended so many hours ago, with its jobs and the mileage read at it. */
export const aPastOrder = (
  { dealershipId, inside, now }: GivenDealership,
  { vehicle, customer }: Car,
  { hoursAgo = 24 * 200, km = 30_000, jobs = [{ title: '小保养' }] as Job[] } = {},
) =>
  inside(async (tx) => {
    const at = hoursAfter(now, -hoursAgo)
    const which = { dealershipId, vehicleId: vehicle.id }
    const no = `${++orders}`
    const visit = await tx.visit.create({
      data: { ...which, no: `PV${no}`, status: 'closed', senderId: customer.id, arrivedAt: at },
    })
    await tx.odometerReading.create({ data: { ...which, km, at, source: 'visit', visitId: visit.id } })
    const order = await tx.repairOrder.create({
      data: { ...which, no: `PR${no}`, visitId: visit.id, customerId: customer.id, createdAt: at },
    })
    await tx.job.createMany({
      data: jobs.map(({ title, titleEn = '', status = 'done' }, position) => ({
        dealershipId,
        orderId: order.id,
        position,
        kind: 'operation' as const,
        title,
        titleEn,
        status,
        minutes: 60,
        labourFen: 100,
      })),
    })
    const declined = await tx.job.findFirst({ where: { orderId: order.id, status: 'declined' } })
    return { order, declinedId: declined?.id ?? '' }
  })

/** A recall the car is on the list of. */
export const aRecall = ({ dealershipId, inside, now }: GivenDealership, { vehicle, customer }: Car) =>
  inside(async (tx) => {
    const plan = await tx.contactPlan.create({
      data: {
        dealershipId,
        name: '安全气囊召回',
        class: 'recall',
        channel: 'phone',
        fromOn: now,
        toOn: now,
        target: 1,
        createdAt: now,
      },
    })
    return tx.contactTask.create({
      data: {
        dealershipId,
        class: 'recall',
        listedAs: 'recall',
        cycle: plan.id,
        vehicleId: vehicle.id,
        customerId: customer.id,
        planId: plan.id,
        discountBp: 10_000,
        dueOn: now,
        nextAt: now,
        createdAt: now,
      },
    })
  })
