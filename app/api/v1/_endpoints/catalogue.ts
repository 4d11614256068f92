import * as z from 'zod'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { menu } from '@/lib/catalogue/server/menu'
import { dealershipOne } from '@/lib/dealership/server/this-dealership'
import { day, endpoint, fen, instant, page, pageOf, paging } from '../_kit/endpoint'

const Dealership = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    brand: z.string(),
    phone: z.string(),
    address: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'Dealership' })
const Package = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    description: z.string(),
    minutes: z.int(),
    quickLane: z.boolean(),
    sameDay: z.boolean(),
    labourFen: fen,
    partsFen: fen,
  })
  .meta({ id: 'Package' })
const Slot = z
  .object({
    startsAt: instant,
    advisers: z.int().describe('Advisers who could receive the car'),
    readyFrom: instant.nullable().describe('Earliest time at which the car will probably be ready'),
    readyAt: instant.nullable().describe('Latest'),
    stay: z.boolean().describe('Whether it can be done while the customer waits'),
    rank: z.int().describe('1 is the time that loads the workshop most evenly'),
    discountBp: z.int().describe('Taken off the labour price at this time, in basis points'),
  })
  .meta({ id: 'Slot' })
const SlotDay = z.object({ day, state: z.string(), slots: z.array(Slot) }).meta({ id: 'SlotDay' })

const ids = z
  .string()
  .max(500)
  .default('')
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.uuid()).max(12))
  .describe('Ids separated by commas')

export const catalogueEndpoints = [
  endpoint({
    method: 'get', path: '/dealerships', id: 'listDealerships', summary: 'The dealership of the key', scope: 'catalogue:read',
    answer: z.object({ data: z.array(Dealership), nextCursor: z.uuid().nullable() }),
    run: async (context) => ({ data: [await dealershipOne(context, {})], nextCursor: null }),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/packages', id: 'listPackages', summary: 'What can be booked, with the prices valid on the day', scope: 'catalogue:read',
    query: z.object({ ...paging, model: z.string().max(60).optional(), day: z.iso.date().optional() }),
    answer: pageOf(Package),
    run: async (context, { query: { cursor = '', limit, ...query } }) => {
      const later = (await menu(context, query)).filter(({ id }) => id > cursor).sort((a, b) => (a.id < b.id ? -1 : 1))
      return page(later.slice(0, limit + 1), limit)
    },
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/slots', id: 'listSlots', summary: 'Reception times that are really free for the wanted work', scope: 'slots:read',
    query: z.object({ packageIds: ids, wishes: z.coerce.number().int().min(0).max(10).default(0).describe('How many wishes in own words'), from: z.iso.date().optional(), days: z.coerce.number().int().min(1).max(30).default(7), adviserId: z.uuid().optional(), waiting: z.enum(['waits', 'leaves']).default('waits').describe('Whether the customer stays while the work is done') }),
    answer: z.object({ minutes: z.int(), timeZone: z.string(), days: z.array(SlotDay) }),
    run: (context, { query }) => openSlots(context, query),
  }), // prettier-ignore
]
