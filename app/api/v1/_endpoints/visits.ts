import * as z from 'zod'
import { STEPS } from '@/lib/core/step'
import { cancelOrder } from '@/lib/orders/server/cancel-order'
import { orderPages, orderSummary } from '@/lib/orders/server/order-pages'
import { finishWash } from '@/lib/quality/server/finish-wash'
import { startWash } from '@/lib/quality/server/start-wash'
import { setWeather } from '@/lib/reception/server/weather'
import { visitOne, visitPages } from '@/lib/reception/server/visit-pages'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { day, endpoint, fen, instant, page, pageOf, paging } from '../_kit/endpoint'

const car = z.object({ id: z.uuid(), plate: z.string() })
const Visit = z
  .object({
    id: z.uuid(),
    no: z.string(),
    status: z.string(),
    waiting: z.string(),
    arrivedAt: instant,
    greetedAt: instant.nullable(),
    leftAt: instant.nullable(),
    appointmentId: z.uuid().nullable(),
    vehicle: car,
    adviser: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Visit' })
const WeatherKind = z.enum(['none', 'rain', 'snow'])
const Weather = z.object({ kind: WeatherKind, day: day.optional() })
const Step = z
  .object({
    code: z.enum(STEPS),
    state: z.enum(['notYet', 'now', 'done', 'late', 'skipped']),
    enteredAt: instant.nullable(),
    leftAt: instant.nullable(),
    minutes: z.int().nullable(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Step' })
const RepairOrder = z
  .object({
    id: z.uuid(),
    no: z.string(),
    type: z.string(),
    status: z.string(),
    visitId: z.uuid(),
    promisedAt: instant.nullable(),
    promisedTo: instant.nullable(),
    authorisedAt: instant.nullable(),
    readyAt: instant.nullable(),
    paidAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    signedTotalFen: fen.nullable(),
    vehicle: car,
  })
  .meta({ id: 'RepairOrder' })
const Job = z
  .object({
    id: z.uuid(),
    title: z.string(),
    titleEn: z.string(),
    status: z.string(),
    payer: z.string(),
    minutes: z.int(),
    labourFen: fen,
    discountFen: fen,
    /** Without a price until the inspection: it counts for nothing. */
    priceAfterInspection: z.boolean(),
    totalFen: fen,
    parts: z.array(
      z.object({ name: z.string(), quantityMilli: z.int(), unitPriceFen: fen, discountFen: fen }),
    ),
  })
  .meta({ id: 'Job' })
const byId = z.object({ id: z.uuid() })

const PushedState = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('washing') }),
    z.strictObject({ state: z.literal('washed') }),
    z.strictObject({ state: z.literal('cancelled'), reason: z.string().min(1).max(300) }),
  ])
  .meta({ id: 'PushedState' })

export const visitEndpoints = [
  endpoint({
    method: 'get', path: '/visits', id: 'listVisits', summary: 'Visits', scope: 'visits:read',
    query: z.object(paging), answer: pageOf(Visit),
    run: async (context, { query }) => page(await visitPages(context, query), query.limit),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/visits/{id}', id: 'getVisit', summary: 'One visit with its eight steps', scope: 'visits:read',
    params: byId, answer: Visit.extend({ steps: z.array(Step) }),
    run: async (context, { params }) => {
      const visit = await visitOne(context, params)
      return { ...visit, steps: (await visitRibbons(context, { visitIds: [visit.id] }))[visit.id] ?? [] }
    },
  }), // prettier-ignore
  endpoint({
    method: 'patch', path: '/weather', id: 'setWeather', summary: 'Rain or snow of a day, today unless a day is named: the reception has umbrellas ready', scope: 'appointments:write',
    body: Weather, answer: z.object({ day, kind: WeatherKind }), run: (context, { body }) => setWeather(context, body),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/repair-orders', id: 'listRepairOrders', summary: 'Repair orders', scope: 'orders:read',
    query: z.object({ ...paging, visitId: z.uuid().optional() }), answer: pageOf(RepairOrder),
    run: async (context, { query }) => page(await orderPages(context, query), query.limit),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/repair-orders/{id}', id: 'getRepairOrder', summary: 'One repair order with its lines', scope: 'orders:read',
    params: byId, answer: RepairOrder.extend({ jobs: z.array(Job) }), run: (context, { params }) => orderSummary(context, params),
  }), // prettier-ignore
  endpoint({
    method: 'patch', path: '/repair-orders/{id}', id: 'pushRepairOrderState', summary: 'Pushes the state of an order from a wash line or another system', scope: 'orders:write',
    params: byId, body: PushedState, answer: RepairOrder.extend({ jobs: z.array(Job) }),
    run: async (context, { params, body }) => {
      const orderId = params.id
      if (body.state === 'washing') await startWash(context, { orderId })
      else if (body.state === 'washed') await finishWash(context, { orderId })
      else await cancelOrder(context, { orderId, reason: body.reason })
      return orderSummary(context, params)
    },
  }), // prettier-ignore
]
