import 'server-only'
import { plateKindOf } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { flush, later } from '@/lib/server/later'
import { numberOf } from '@/lib/server/numbers'
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
  model: string
  locale: string
  preferredAdviserId: string | null
  newCustomer: boolean
  newVehicle: boolean
}

type KnownCustomer = { id: string; formOfAddress: string; locale: string; preferredAdviserId: string | null }
type KnownVehicle = { id: string; plate: string; vin: string | null; brand: string; model: string }
type Party = { id: string; customerId: string; role: string }
type Known = {
  customer: KnownCustomer | null
  byPlate: KnownVehicle | null
  byVin: KnownVehicle | null
  parties: Party[] | null
  timeZone: string
  number: bigint
}

/**
 * The customer with this telephone and the car with this plate or VIN, made when they are not known yet.
 * What the files already say is kept: only empty fields are filled. The customer becomes owner of a car
 * that has none, else one who brings it.
 */
export async function registerCustomerAndVehicle(tx: Tx, given: Registering): Promise<Registered> {
  const registered = await fileCustomerAndVehicle(tx, given)
  await flush(tx)
  return registered
}

/** As `registerCustomerAndVehicle`; new files are written with the rows that wait (see `later`). */
export async function fileCustomerAndVehicle(tx: Tx, given: Registering): Promise<Registered> {
  const { dealershipId, phone, plate, vin } = given
  const [known] = await tx.$queryRaw<[Known]>`
    SELECT * FROM who_is_known(${dealershipId}::uuid, ${phone}::text, ${plate ?? null}::text, ${vin ?? null}::text)`
  const customer = await customerOf(tx, given, known)
  const vehicle = await vehicleOf(tx, given, known)
  await link(tx, given, customer.id, vehicle.id, known.parties ?? [])
  return {
    customerId: customer.id,
    vehicleId: vehicle.id,
    plate: vehicle.plate,
    model: vehicle.model,
    locale: customer.locale,
    preferredAdviserId: customer.preferredAdviserId,
    newCustomer: customer.made,
    newVehicle: vehicle.made,
  }
}

/** The customer with this telephone, made when nobody is known by it. */
export async function customerWithPhone(
  tx: Tx,
  given: Omit<Registering, 'plate' | 'vin' | 'brand' | 'model'>,
): Promise<{ id: string; made: boolean }> {
  const [known] = await tx.$queryRaw<[Known]>`
    SELECT * FROM who_is_known(${given.dealershipId}::uuid, ${given.phone}::text, NULL, NULL)`
  const { id, made } = await customerOf(tx, given, known)
  await flush(tx)
  return { id, made }
}

async function customerOf(
  tx: Tx,
  { dealershipId, now, name, phone, formOfAddress, ...more }: Registering,
  { customer: known, number, timeZone }: Known,
) {
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
    return { ...known, made: false }
  }
  const locale = more.locale ?? 'zh-CN'
  const id = await later(tx, 'Customer', [
    {
      dealershipId,
      no: numberOf('K', number, now, timeZone),
      name,
      ...pinyinOf(name),
      phone,
      formOfAddress: formOfAddress ?? '',
      locale,
      source: more.source ?? '',
      verifiedAt: more.phoneProven ? now : null,
      createdAt: now,
    },
  ])
  return { id, locale, preferredAdviserId: null, made: true }
}

async function vehicleOf(
  tx: Tx,
  { dealershipId, now, plate, vin, brand, model, phoneProven }: Registering,
  { byPlate, byVin }: Known,
) {
  const known = byPlate ?? byVin
  if (known) {
    const learned: { plate?: string; plateKind?: string; vin?: string; brand?: string; model?: string } = {
      ...(plate && known.plate === known.vin ? { plate, plateKind: plateKindOf(plate) } : {}),
      ...(vin && !known.vin ? { vin } : {}),
      ...(brand && !known.brand ? { brand } : {}),
      ...(model && !known.model ? { model } : {}),
    }
    if (learned.vin && byVin) {
      if (!phoneProven) throw new Refusal('customer.other-car-has-vin', { plate: byVin.plate })
      delete learned.vin
    }
    const kept = { id: known.id, model: known.model || (model ?? ''), made: false }
    if (Object.keys(learned).length === 0) return { ...kept, plate: known.plate }
    const { plate: written } = await tx.vehicle.update({
      where: { dealershipId_id: { dealershipId, id: known.id } },
      data: learned,
      select: { plate: true },
    })
    return { ...kept, plate: written }
  }
  const handle = plate ?? vin
  if (!handle) throw new Refusal('customer.plate-or-vin')
  const row = {
    dealershipId,
    plate: handle,
    plateKind: plate ? plateKindOf(plate) : ('none' as const),
    vin: vin ?? null,
    brand: brand ?? '',
    model: model ?? '',
    createdAt: now,
  }
  const id = await later(tx, 'Vehicle', [row])
  return { id, plate: handle, model: row.model, made: true }
}

async function link(
  tx: Tx,
  { dealershipId, now, phoneProven }: Registering,
  customerId: string,
  vehicleId: string,
  parties: readonly Party[],
) {
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
  await later(tx, 'VehicleParty', [{ dealershipId, vehicleId, customerId, role, since: now }])
}
