import 'server-only'
import * as z from 'zod'
import { may } from '@/lib/auth/permissions'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { maskedPhone, maskedVin } from '@/lib/customers/mask'
import { standingCustomer } from '@/lib/customers/server/standing-customer'
import { SOLD } from '@/lib/customers/transfer'
import { query } from '@/lib/server/doors'
import type { Tx } from '@/lib/server/db'

const STAFF = { select: { name: true, nameEn: true } } as const

/**
 * The file of one customer in three dimensions (form F37): who it is and which cars, what was done and paid, how the
 * customer behaves: channel, complaints, ratings. Telephones and VINs are masked (`revealPhone`, `revealVin`); no price for who may
 * not read orders (R5). A file that has become part of another answers as that one. Refuses with `common.not-found`.
 */
export const customerFile = query(
  'customer.read',
  z.object({ customerId: id }),
  async ({ tx, actor }, { customerId: asked }) => {
    const { dealershipId } = actor
    const standing = await standingCustomer(tx, dealershipId, asked)
    if (!standing) throw new Refusal('common.not-found')
    const customerId = standing
    const customer = await tx.customer.findUnique({
    where: { dealershipId_id: { dealershipId, id: customerId } },
    include: {
      preferredAdviser: STAFF,
      preferredTechnician: STAFF,
      customerNotes: { orderBy: { at: 'desc' }, take: 10, select: { id: true, topic: true, text: true, at: true } },
      consents: { orderBy: { at: 'desc' }, take: 20, select: { id: true, kind: true, given: true, channel: true, at: true, textVersion: true, proof: true } },
      leads: { where: { outcome: 'open' }, orderBy: { createdAt: 'desc' }, take: 20, select: { id: true, text: true, createdAt: true } },
      ratings: { orderBy: { at: 'desc' }, select: { id: true, satisfaction: true, adviserStars: true, technicianStars: true, text: true, at: true } },
      complaints: { orderBy: { receivedAt: 'desc' }, select: { id: true, no: true, status: true, type: true, problem: true, receivedAt: true } },
      vehicleParties: {
        where: { OR: [{ until: null }, { endReason: SOLD }] },
        select: {
          id: true, role: true, since: true, until: true, endReason: true,
          vehicle: {
            select: {
              id: true, plate: true, vin: true, brand: true, model: true, purchasedOn: true, nextServiceOn: true, nextServiceKm: true,
              odometerReadings: { orderBy: { at: 'desc' }, take: 1, select: { km: true } },
            },
          },
        },
      },
    },
  }) // prettier-ignore
    if (!customer) throw new Refusal('common.not-found')
    const orders = await ordersOf(tx, dealershipId, customerId)
    const { _sum } = await tx.settlementShare.aggregate({
      where: { dealershipId, customerId, settlement: { status: 'paid' } },
      _sum: { paidFen: true },
    })
    const visits = await tx.visit.count({ where: { dealershipId, senderId: customerId } })
    const priced = may(actor, 'order.read')
    const reached = may(actor, 'customer.keepReach')
    return {
      ...customer,
      phone: maskedPhone(customer.phone),
      phone2: maskedPhone(customer.phone2),
      email: reached ? customer.email : '',
      wechatOpenId: reached ? customer.wechatOpenId : '',
      address: reached ? customer.address : '',
      mayReveal: may(actor, 'customer.reveal'),
      sold: customer.vehicleParties.filter(({ endReason, role }) => endReason === SOLD && role === 'owner'),
      vehicleParties: customer.vehicleParties
        .filter(({ until }) => until === null)
        .map(({ vehicle, ...party }) => ({
          ...party,
          vehicle: { ...vehicle, vin: vehicle.vin && maskedVin(vehicle.vin) },
        })),
      orders: orders.map((order) => ({ ...order, settlement: priced ? order.settlement : null })),
      paidFen: priced ? (_sum.paidFen ?? 0) : null,
      visits,
    }
  },
)

const ordersOf = (tx: Tx, dealershipId: string, customerId: string) =>
  tx.repairOrder.findMany({
    where: { dealershipId, customerId, status: { notIn: ['cancelled'] } },
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: {
      id: true,
      no: true,
      status: true,
      createdAt: true,
      deliveredAt: true,
      vehicle: { select: { plate: true } },
      adviser: STAFF,
      settlement: { select: { totalFen: true, discountFen: true } },
      jobs: {
        where: { status: { notIn: ['cancelled'] } },
        orderBy: { position: 'asc' },
        select: {
          id: true,
          title: true,
          titleEn: true,
          status: true,
          jobParts: { select: { id: true, name: true, nameEn: true, quantityMilli: true } },
        },
      },
    },
  })
