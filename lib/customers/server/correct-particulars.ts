import 'server-only'
import * as z from 'zod'
import { day, id, optional, phone, requiredText, text } from '@/lib/core/fields'
import { pinyinOf } from '@/lib/core/pinyin'
import { Refusal } from '@/lib/core/refusal'
import { toDateColumn } from '@/lib/core/time'
import { command } from '@/lib/server/doors'

/**
 * Who a customer is, corrected when a contact shows that the file is stale (X-CRM-06): name, form of address, contact person, birthday
 * (X-CRM-30), and a new telephone, which nobody has proven yet; an empty telephone leaves the number as it is. Refuses
 * `common.not-found`.
 */
export const correctParticulars = command(
  'customer.correct',
  z.object({
    customerId: id,
    name: requiredText(60),
    formOfAddress: text(20).default(''),
    contactPerson: text(60).default(''),
    birthday: optional(day),
    phone: optional(phone),
  }),
  async ({ tx, actor: { dealershipId } }, { customerId, name, birthday, phone: number, ...rest }) => {
    const known = await tx.customer.findFirst({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      select: { phone: true },
    })
    if (!known) throw new Refusal('common.not-found')
    const newPhone = number && number !== known.phone
    await tx.customer.update({
      where: { dealershipId_id: { dealershipId, id: customerId } },
      data: {
        ...rest,
        name,
        ...pinyinOf(name),
        birthday: birthday ? toDateColumn(birthday) : null,
        ...(newPhone ? { phone: number, verifiedAt: null, phoneWrongAt: null } : {}),
      },
      select: { id: true },
    })
    return {
      result: { customerId },
      subject: { type: 'customer', id: customerId },
      facts: { newPhone: !!newPhone },
    }
  },
)

/** The day a car was bought, whose return is an occasion for care (X-CRM-30), its colour and model year. Refuses `common.not-found`. */
export const correctVehicle = command(
  'vehicle.correct',
  z.object({
    vehicleId: id,
    purchasedOn: optional(day),
    colour: text(20).default(''),
    modelYear: optional(z.coerce.number().int('whole').min(1950).max(2100)),
  }),
  async ({ tx, actor: { dealershipId } }, { vehicleId, purchasedOn, colour, modelYear }) => {
    const { count } = await tx.vehicle.updateMany({
      where: { dealershipId, id: vehicleId },
      data: {
        purchasedOn: purchasedOn ? toDateColumn(purchasedOn) : null,
        colour,
        modelYear: modelYear ?? null,
      },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { vehicleId }, subject: { type: 'vehicle', id: vehicleId } }
  },
)
