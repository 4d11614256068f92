import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { instant, minutesAfter } from '@/lib/core/time'
import { aCustomerWithCar, TODAY, ZONE, type GivenDealership } from './given'

type GivenJob = Partial<Omit<Prisma.JobUncheckedCreateInput, 'dealershipId' | 'orderId'>> & {
  parts?: [no: string, quantity: number][]
}

export const at = (time: string, day = TODAY) => instant(day, time, ZONE)

/** A signed order with approved jobs, as rows: the state in which the workshop takes over. */
export async function aSignedOrder(
  given: GivenDealership,
  {
    jobs = [{}],
    order = {},
    visit = {},
    plate,
  }: {
    jobs?: GivenJob[]
    order?: Partial<Prisma.RepairOrderUncheckedCreateInput>
    visit?: Partial<Prisma.VisitUncheckedCreateInput>
    plate?: string
  } = {},
) {
  const { dealershipId, now } = given
  const { customer, vehicle } = await aCustomerWithCar(given, { plate })
  return given.inside(async (tx) => {
    const { id: visitId } = await tx.visit.create({
      data: {
        dealershipId,
        no: `V${randomUUID().slice(0, 8)}`,
        status: 'ordered',
        vehicleId: vehicle.id,
        senderId: customer.id,
        adviserId: given.staffId('A1'),
        arrivedAt: minutesAfter(now, -40),
        ...visit,
      },
    })
    const { id: orderId, no } = await tx.repairOrder.create({
      data: {
        dealershipId, no: `R${randomUUID().slice(0, 8)}`, status: 'queued', visitId, vehicleId: vehicle.id, customerId: customer.id,
        adviserId: given.staffId('A1'), promisedAt: order.promisedTo ?? at('12:00'), promisedTo: at('12:30'), voucherCode: '123456',
        authorisedAt: minutesAfter(now, -20), createdAt: minutesAfter(now, -30), ...order,
      },
    }) // prettier-ignore
    await tx.orderProblem.create({ data: { dealershipId, orderId, position: 1, text: '刹车有异响' } })
    const jobIds: string[] = []
    for (const [position, { parts = [], ...job }] of jobs.entries()) {
      const { id: jobId } = await tx.job.create({
        data: {
          dealershipId,
          orderId,
          position,
          kind: 'operation',
          title: '更换机油机滤',
          titleEn: 'Change engine oil',
          status: 'queued',
          minutes: 60,
          labourFen: 12_000,
          ...job,
        },
      })
      jobIds.push(jobId)
      for (const [partNo, quantity] of parts) {
        const part = await tx.part.findFirstOrThrow({ where: { no: partNo } })
        await tx.jobPart.create({
          data: {
            dealershipId,
            jobId,
            partId: part.id,
            name: part.name,
            nameEn: part.nameEn,
            quantityMilli: quantity * 1000,
            unitPriceFen: 1000,
          },
        })
      }
    }
    return { visitId, orderId, orderNo: no, jobIds, jobId: jobIds[0]!, customer, vehicle }
  })
}

export const partId = (given: GivenDealership, no: string) =>
  given.inside(async (tx) => (await tx.part.findFirstOrThrow({ where: { no } })).id)

export const bayId = (given: GivenDealership, nameEn: string) =>
  given.inside(async (tx) => (await tx.bay.findFirstOrThrow({ where: { nameEn } })).id)

/** Which outcomes came through, and the codes of those that were refused. */
export async function outcomes(attempts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(attempts)
  const codes = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code?: string }).code ?? String(one.reason)] : [],
  )
  return { passed: settled.length - codes.length, codes }
}
