import { beforeAll, expect, test } from 'vitest'
import { ENDPOINTS } from '@/app/api/v1/_endpoints'
import { SCOPES } from '@/lib/auth/scopes'
import { revokeApiKey } from '@/lib/dealership/server/api-keys'
import { aHouseForTheApi, aKey, type ApiHouse } from '../../support/api'
import { aBooking } from '../../support/api-steps'
import { aCustomerWithCar, aDealership, aMobile, aPlate } from '../../support/given'
import { call } from './call'

let house: ApiHouse
beforeAll(async () => {
  house = await aHouseForTheApi()
})

const NOBODY = '00000000-0000-7000-8000-000000000000'
const slots = async () => {
  const { json } = await call('GET', '/slots?wishes=1&days=10', { key: house.key })
  return (json.days as { slots: { startsAt: string }[] }[]).flatMap(({ slots: each }) =>
    each.map(({ startsAt }) => startsAt),
  )
}
const bookings = () => house.given.inside((tx) => tx.appointment.count())

test('no key, an unknown and a revoked key are refused alike', async () => {
  const gone = await aKey(house.given)
  const all = await house.given.inside((tx) => tx.apiKey.findMany({ orderBy: { createdAt: 'desc' } }))
  expect((await call('GET', '/dealerships', { key: gone })).status).toBe(200)
  const latest = all.find(
    ({ id }) =>
      id ===
      all
        .map((row) => row.id)
        .sort()
        .at(-1),
  )
  await revokeApiKey(house.given.as('administrator'), { id: latest?.id })
  for (const key of [null, 'babu_unknown-unknown-unknown-unknown', gone]) {
    const { status, headers, json } = await call('GET', '/dealerships', { key })
    expect(status).toBe(401)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('www-authenticate')).toBe('Bearer')
    expect(json).toMatchObject({ code: 'auth.signed-out', status: 401 })
  }
})

test('an operation outside the scopes of the key is refused, whichever it is', async () => {
  for (const { method, path, scope, id } of ENDPOINTS) {
    const key = await aKey(
      house.given,
      SCOPES.filter((one) => one !== scope),
    )
    const { status, json } = await call(method.toUpperCase(), path.replace('{id}', NOBODY), {
      key,
      body: method === 'get' ? undefined : {},
    })
    expect([id, status, json.code]).toEqual([id, 403, 'auth.forbidden'])
  }
})

test('what belongs to another dealership answers the same as what does not exist', async () => {
  const { draft } = house
  const foreign = await aKey(await aDealership())
  for (const path of [
    `/visits/${draft.visitId}`,
    `/repair-orders/${draft.orderId}`,
    `/customers/${draft.customer.id}`,
    `/vehicles/${draft.vehicle.id}`,
  ]) {
    const other = await call('GET', path, { key: foreign })
    const unknown = await call('GET', path.replace(/[\w-]+$/, NOBODY), { key: foreign })
    expect(other.status).toBe(404)
    expect(other.text).toBe(unknown.text)
  }
  const pushed = await call('PATCH', `/repair-orders/${draft.orderId}`, {
    key: foreign,
    body: { state: 'cancelled', reason: 'x' },
  })
  expect(pushed.status).toBe(404)
})

test('a body that does not fit is answered field by field, in the language asked for', async () => {
  const { status, json } = await call('POST', '/appointments', {
    key: house.key,
    body: { name: '', surprise: 1 },
  })
  expect(status).toBe(422)
  expect(json).toMatchObject({ code: 'input', title: 'The input does not fit the description.' })
  expect(Object.keys(json.fields as object)).toEqual(expect.arrayContaining(['phone', 'startsAt']))
  const chinese = await call('POST', '/appointments', {
    key: house.key,
    body: {},
    headers: { 'accept-language': 'zh-CN' },
  })
  expect(chinese.json.title).toMatch(/\p{Script=Han}/u)
  const phone = await call('POST', '/customers', {
    key: house.key,
    body: { name: '张', phone: 'nonsense', plate: aPlate() },
  })
  expect([phone.status, phone.json.fields]).toEqual([422, { phone: ['phone'] }])
})

test('a wrong method, an unknown path and a body that is no JSON are told apart', async () => {
  const method = await call('DELETE', '/appointments', { key: house.key })
  expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, POST'])
  expect((await call('GET', '/unicorns', { key: house.key })).status).toBe(404)
  const broken = await call('POST', '/customers', { key: house.key, text: '{"name":' })
  expect([broken.status, broken.json.code]).toEqual([422, 'api.not-json'])
  const form = await call('POST', '/customers', {
    key: house.key,
    text: 'name=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect([form.status, form.json.code]).toEqual([422, 'api.not-json'])
  const huge = await call('POST', '/customers', { key: house.key, text: `"${'x'.repeat(300_000)}"` })
  expect([huge.status, huge.json.code]).toEqual([422, 'file.too-large'])
})

test('R40 the same idempotency key has one effect: same answer for the same body, 422 for another', async () => {
  const free = await slots()
  const headers = { 'Idempotency-Key': 'partner-order-0001' }
  const body = aBooking(free.at(-1))
  const before = await bookings()
  const twins = await Promise.all(
    [1, 2, 3].map(() => call('POST', '/appointments', { key: house.key, body, headers })),
  )
  expect(twins.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(twins.map(({ text }) => text)).size).toBe(1)
  const again = await call('POST', '/appointments', { key: house.key, body, headers })
  expect([again.status, again.text]).toEqual([201, twins[0]?.text])
  expect(await bookings()).toBe(before + 1)
  const other = await call('POST', '/appointments', {
    key: house.key,
    body: { ...body, phone: aMobile() },
    headers,
  })
  expect([other.status, other.json.code]).toEqual([422, 'common.key-reused'])
  const short = await call('POST', '/appointments', {
    key: house.key,
    body,
    headers: { 'Idempotency-Key': 'short' },
  })
  expect([short.status, short.json.code]).toEqual([422, 'api.idempotency-key'])
})

test('R40 a key belongs to its request, not to the state that was pushed first, and a replay is the first answer', async () => {
  const path = `/repair-orders/${house.washable.orderId}`
  const push = async (state: string, key: string) => {
    const headers = { 'Idempotency-Key': key }
    const { status, text, json } = await call('PATCH', path, { key: house.key, body: { state }, headers })
    return { status, text, said: json.code ?? json.status }
  }
  const first = await push('washing', 'wash-line-0001')
  expect(first).toMatchObject({ status: 200, said: 'washing' })
  expect(await push('washed', 'wash-line-0001')).toMatchObject({ status: 422, said: 'common.key-reused' })
  expect(await push('washing', 'wash-line-0002')).toMatchObject({ status: 409 })
  await house.given.inside((tx) =>
    tx.repairOrder.updateMany({
      where: { id: house.washable.orderId },
      data: { promisedTo: new Date('2030-01-01T00:00:00Z') },
    }),
  )
  const washed = await push('washed', 'wash-line-0002')
  expect([washed.status, washed.text === first.text]).toEqual([200, false])
  expect(await push('washing', 'wash-line-0001')).toEqual(first)
})

test('R40 nothing is kept when the input did not fit', async () => {
  const headers = { 'Idempotency-Key': 'partner-order-0002' }
  const person = { name: '钱多', phone: aMobile() }
  expect((await call('POST', '/customers', { key: house.key, body: person, headers })).status).toBe(422)
  const right = { ...person, plate: aPlate() }
  expect((await call('POST', '/customers', { key: house.key, body: right, headers })).status).toBe(201)
})

test('the pages of a list hold every row once', async () => {
  const given = await aDealership()
  const key = await aKey(given)
  for (let i = 0; i < 7; i++) await aCustomerWithCar(given)
  for (const list of ['/customers', '/vehicles']) {
    const seen: string[] = []
    for (let cursor: unknown = ''; cursor !== null;) {
      const { json } = await call('GET', `${list}?limit=3${cursor ? `&cursor=${String(cursor)}` : ''}`, {
        key,
      })
      seen.push(...(json.data as { id: string }[]).map(({ id }) => id))
      cursor = json.nextCursor
    }
    expect([list, seen.length, new Set(seen).size]).toEqual([list, 7, 7])
  }
  const menu = await call('GET', '/packages?limit=100', { key })
  const first = await call('GET', '/packages?limit=2', { key })
  const rest = await call('GET', `/packages?limit=100&cursor=${String(first.json.nextCursor)}`, { key })
  expect([...(first.json.data as unknown[]), ...(rest.json.data as unknown[])]).toEqual(menu.json.data)
  expect([(first.json.data as unknown[]).length, rest.json.nextCursor]).toEqual([2, null])
  expect((await call('GET', '/customers?limit=101', { key })).status).toBe(422)
})

test('past the limit of a minute the answer says when to come back', async () => {
  const key = await aKey(house.given)
  const asked = { key, requestsPerMinute: 2 }
  const { headers } = await call('GET', '/dealerships', asked)
  expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual(['2', '1'])
  await call('GET', '/dealerships', asked)
  const late = await call('GET', '/dealerships', asked)
  expect([late.status, late.json.code]).toEqual([429, 'auth.too-many-requests'])
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('keys shown at the same moment are told apart: each counts for itself and opens its own house, an unknown one opens nothing', async () => {
  const other = await aDealership()
  const keys = [await aKey(house.given), await aKey(other), 'babu_unknown-unknown-unknown-unknown']
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, i) => call('GET', '/dealerships', { key: keys[i % 3] ?? null })),
  )
  const of = (which: number) => answers.filter((_, i) => i % 3 === which)
  const left = (which: number) => of(which).map(({ headers }) => Number(headers.get('ratelimit-remaining')))
  for (const [which, given] of [house.given, other].entries()) {
    expect(of(which).map(({ json }) => (json.data as { id: string }[])[0]?.id)).toEqual(
      Array(8).fill(given.dealershipId),
    )
    expect(new Set(left(which)).size).toBe(8)
    expect(Math.max(...left(which)) - Math.min(...left(which))).toBe(7)
  }
  expect(of(2).map(({ status }) => status)).toEqual(Array(8).fill(401))
})

test('S1-24 a partner books, finds, moves and cancels', async () => {
  const { key } = house
  const free = await slots()
  const booked = await call('POST', '/appointments', { key, body: aBooking(free.at(-4)) })
  expect(booked.status).toBe(201)
  expect(Object.keys(booked.json).sort()).toEqual(
    ['adviserName', 'discountBp', 'id', 'minutes', 'no', 'priceFen', 'promisedAt', 'startsAt'],
  ) // prettier-ignore
  const id = String(booked.json.id)
  const taken = await call('GET', `/appointments/${id}`, { key })
  expect(taken.json).toMatchObject({ id, status: 'confirmed', channel: 'api', startsAt: free.at(-4) })
  const move = { startsAt: free.at(-12), reason: 'noTime' }
  const moved = await call('PATCH', `/appointments/${id}`, { key, body: move })
  expect(moved.status).toBe(200)
  const twice = await call('PATCH', `/appointments/${id}`, { key, body: move })
  expect([twice.status, twice.json.code]).toEqual([409, 'status.not-from-here'])
  const path = `/appointments/${String(moved.json.id)}/cancellations`
  expect((await call('POST', path, { key, body: { reason: 'weather' } })).status).toBe(201)
  expect((await call('POST', path, { key, body: { reason: 'weather' } })).status).toBe(409)
  const ids = ((await call('GET', '/appointments?limit=100', { key })).json.data as { id: string }[]).map(
    (one) => one.id,
  )
  expect(ids).toEqual(expect.arrayContaining([id, moved.json.id]))
})

test('a partner with orders:write alone pushes the states of an order in their order', async () => {
  const { washable, given } = await aHouseForTheApi()
  const key = await aKey(given, ['orders:write'])
  const path = `/repair-orders/${washable.orderId}`
  const push = (state: string) => call('PATCH', path, { key, body: { state } })
  const early = await push('washed')
  expect([early.status, early.json.code]).toEqual([409, 'status.not-from-here'])
  expect(await push('washing')).toMatchObject({ status: 200, json: { status: 'washing' } })
  expect((await push('washed')).status).toBe(200)
  expect((await push('washed')).status).toBe(409)
  expect((await push('sold')).status).toBe(422)
  expect((await call('GET', path, { key })).status).toBe(403)
})

test('R5 visits, orders and bookings name no telephone; customers do, with their own scope', async () => {
  const { key, draft } = house
  for (const path of [
    `/visits/${draft.visitId}`,
    `/repair-orders/${draft.orderId}`,
    '/appointments',
    '/vehicles',
  ])
    expect((await call('GET', path, { key })).text).not.toContain(draft.customer.phone)
  expect((await call('GET', `/customers/${draft.customer.id}`, { key })).text).toContain(draft.customer.phone)
})

test('S1-29 S1-50 a partner says how the car comes: fetched within the limit, or exchanged for a loaner car; and reads it again', async () => {
  const { given, key } = house
  await given.inside(async (tx) => {
    const { dealershipId, now: changedAt } = given
    await tx.setting.createMany({
      data: [
        { dealershipId, key: 'place.coordinates', value: '31.1128,121.3817', changedAt },
        { dealershipId, key: 'loaner.plates', value: '沪A8B001', changedAt },
        { dealershipId, key: 'loaner.minRepairHours', value: 0, changedAt },
      ],
    })
  })
  const free = await slots()
  const book = async (over: object) => {
    const visit = { name: '周女士', phone: aMobile(), plate: aPlate(), wishes: ['例行检查'], ...over }
    const { status, json } = await call('POST', '/appointments', { key, body: visit })
    return { status, json, id: json.id as string }
  }
  const fetched = {
    startsAt: free.at(-1),
    way: 'pickUp',
    pickUpAddress: '莘松路 58 号',
    pickUpFrom: { latitude: 31.1214, longitude: 121.3849 },
  }
  expect(await book({ ...fetched, pickUpAddress: undefined })).toMatchObject({
    status: 422,
    json: { code: 'appointment.pick-up-address' },
  })
  const far = { latitude: 31.3, longitude: 121.3849 }
  expect(await book({ ...fetched, pickUpFrom: far })).toMatchObject({ json: { code: 'pickUp.too-far' } })
  expect(await book({ ...fetched, waiting: 'waits' })).toMatchObject({ status: 422 })
  const first = await book(fetched)
  expect(first.status).toBe(201)
  const second = await book({ startsAt: free.at(-8), way: 'loaner' })
  expect(second.status).toBe(201)
  const seen = async (id: string) => (await call('GET', `/appointments/${id}`, { key })).json
  expect(await seen(first.id)).toMatchObject({
    way: 'pickUp',
    waiting: 'leaves',
    pickUpAddress: '莘松路 58 号',
  })
  expect(await seen(second.id)).toMatchObject({ way: 'loaner', waiting: 'leaves', pickUpAddress: '' })
  expect(await given.inside((tx) => tx.driverTrip.count({ where: { appointmentId: first.id } }))).toBe(2)
})
