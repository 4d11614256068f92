import * as z from 'zod'
import {
  customerOne,
  customerPages,
  registerCustomer,
  vehicleOne,
  vehiclePages,
} from '@/lib/customers/server/customer-pages'
import { day, endpoint, instant, page, pageOf, paging } from '../_kit/endpoint'

const Customer = z
  .object({
    id: z.uuid(),
    no: z.string(),
    kind: z.string(),
    name: z.string(),
    formOfAddress: z.string(),
    phone: z.string(),
    tier: z.string(),
    locale: z.string(),
    createdAt: instant,
  })
  .meta({ id: 'Customer' })
const Vehicle = z
  .object({
    id: z.uuid(),
    plate: z.string(),
    vin: z.string().nullable(),
    brand: z.string(),
    model: z.string(),
    fuel: z.string(),
    modelYear: z.int().nullable(),
    nextServiceOn: day.nullable(),
    nextServiceKm: z.int().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Vehicle' })
const NewCustomer = z
  .strictObject({
    name: z.string().min(1).max(60),
    phone: z.string().max(40),
    formOfAddress: z.string().max(20).optional(),
    plate: z.string().max(40).optional(),
    vin: z.string().max(60).optional(),
    brand: z.string().max(60).optional(),
    model: z.string().max(60).optional(),
  })
  .meta({ id: 'NewCustomer' })
const byId = z.object({ id: z.uuid() })

/** A day is kept as its midnight in UTC. */
const withDay = <Car extends { nextServiceOn: Date | null }>(car: Car) => ({
  ...car,
  nextServiceOn: car.nextServiceOn?.toISOString().slice(0, 10) ?? null,
})

export const customerEndpoints = [
  endpoint({
    method: 'get', path: '/customers', id: 'listCustomers', summary: 'Customers', scope: 'customers:read',
    query: z.object(paging), answer: pageOf(Customer),
    run: async (context, { query }) => page(await customerPages(context, query), query.limit),
  }), // prettier-ignore
  endpoint({
    method: 'post', path: '/customers', id: 'registerCustomer', summary: 'Finds or registers a customer with a car, by telephone and plate or VIN', scope: 'customers:write',
    body: NewCustomer, status: 201, answer: z.object({ id: z.uuid(), vehicleId: z.uuid(), newCustomer: z.boolean(), newVehicle: z.boolean() }),
    run: (context, { body }) => registerCustomer(context, body),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/customers/{id}', id: 'getCustomer', summary: 'One customer with cars', scope: 'customers:read',
    params: byId, answer: Customer.extend({ vehicles: z.array(Vehicle.extend({ role: z.string() })) }),
    run: async (context, { params }) => {
      const found = await customerOne(context, params)
      return { ...found, vehicles: found.vehicles.map(withDay) }
    },
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/vehicles', id: 'listVehicles', summary: 'Vehicles', scope: 'vehicles:read',
    query: z.object({ ...paging, plate: z.string().max(40).optional(), vin: z.string().max(60).optional() }), answer: pageOf(Vehicle),
    run: async (context, { query }) => page((await vehiclePages(context, query)).map(withDay), query.limit),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/vehicles/{id}', id: 'getVehicle', summary: 'One vehicle with its last reading', scope: 'vehicles:read',
    params: byId, answer: Vehicle.extend({ lastReading: z.object({ km: z.int(), at: instant }).nullable() }),
    run: async (context, { params }) => withDay(await vehicleOne(context, params)),
  }), // prettier-ignore
]
