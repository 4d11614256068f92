import { randomUUID } from 'node:crypto'
import { serve } from '@/app/api/v1/_kit/serve'
import type { Actor } from '@/lib/auth/actor'
import { SCOPES } from '@/lib/auth/scopes'
import { dayOf } from '@/lib/core/time'
import { menu } from '@/lib/catalogue/server/menu'
import { operations } from '@/lib/catalogue/server/operations'
import { advisers } from '@/lib/dealership/server/advisers'
import { bookingRules } from '@/lib/dealership/server/booking-rules'
import { dealerships } from '@/lib/dealership/server/dealerships'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { visitProgress } from '@/lib/lounge/server/visit-progress'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { today } from '@/lib/reception/server/today'
import { asTenant, database } from '@/lib/server/db'
import { newToken, sha256 } from '@/lib/server/hash'
import { createLink, linkContext, peekLink } from '@/lib/server/links'
import { controlBoard } from '@/lib/workshop/server/control-board'
import { aBooking } from '../support/api-steps'
import { aDealership, aMobile, aPlate, ZONE } from '../support/given'
import { proofOf, signedIn } from './signed-in'

export type Target = {
  name: string
  what: string
  path: string
  method?: 'GET' | 'POST'
  headers?: () => Record<string, string>
  body?: () => unknown
  amount?: number
  /** Does in this process what the request does, so that its statements can be written down; once for each entry. */
  does: (() => Promise<unknown>)[]
  /** Values of the n-th `does` that may not be there twice. */
  fresh?: string[][]
  /** Takes back what `does` has left behind, so that the bare handler can do the same again. */
  afterwards?: () => Promise<unknown>
}

const KEYS = 400
const WRITES = 24

/** Keys enough that the limit of requests a minute of one key is not what is measured. */
async function keysOf(dealershipId: string): Promise<string[]> {
  const keys = Array.from({ length: KEYS }, () => `babu_${newToken()}`)
  const rows = keys.map((key) => ({
    dealershipId,
    name: 'bench',
    keyHash: sha256(key),
    scopes: [...SCOPES],
    createdAt: new Date(),
  }))
  await asTenant(database(), dealershipId, (tx) => tx.apiKey.createMany({ data: rows }))
  return keys
}

const ask = async (key: string, method: string, path: string, body?: unknown) => {
  const url = new URL(`http://localhost/api/v1${path}`)
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const request = new Request(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
  const answer = await serve(request, url.pathname.replace('/api/v1/', '').split('/'))
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, unknown>
}

const turning = <Value>(values: readonly Value[]) => {
  let turn = 0
  return (): Value => values[turn++ % values.length] as Value
}

/** The pages of the visit on the demo, with the questions that each asks the database. */
async function pages(dealershipId: string): Promise<Target[]> {
  const db = database()
  const inside = asTenant(db, dealershipId, async (tx) => {
    const { code } = await tx.dealership.findUniqueOrThrow({ where: { id: dealershipId } })
    const order = await tx.repairOrder.findFirstOrThrow({
      where: { status: { notIn: ['draft', 'cancelled'] } },
      orderBy: [{ deliveredAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    })
    const visit = await tx.visit.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId, id: order.visitId } },
    })
    const token = await createLink(
      tx,
      { dealershipId, customerId: visit.senderId, visitId: visit.id },
      new Date(),
    )
    return { code, order, visit, token }
  })
  const { code, order, visit, token } = await inside
  const [adviser, foreman] = [
    await signedIn(dealershipId, 'serviceAdviser'),
    await signedIn(dealershipId, 'foreman'),
  ]
  const actorOf = (actor: object) =>
    ({ db, now: new Date(), actor: { dealershipId, name: '', locale: 'zh-CN', ...actor } as Actor }) as const
  const visitor = () => actorOf({ kind: 'visitor', id: null })
  const customer = () =>
    actorOf({ kind: 'customer', id: visit.senderId, appointmentId: null, visitId: visit.id })
  const proof = proofOf(token)
  // Outside a request there are no cookies: the link is read from the database, then the reading of the cookie fails.
  const link = () => peekLink(token).catch(() => linkContext(token).catch(() => null))
  const page = (
    name: string,
    path: string,
    does: () => Promise<unknown>,
    headers?: Target['headers'],
  ): Target => ({
    name,
    what: 'page',
    path,
    headers,
    does: [does],
  })
  return [
    page('customer: booking', `/book/${code}`, async () => {
      await dealerships(visitor(), {})
      await menu(visitor(), {})
      await advisers(visitor(), {})
      await bookingRules(visitor(), {})
    }),
    page(
      'staff: today',
      '/today',
      async () => {
        const context = await adviser.context()
        const { inHouse, toHandOver } = await today(context, {})
        await visitRibbons(context, { visitIds: [...inHouse, ...toHandOver].map(({ visitId }) => visitId) })
      },
      adviser.headers,
    ),
    page(
      'staff: workshop board',
      '/workshop',
      async () => controlBoard(await foreman.context(), {}),
      foreman.headers,
    ),
    page(
      'staff: repair order',
      `/orders/${order.id}`,
      async () => {
        const context = await adviser.context()
        const desk = await orderDesk(context, { orderId: order.id })
        await visitRibbons(context, { visitIds: [order.visitId] })
        await menu(context, { model: desk.vehicle.model })
        await operations(context, {})
      },
      adviser.headers,
    ),
    page(
      'customer: progress',
      `/v/${token}`,
      async () => {
        await link()
        await visitProgress(customer(), {})
        await visitRibbons(customer(), { visitIds: [visit.id] })
      },
      () => ({ cookie: `${proof.name}=${proof.value}` }),
    ),
  ]
}

/** The same rules through the API: reads on the demo, writes on a dealership of their own. */
async function api(dealershipId: string, quick: boolean): Promise<Target[]> {
  const keys = await keysOf(dealershipId)
  const key = turning(keys)
  const headers = (of: () => string) => () => ({
    authorization: `Bearer ${of()}`,
    'content-type': 'application/json',
  })
  const { data } = await ask(key(), 'GET', '/packages')
  const [first] = data as { id: string }[]
  const visits = (await ask(key(), 'GET', '/visits?limit=50')).data as { id: string }[]
  const read = (name: string, path: string): Target => ({
    name,
    what: 'API',
    path: `/api/v1${path}`,
    headers: headers(key),
    does: [() => ask(key(), 'GET', path)],
  })
  const now = new Date()
  const house = await aDealership({ now, today: dayOf(now, ZONE) })
  const own = turning(await keysOf(house.dealershipId))
  const { days } = await ask(own(), 'GET', '/slots?wishes=1&days=30&waiting=leaves')
  // A time of today may be too soon by the time it is booked.
  const free = (days as { slots: { startsAt: string }[] }[])
    .slice(1)
    .flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt))
  const recorded = quick ? 4 : WRITES
  const bookings = Array.from({ length: recorded }, (_, i) => aBooking(free[i * 2], { waiting: 'leaves' }))
  const people = Array.from({ length: recorded }, () => ({ name: '刘洋', phone: aMobile(), plate: aPlate() }))
  const startsAt = turning(free.filter((_, i) => i % 2 === 1 || i >= recorded * 2))
  const values = (body: Record<string, unknown>) => [String(body.phone), String(body.plate)]
  return [
    read('slot search', `/slots?packageIds=${first?.id}&days=14`),
    read('visit progress', `/visits/${visits.at(-1)?.id}`),
    {
      name: 'book an appointment', what: 'command', path: '/api/v1/appointments', method: 'POST', headers: headers(own),
      body: () => aBooking(startsAt(), { waiting: 'leaves' }), amount: quick ? 16 : Math.min(free.length - recorded, 240),
      does: bookings.map((body) => async () => ask(own(), 'POST', '/appointments', body)), fresh: bookings.map(values),
      afterwards: () => asTenant(database(), house.dealershipId, async (tx) => {
        await tx.capacityUse.deleteMany({})
        await tx.appointment.updateMany({ data: { status: 'cancelled' } })
      }),
    }, // prettier-ignore
    {
      name: 'register a customer with a car', what: 'command', path: '/api/v1/customers', method: 'POST',
      headers: () => ({ ...headers(own)(), 'idempotency-key': randomUUID() }),
      body: () => ({ name: '刘洋', phone: aMobile(), plate: aPlate() }), amount: quick ? 16 : 600,
      does: people.map((body) => async () => ask(own(), 'POST', '/customers', body)), fresh: people.map(values),
    }, // prettier-ignore
  ]
}

export async function targets(dealershipId: string, quick: boolean): Promise<Target[]> {
  return [...(await pages(dealershipId)), ...(await api(dealershipId, quick))]
}
