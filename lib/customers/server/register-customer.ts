import 'server-only'
import { plateKindOf } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { nextNumber } from '@/lib/server/numbers'
import { pinyinOf } from '@/lib/core/pinyin'

export type Registering = {
  dealershipId: string
  now: Date
  plate?: string
  vin?: string
  name: string
  phone: string
  brand?: string
  model?: string
  formOfAddress?: string
  locale?: string
  /** Where the customer came from: online, phone, store, api, import. */
  source?: string
  /** The customer has just proven to own the telephone number. */
  phoneProven?: boolean
}

export type Registered = {
  customerId: string
  vehicleId: string
  plate: string
  newCustomer: boolean
  newVehicle: boolean
}

/**
 * The customer with this telephone and the car with this plate or VIN, made when they are not known yet.
 * What the files already say is kept: only empty fields are filled. The customer becomes owner of a car
 * that has none, else one who brings it.
 */
export async function registerCustomerAndVehicle(tx: Tx, given: Registering): Promise<Registered> {
  const { dealershipId, phone } = given
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${dealershipId}:${phone}`}::text, 0))::text`
  const customer = await customerOf(tx, given)
  const vehicle = await vehicleOf(tx, given)
  await link(tx, given, customer.id, vehicle.id)
  return {
    customerId: customer.id,
    vehicleId: vehicle.id,
    plate: vehicle.plate,
    newCustomer: customer.made,
    newVehicle: vehicle.made,
  }
}

async function customerOf(tx: Tx, { dealershipId, now, name, phone, formOfAddress, ...more }: Registering) {
  const known = await tx.customer.findFirst({
    where: { dealershipId, phone, mergedIntoId: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, formOfAddress: true, verifiedAt: true },
  })
  if (known) {
    const learned = {
      ...(formOfAddress && !known.formOfAddress ? { formOfAddress } : {}),
      ...(more.phoneProven ? { verifiedAt: now } : {}),
    }
    if (Object.keys(learned).length)
      await tx.customer.update({
        where: { dealershipId_id: { dealershipId, id: known.id } },
        data: learned,
        select: { id: true },
      })
    return { id: known.id, made: false }
  }
  const { timeZone } = await thisDealership(tx, dealershipId)
  const { id } = await tx.customer.create({
    data: {
      dealershipId,
      no: await nextNumber(tx, 'K', now, timeZone),
      name,
      ...pinyinOf(name),
      phone,
      formOfAddress: formOfAddress ?? '',
      locale: more.locale ?? 'zh-CN',
      source: more.source ?? '',
      verifiedAt: more.phoneProven ? now : null,
      createdAt: now,
    },
    select: { id: true },
  })
  return { id, made: true }
}

async function vehicleOf(tx: Tx, { dealershipId, now, plate, vin, brand, model, phoneProven }: Registering) {
  const known =
    (plate && (await tx.vehicle.findUnique({ where: { dealershipId_plate: { dealershipId, plate } } }))) ||
    (vin && (await tx.vehicle.findUnique({ where: { dealershipId_vin: { dealershipId, vin } } }))) ||
    null
  if (known) {
    const learned: { plate?: string; plateKind?: string; vin?: string; brand?: string; model?: string } = {
      ...(plate && known.plate === known.vin ? { plate, plateKind: plateKindOf(plate) } : {}),
      ...(vin && !known.vin ? { vin } : {}),
      ...(brand && !known.brand ? { brand } : {}),
      ...(model && !known.model ? { model } : {}),
    }
    const vinTaken =
      learned.vin &&
      (await tx.vehicle.findUnique({ where: { dealershipId_vin: { dealershipId, vin: learned.vin } } }))
    if (vinTaken && phoneProven) delete learned.vin
    else if (vinTaken) throw new Refusal('customer.other-car-has-vin', { plate: vinTaken.plate })
    if (Object.keys(learned).length === 0) return { id: known.id, plate: known.plate, made: false }
    const { plate: kept } = await tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: known.id } },
      data: learned,
      select: { plate: true },
    })
    return { id: known.id, plate: kept, made: false }
  }
  const handle = plate ?? vin
  if (!handle) throw new Refusal('customer.plate-or-vin')
  const { id } = await tx.vehicle.create({
    data: {
      dealershipId,
      plate: handle,
      plateKind: plate ? plateKindOf(plate) : 'none',
      vin: vin ?? null,
      brand: brand ?? '',
      model: model ?? '',
      createdAt: now,
    },
    select: { id: true },
  })
  return { id, plate: handle, made: true }
}

async function link(
  tx: Tx,
  { dealershipId, now, phoneProven }: Registering,
  customerId: string,
  vehicleId: string,
) {
  const parties = await tx.vehicleParty.findMany({
    where: { dealershipId, vehicleId, until: null },
    select: { id: true, customerId: true, role: true },
  })
  if (parties.some((party) => party.customerId === customerId)) return
  const role = parties.some((party) => party.role === 'owner') ? 'sender' : 'owner'
  const before = parties.find((party) => party.role === role)
  if (before && phoneProven) return
  if (before)
    await tx.vehicleParty.update({
      where: { dealershipId_id: { dealershipId, id: before.id } },
      data: { until: now },
      select: { id: true },
    })
  await tx.vehicleParty.create({
    data: { dealershipId, vehicleId, customerId, role, since: now },
    select: { id: true },
  })
}
