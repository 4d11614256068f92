import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { pinyinOf } from '@/lib/core/pinyin'
import { command } from '@/lib/server/doors'
import { ConfirmParticulars } from '../schemas'
import { visitRow } from './visit-row'

/** Customer and car as licence and booklet say, read again with the customer; stamps the day (S2-67, S2-68, S2-71). */
export const confirmParticulars = command(
  'reception.confirm',
  ConfirmParticulars,
  async ({ tx, actor, now }, input) => {
    const { dealershipId } = actor
    const {
      visitId,
      name,
      formOfAddress,
      phone,
      address,
      contactPerson,
      brand,
      model,
      vin,
      engineNo,
      colour,
      bodyKind,
    } = input
    const visit = await visitRow(tx, dealershipId, visitId)
    if (visit.record.frozenAt) throw new Refusal('reception.frozen')
    if (vin) {
      const other = await tx.vehicle.findUnique({
        where: { dealershipId_vin: { dealershipId, vin } },
        select: { id: true, plate: true },
      })
      if (other && other.id !== visit.vehicleId)
        throw new Refusal('customer.other-car-has-vin', { plate: other.plate })
    }
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: visit.senderId } },
      data: { name, ...pinyinOf(name), formOfAddress, phone, address, contactPerson, verifiedAt: now },
      select: { id: true },
    })
    await tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: visit.vehicleId } },
      data: { brand, model, ...(vin ? { vin } : {}), engineNo, colour, bodyKind },
      select: { id: true },
    })
    const facts = { customerId: visit.senderId, vehicleId: visit.vehicleId }
    return { result: { verifiedAt: now }, subject: { type: 'visit', id: visitId }, visitId, facts }
  },
)
