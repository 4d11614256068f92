import 'server-only'
import * as z from 'zod'
import { id, optional, phone, plate, requiredText, text, vin } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { phoneFor, vinFor } from '../mask'
import { registerCustomerAndVehicle } from './register-customer'
import { standingCustomer } from './standing-customer'

const Paging = { cursor: optional(id), limit: z.coerce.number().int().min(1).max(100).default(25) }
const customer = {
  id: true,
  no: true,
  kind: true,
  name: true,
  formOfAddress: true,
  phone: true,
  tier: true,
  locale: true,
  createdAt: true,
} as const
const vehicle = {
  id: true,
  plate: true,
  vin: true,
  brand: true,
  model: true,
  fuel: true,
  modelYear: true,
  nextServiceOn: true,
  nextServiceKm: true,
  createdAt: true,
} as const

/** Customers in the order of their ids, one row more than asked; found by telephone when given. */
export const customerPages = query(
  'customer.read',
  z.object({ ...Paging, phone: optional(phone) }),
  async ({ tx, actor }, { cursor, limit, phone: number }) => {
    const rows = await tx.customer.findMany({
      where: {
        mergedIntoId: null,
        ...(cursor ? { id: { gt: cursor } } : {}),
        ...(number ? { phone: number } : {}),
      },
      select: customer,
      orderBy: { id: 'asc' },
      take: limit + 1,
    })
    return rows.map((row) => ({ ...row, phone: phoneFor(actor, row.phone) }))
  },
)

export const customerOne = query(
  'customer.read',
  z.object({ id }),
  async ({ tx, actor }, { id: customerId }) => {
    const { dealershipId } = actor
    const standing = await standingCustomer(tx, dealershipId, customerId)
    if (!standing) throw new Refusal('common.not-found')
    const found = await tx.customer.findUnique({
      where: { dealershipId_id: { dealershipId, id: standing } },
      select: {
        ...customer,
        vehicleParties: { where: { until: null }, select: { role: true, vehicle: { select: vehicle } } },
      },
    })
    if (!found) throw new Refusal('common.not-found')
    const { vehicleParties, ...rest } = found
    return {
      ...rest,
      phone: phoneFor(actor, rest.phone),
      vehicles: vehicleParties.map(({ role, vehicle: car }) => ({
        role,
        ...car,
        vin: vinFor(actor, car.vin),
      })),
    }
  },
)

/** Vehicles in the order of their ids, one row more than asked; found by plate or VIN when given. */
export const vehiclePages = query(
  'vehicle.read',
  z.object({ ...Paging, plate: optional(plate), vin: optional(vin) }),
  async ({ tx, actor }, { cursor, limit, plate: number, vin: code }) => {
    const rows = await tx.vehicle.findMany({
      where: {
        ...(cursor ? { id: { gt: cursor } } : {}),
        ...(number ? { plate: number } : {}),
        ...(code ? { vin: code } : {}),
      },
      select: vehicle,
      orderBy: { id: 'asc' },
      take: limit + 1,
    })
    return rows.map((row) => ({ ...row, vin: vinFor(actor, row.vin) }))
  },
)

export const vehicleOne = query(
  'vehicle.read',
  z.object({ id }),
  async ({ tx, actor }, { id: vehicleId }) => {
    const { dealershipId } = actor
    const found = await tx.vehicle.findUnique({
      where: { dealershipId_id: { dealershipId, id: vehicleId } },
      select: {
        ...vehicle,
        odometerReadings: { select: { km: true, at: true }, orderBy: { at: 'desc' }, take: 1 },
      },
    })
    if (!found) throw new Refusal('common.not-found')
    const { odometerReadings, ...rest } = found
    return { ...rest, vin: vinFor(actor, rest.vin), lastReading: odometerReadings[0] ?? null }
  },
)

/** Finds or registers a customer with a car by telephone and plate or VIN; what the file says already is kept. */
export const registerCustomer = command(
  'customer.register',
  z
    .object({
      name: requiredText(60),
      phone,
      formOfAddress: text(20).default(''),
      plate: optional(plate),
      vin: optional(vin),
      brand: text(60).default(''),
      model: text(60).default(''),
    })
    .refine((given) => given.plate ?? given.vin, { path: ['plate'], message: 'required' }),
  async ({ tx, actor, now }, given) => {
    const { dealershipId } = actor
    const made = await registerCustomerAndVehicle(tx, {
      ...given,
      dealershipId,
      now,
      source: actor.kind === 'integration' ? 'api' : 'store',
    })
    const facts = { newCustomer: made.newCustomer, newVehicle: made.newVehicle }
    return {
      result: { id: made.customerId, vehicleId: made.vehicleId, ...facts },
      subject: { type: 'customer', id: made.customerId },
      facts,
    }
  },
)
