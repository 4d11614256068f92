import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { MOVED, STAYING } from '@/lib/customers/merge'
import { customerList } from '@/lib/customers/server/customer-list'
import { customerOne } from '@/lib/customers/server/customer-pages'
import { compareCustomers, duplicates, keepApart } from '@/lib/customers/server/duplicates'
import { keepNote } from '@/lib/customers/server/keep-note'
import { mergeCustomers } from '@/lib/customers/server/merge-customers'
import { undoMerge } from '@/lib/customers/server/undo-merge'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { createLink } from '@/lib/server/links'
import { aCustomerWithCar, aDealership, aMobile, type GivenDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'

/** Every row of the dealership that names this customer, by table and column. */
async function namedIn({ inside, dealershipId }: GivenDealership, customerId: string) {
  const found: Record<string, number> = {}
  for (const [table, columns] of Object.entries(MOVED))
    for (const column of columns) {
      // Given from the customer to itself, all rows are counted and none changes.
      const [row] = await inside(
        (tx) => tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count
        FROM give_customer_rows(${dealershipId}::uuid, ${table}, ${column}, ${customerId}::uuid, ${customerId}::uuid, NULL)`,
      )
      if (row?.count) found[`${table}.${column}`] = row.count
    }
  return found
}

const row = ({ inside, dealershipId }: GivenDealership, id: string) =>
  inside((tx) => tx.customer.findUniqueOrThrow({ where: { dealershipId_id: { dealershipId, id } } }))

/** A customer with a whole visit behind, and a second file of the same person with a car of its own. */
async function twoFiles() {
  const given = await aDealership()
  const { customer: full, vehicle, visitId } = await delivered(given)
  const { customer: second } = await aCustomerWithCar(given, { name: '张伟', phone: '13911112222' })
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    const of = { dealershipId, customerId: full.id }
    await tx.lead.create({ data: { ...of, text: '想换车', createdAt: now } })
    await tx.consent.create({
      data: {
        ...of,
        kind: 'marketing',
        given: false,
        textVersion: '2',
        channel: 'phone',
        at: hoursAfter(now, -48),
      },
    })
    await tx.waitingEntry.create({
      data: { ...of, vehicleId: vehicle.id, firstDay: now, lastDay: now, channel: 'phone', createdAt: now },
    })
    await tx.settlementShare.updateMany({ where: {}, data: { customerId: full.id } })
    await tx.visit.updateMany({ where: { id: visitId }, data: { ownerId: full.id, payerId: full.id } })
    await createLink(tx, { ...of, visitId }, now)
    await tx.consent.create({
      data: {
        dealershipId, customerId: second.id, kind: 'marketing', given: true, textVersion: '2', channel: 'online', at: now,
      }, // prettier-ignore
    })
    await tx.contactTask.create({
      data: {
        dealershipId, customerId: second.id, vehicleId: vehicle.id, class: 'due', listedAs: 'due', cycle: '2026-01-01', discountBp: 10_000,
        dueOn: now, nextAt: now, createdAt: now, reason: 'x',
      }, // prettier-ignore
    })
  })
  await keepNote(given.as('A1'), { customerId: full.id, text: '喜欢茶' })
  return { given, full, second, vehicle, visitId }
}

test('X-CRM-11 every key of the database that names a customer is moved by a merge, or stays on purpose; what is written later follows', async () => {
  const { inside } = await aDealership()
  const keys = await inside(
    (tx) => tx.$queryRaw<{ place: string }[]>`
    SELECT c.conrelid::regclass::text || '.' || a.attname AS place
    FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) k(n)
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n
    WHERE c.contype = 'f' AND c.confrelid = '"Customer"'::regclass AND a.attname <> 'dealershipId'`,
  )
  const listed = [MOVED, STAYING].flatMap((tables) =>
    Object.entries(tables).flatMap(([table, columns]) =>
      columns.map((column: string) => `"${table}".${column}`),
    ),
  )
  expect(keys.map(({ place }) => place.replaceAll('"', '')).sort()).toEqual(
    listed.map((place) => place.replaceAll('"', '')).sort(),
  )
  const followed = await inside(
    (tx) => tx.$queryRaw<{ name: string }[]>`
    SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'follow_merge'`,
  )
  expect(followed.map(({ name }) => name.replaceAll('"', '')).sort()).toEqual(Object.keys(MOVED).sort())
  const columns = await inside(
    (tx) => tx.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'customerId'`,
  )
  expect(
    columns.map(({ name }) => name).filter((name) => !listed.includes(`"${name.replace('.', '".')}`)),
  ).toEqual([])
})

test(
  'X-CRM-11 two files become one with their cars, visits, links and notes; undoing restores both exactly',
  { timeout: 60_000 },
  async () => {
    const { given, full, second, visitId } = await twoFiles()
    const before = [await row(given, full.id), await row(given, second.id)]
    const rows = [await namedIn(given, full.id), await namedIn(given, second.id)]
    expect(Object.keys(rows[0] ?? {}).length).toBeGreaterThanOrEqual(13)

    const { mergeId } = await mergeCustomers(given.as('R1'), {
      oneId: second.id,
      otherId: full.id,
      keep: 'one',
      phone: 'other',
    })
    expect(await namedIn(given, full.id)).toEqual({})
    const kept = await row(given, second.id)
    expect(kept).toMatchObject({ phone: full.phone, phone2: '13911112222', name: '张伟' })
    expect((await customerFile(given.as('R1'), { customerId: full.id })).id).toBe(second.id)
    expect((await customerOne(given.as('R1'), { id: full.id })).id).toBe(second.id)
    expect((await customerList(given.as('R1'), { q: '张伟' })).map(({ id }) => id)).toEqual([second.id])

    await keepNote(given.as('A1'), { customerId: full.id, text: '来自旧地址' })
    expect(await namedIn(given, full.id)).toEqual({})

    await undoMerge(given.as('R1'), { mergeId })
    expect([await row(given, full.id), await row(given, second.id)]).toEqual(before)
    expect(await namedIn(given, full.id)).toEqual(rows[0])
    expect(await namedIn(given, second.id)).toEqual({ ...rows[1], 'CustomerNote.customerId': 1 })
    expect(await given.inside((tx) => tx.visit.findFirstOrThrow({ where: { id: visitId } }))).toMatchObject({
      senderId: full.id,
      ownerId: full.id,
      payerId: full.id,
    })
    await expect(undoMerge(given.as('R1'), { mergeId })).rejects.toMatchObject({
      code: 'common.changed-meanwhile',
    })
  },
)

test('X-CRM-11 X-CRM-19 of two answers about reminders the stricter one goes on, and ends what is planned', async () => {
  const { given, full, second } = await twoFiles()
  const { mergeId } = await mergeCustomers(given.as('R1'), {
    oneId: second.id,
    otherId: full.id,
    keep: 'one',
  })
  const last = () =>
    given.inside((tx) =>
      tx.consent.findFirst({
        where: { customerId: second.id, kind: 'marketing' },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
      }),
    )
  const task = () =>
    given.inside((tx) => tx.contactTask.findFirst({ where: { reason: { in: ['x', 'optedOut'] } } }))
  expect(await last()).toMatchObject({ given: false })
  expect(await task()).toMatchObject({ status: 'optedOut', customerId: second.id })
  await undoMerge(given.as('R1'), { mergeId })
  expect(await last()).toMatchObject({ given: true })
  expect(await task()).toMatchObject({ status: 'open', reason: 'x', closedAt: null, customerId: second.id })
})

test('X-CRM-11 undoing is refused when it is late, when the file went on, and when something contradicts', async () => {
  const given = await aDealership()
  const by = given.as('R1')
  const [a, b, c] = [
    await aCustomerWithCar(given),
    await aCustomerWithCar(given),
    await aCustomerWithCar(given),
  ]
  const merged = (one: string, other: string) =>
    mergeCustomers(by, { oneId: one, otherId: other, keep: 'one' })
  const { mergeId } = await merged(a.customer.id, b.customer.id)
  await expect(
    undoMerge({ ...by, now: hoursAfter(given.now, 24 * 30 + 1) }, { mergeId }),
  ).rejects.toMatchObject({ code: 'customer.merge-too-old' })
  const change = (data: { phone2: string }) =>
    given.inside((tx) => tx.customer.updateMany({ where: { id: a.customer.id }, data }))
  await change({ phone2: '13900000000' })
  await expect(undoMerge(by, { mergeId })).rejects.toMatchObject({
    code: 'customer.changed-since-merge',
    facts: { fields: 'phone2' },
  })
  await change({ phone2: b.customer.phone })
  const party = { where: { vehicleId: b.vehicle.id } }
  await given.inside((tx) => tx.vehicleParty.updateMany({ ...party, data: { customerId: c.customer.id } }))
  await expect(undoMerge(by, { mergeId })).rejects.toMatchObject({
    code: 'customer.moved-since-merge',
    facts: { count: 1 },
  })
  await given.inside((tx) => tx.vehicleParty.updateMany({ ...party, data: { customerId: a.customer.id } }))
  const onward = await merged(c.customer.id, a.customer.id)
  await expect(undoMerge(by, { mergeId })).rejects.toMatchObject({ code: 'customer.merged-onward' })
  expect((await customerFile(by, { customerId: b.customer.id })).id).toBe(c.customer.id)
  await undoMerge(by, onward)
  await undoMerge(by, { mergeId })
  expect((await customerFile(by, { customerId: b.customer.id })).id).toBe(b.customer.id)
})

test('X-CRM-11 duplicates are proposed by telephone, by name and car, by sound and last digits, until they are called two people', async () => {
  const given = await aDealership()
  const phone = aMobile()
  const [a, b] = [
    await aCustomerWithCar(given, { name: '李娜', phone }),
    await aCustomerWithCar(given, { name: '李娜娜', phone }),
  ]
  const [c, d] = [
    await aCustomerWithCar(given, { name: '章为', phone: '13811115678' }),
    await aCustomerWithCar(given, { name: '张伟', phone: '13922225678' }),
  ]
  const e = await aCustomerWithCar(given, { name: '李娜' })
  await given.inside((tx) =>
    tx.vehicleParty.create({
      data: {
        dealershipId: given.dealershipId, vehicleId: a.vehicle.id, customerId: e.customer.id, role: 'payer', since: given.now,
      }, // prettier-ignore
    }),
  )
  const by = given.as('R1')
  const pairs = async (input = {}) =>
    (await duplicates(by, input))
      .map(({ oneId, otherId, reasons }) => `${[oneId, otherId].sort().join(' ')} ${reasons.join(',')}`)
      .sort()
  const pair = (x: typeof a, y: typeof a, reason: string) =>
    `${[x.customer.id, y.customer.id].sort().join(' ')} ${reason}`
  expect(await pairs()).toEqual(
    [pair(a, b, 'phone'), pair(c, d, 'nameAndTail'), pair(a, e, 'nameAndCar')].sort(),
  )
  expect(await pairs({ customerId: b.customer.id })).toEqual([pair(a, b, 'phone')])
  await keepApart(by, { oneId: b.customer.id, otherId: a.customer.id })
  expect(await pairs({ customerId: b.customer.id })).toEqual([])
  const shown = await compareCustomers(by, { oneId: c.customer.id, otherId: d.customer.id })
  expect(shown).toMatchObject({ differs: ['name', 'phone'], one: { phone: '138****5678' } })
  expect(JSON.stringify(shown)).not.toContain('13811115678')
})

test('merging is for advisers, customer relations and the service manager, of the own dealership', async () => {
  const given = await aDealership()
  const [a, b] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const pair = { oneId: a.customer.id, otherId: b.customer.id, keep: 'one' }
  for (const role of ['technician', 'cashier', 'greeter', 'partsClerk'])
    for (const door of [mergeCustomers, keepApart, duplicates, compareCustomers])
      await expect(door(given.as(role), pair)).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(mergeCustomers(given.as('A1'), { ...pair, otherId: a.customer.id })).rejects.toMatchObject({
    code: 'customer.same-file',
  })
  const there = await aDealership()
  await expect(mergeCustomers(there.as('A1'), pair)).rejects.toMatchObject({ code: 'common.not-found' })
})
