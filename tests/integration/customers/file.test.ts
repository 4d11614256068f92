import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { appointment } from '@/lib/appointments/server/appointment'
import { arrivalsOf } from '@/lib/appointments/server/arrivals-of'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { hoursAfter } from '@/lib/core/time'
import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { REVEAL_REASONS } from '@/lib/customers/mask'
import { TIMELINE_KINDS } from '@/lib/customers/timeline'
import { accessLog } from '@/lib/customers/server/access-log'
import { customerOne, customerPages } from '@/lib/customers/server/customer-pages'
import { customerList } from '@/lib/customers/server/customer-list'
import { addLabel, customerLabels, labelCustomer, removeLabel } from '@/lib/customers/server/labels'
import { REVEALS_AN_HOUR, revealPhone, revealVin } from '@/lib/customers/server/reveal'
import { setTier } from '@/lib/customers/server/settle-tiers'
import { openComplaint } from '@/lib/follow-up/server/open-complaint'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { carFile } from '@/lib/reminders/server/car-file'
import { fileTimeline, type TimelineRow } from '@/lib/reminders/server/file-timeline'
import { keepConsent } from '@/lib/reminders/server/keep-consent'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { delivered } from '../../support/ready-order'

afterEach(() => vi.restoreAllMocks())

/** Statements that a read sends, those that set up its transaction left out. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await work()
  const texts = sent.mock.calls.map(([first]) => {
    const asked = first as unknown
    return typeof asked === 'string' ? asked : ((asked as { text?: string }).text ?? '')
  })
  sent.mockRestore()
  return texts.filter((text) => !/^\s*(BEGIN|COMMIT|ROLLBACK|SET|SELECT set_config)/i.test(text)).length
}

/** A customer with something of every kind. */
async function aFullFile() {
  const given = await aDealership()
  const made = await delivered(given)
  const { customer, vehicle, orderId, visitId } = made
  const { dealershipId, now } = given
  const customerId = customer.id
  await giveRating(given.asCustomer({ customerId, visitId }), { orderId, satisfaction: 'verySatisfied' })
  await openComplaint(given.as('R1'), {
    customerId, channel: 'phone', type: 'quality', problem: '异响', expectation: '再查', orderId,
  }) // prettier-ignore
  await addLabel(given.as('M1'), { name: '高频保养' })
  await labelCustomer(given.as('A1'), { customerId, label: '高频保养', on: 'true' })
  await keepConsent(given.as('A1'), {
    customerId,
    kind: 'service',
    given: 'true',
    channel: 'store',
    proof: '签字单',
  })
  await given.inside(async (tx) => {
    const job = await tx.job.findFirstOrThrow({ where: { orderId } })
    const { id: _, ...rest } = job
    await tx.job.create({
      data: { ...rest, title: '前刹车片', status: 'declined', position: 9, declineReason: '下次' },
    })
    const booking = await tx.appointment.create({
      data: {
        dealershipId, no: 'B-1', channel: 'phone', customerId, vehicleId: vehicle.id, startsAt: now, receptionEndsAt: hoursAfter(now, 1), labourMinutes: 60,
        createdAt: hoursAfter(now, -1), status: 'confirmed',
      }, // prettier-ignore
    })
    await tx.appointmentConfirmation.create({
      data: {
        dealershipId,
        appointmentId: booking.id,
        stage: 'dayBefore',
        result: 'keeps',
        channel: 'phone',
        at: now,
      },
    })
    const gift = await tx.bookingGift.create({
      data: { dealershipId, name: '香薰', costFen: 1000, firstDay: now, lastDay: now, createdAt: now },
    })
    await tx.visitGift.create({ data: { dealershipId, visitId, giftId: gift.id, costFen: 1000, at: now } })
    await tx.outboxMessage.create({
      data: {
        dealershipId, customerId, recipient: customer.phone, channel: 'sms', template: 'visit-welcome', locale: 'zh-CN', facts: {},
        createdAt: now,
      }, // prettier-ignore
    })
  })
  return { given, ...made, customerId }
}

const all = async (given: GivenDealership, of: object, role = 'A1') => {
  const rows: TimelineRow[] = []
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof fileTimeline>> = await fileTimeline(given.as(role), {
      ...of,
      after,
    })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

test('X-CRM-01 X-CRM-05 the timeline holds bookings, visits, orders, declined work, messages, calls, complaints, ratings, gifts, readings, consents and changes', async () => {
  const { given, customerId, vehicle } = await aFullFile()
  const rows = await all(given, { customerId })
  expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...TIMELINE_KINDS].sort())
  expect(rows.map(({ at }) => at.getTime())).toEqual(rows.map(({ at }) => at.getTime()).sort((a, b) => b - a))
  for (const kind of TIMELINE_KINDS)
    expect((await all(given, { customerId, kind })).every((row) => row.kind === kind)).toBe(true)
  const car = await all(given, { vehicleId: vehicle.id })
  expect(car.map(({ kind }) => kind)).toContain('order')
  expect(car.filter(({ kind }) => kind === 'message' || kind === 'consent')).toEqual([])
  const words = JSON.stringify(rows)
  for (const secret of [vehicle.vin ?? '', 'Fen']) expect(words).not.toContain(secret)
})

test('X-CRM-01 a long timeline is read in pages that neither repeat nor leave out, by kind and by car, one statement each', async () => {
  const { given, customerId, vehicle } = await aFullFile()
  const other = await aCustomerWithCar(given)
  const { dealershipId, now } = given
  await given.inside(async (tx) => {
    await tx.vehicleParty.create({
      data: { dealershipId, vehicleId: other.vehicle.id, customerId, role: 'payer', since: now },
    })
    await tx.odometerReading.createMany({
      data: Array.from({ length: 70 }, (_, i) => ({
        dealershipId, vehicleId: i % 2 ? vehicle.id : other.vehicle.id, km: i, at: hoursAfter(now, -Math.floor(i / 4)), source: 'import' as const,
      })), // prettier-ignore
    })
  })
  const rows = await all(given, { customerId })
  expect(new Set(rows.map(({ kind, id }) => kind + id)).size).toBe(rows.length)
  const readings = await all(given, { customerId, kind: 'reading' })
  expect(readings).toHaveLength(71)
  expect(await all(given, { customerId, kind: 'reading', vehicleId: other.vehicle.id })).toHaveLength(35)
  expect(await statementsOf(() => fileTimeline(given.as('A1'), { customerId }))).toBe(1)
  expect(await statementsOf(() => carFile(given.as('A1'), { vehicleId: vehicle.id }))).toBeLessThanOrEqual(9)
  const few = await statementsOf(() => customerFile(given.as('A1'), { customerId: other.customer.id }))
  expect(await statementsOf(() => customerFile(given.as('A1'), { customerId }))).toBeLessThanOrEqual(24)
  expect(few).toBeLessThanOrEqual(24)
})

test('X-CRM-20 labels are listed by the manager, put on and taken off with who and when, filter the list, and no partner is told them', async () => {
  const given = await aDealership()
  const [one, two] = [await aCustomerWithCar(given), await aCustomerWithCar(given)]
  const [name, by] = ['新能源车主', given.as('A1')]
  await addLabel(given.as('M1'), { name })
  await expect(addLabel(given.as('R1'), { name })).rejects.toMatchObject({ code: 'common.already-exists' })
  const put = (customerId: string, on: boolean, label = name) => labelCustomer(by, { customerId, label, on })
  await put(one.customer.id, true)
  await put(one.customer.id, true)
  await expect(put(two.customer.id, true, '没有的标签')).rejects.toMatchObject({ code: 'common.not-found' })
  const found = async (filter: object) => (await customerList(by, filter)).map(({ id }) => id)
  expect(await found({ label: name })).toEqual([one.customer.id])
  await setTier(given.as('M1'), { customerId: two.customer.id, tier: 'vip' })
  expect(await found({ tier: 'vip' })).toEqual([two.customer.id])
  expect(await found({ tier: 'vip', label: name })).toEqual([])
  expect(await customerLabels(by, {})).toEqual([{ name, listed: true, count: 1 }])
  const partner = {
    kind: 'integration', id: one.customer.id, dealershipId: given.dealershipId, name: '', locale: 'zh-CN', scopes: ['customers:read'],
  } as const // prettier-ignore
  const told = [
    await customerOne({ ...by, actor: partner }, { id: one.customer.id }),
    await customerPages({ ...by, actor: partner }, {}),
  ]
  expect(JSON.stringify(told)).toContain(one.customer.phone)
  expect(JSON.stringify(told)).not.toContain(name)
  await expect(removeLabel(given.as('M1'), { name })).rejects.toMatchObject({
    code: 'customer.label-in-use',
    facts: { count: 1 },
  })
  await put(one.customer.id, false)
  const changes = await all(given, { customerId: one.customer.id, kind: 'change' })
  expect(changes[0]).toMatchObject({ facts: { facts: { label: name, on: false }, by: expect.any(String) } })
  await removeLabel(given.as('M1'), { name })
  await expect(removeLabel(given.as('M1'), { name })).rejects.toMatchObject({ code: 'common.not-found' })
  for (const [door, role] of [
    [addLabel, 'A1'],
    [removeLabel, 'A1'],
    [labelCustomer, 'cashier'],
    [labelCustomer, 'technician'],
  ] as const)
    await expect(door(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('X-SEC-09 telephones and VINs of the file are masked; looking at one is kept with who, what, when and why', async () => {
  const { given, customerId, customer, vehicle } = await aFullFile()
  for (const role of ['A1', 'R1', 'M1', 'cashier', 'greeter']) {
    const by = given.as(role)
    const told = JSON.stringify([
      await customerFile(by, { customerId }),
      await customerList(by, { q: customer.phone.slice(-4) }),
      await carFile(by, { vehicleId: vehicle.id }),
      await all(given, { customerId }, role),
    ])
    expect(told).not.toContain(customer.phone)
    expect(told).not.toContain(vehicle.vin)
    expect(told).toContain(`${customer.phone.slice(0, 3)}****${customer.phone.slice(-4)}`)
  }
  const reason = REVEAL_REASONS[0]
  expect(await revealPhone(given.as('A1'), { customerId, reason })).toEqual({ value: customer.phone })
  expect(await revealVin(given.as('cashier'), { vehicleId: vehicle.id, reason: 'papers' })).toEqual({
    value: vehicle.vin,
  })
  await expect(revealPhone(given.as('A1'), { customerId })).rejects.toMatchObject({ name: 'ZodError' })
  const { entries } = await accessLog(given.as('M1'), {})
  expect(entries).toMatchObject([
    { what: 'vin', reason: 'papers', vehicle: { id: vehicle.id } },
    { what: 'phone', reason, at: given.now, customer: { id: customerId } },
  ])
  expect((await accessLog(given.as('M1'), { customerId })).entries).toHaveLength(1)
  const kept = await given.inside((tx) =>
    tx.event.findMany({ where: { name: { in: ['customer.reveal', 'vehicle.reveal'] } } }),
  )
  expect(kept).toHaveLength(2)
  expect(JSON.stringify(kept)).not.toContain(customer.phone)
  await expect(
    given.inside((tx) => tx.accessEntry.updateMany({ data: { reason: 'call' } })),
  ).rejects.toThrow()
  for (const role of ['technician', 'partsClerk', 'greeter', 'qcInspector', 'foreman']) {
    await expect(revealPhone(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(revealVin(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
    await expect(accessLog(given.as(role), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  }
  const there = await aDealership()
  await expect(revealPhone(there.as('A1'), { customerId, reason })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('X-SEC-04 looks are bounded by the hour', { timeout: 60_000 }, async () => {
  const given = await aDealership()
  const { customer } = await aCustomerWithCar(given)
  const look = () => revealPhone(given.as('A1'), { customerId: customer.id, reason: 'call' })
  for (let i = 0; i < REVEALS_AN_HOUR; i++) await look()
  await expect(look()).rejects.toMatchObject({ code: 'auth.too-many-requests' })
  await revealPhone(given.as('R1'), { customerId: customer.id, reason: 'call' })
})

test('X-CRM-19 a consent is kept with version, way and proof; withdrawing ends reminders at once, also those that wait to be sent', async () => {
  const given = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(given)
  const { dealershipId, now } = given
  await given.inside((tx) =>
    tx.vehicle.updateMany({
      where: { id: vehicle.id },
      data: { firstRegisteredOn: hoursAfter(now, -24 * 360), createdAt: hoursAfter(now, -24 * 360) },
    }),
  )
  await runReminders(dealershipId, now)
  const message = (template: string) => ({
    dealershipId, customerId: customer.id, recipient: customer.phone, channel: 'sms' as const, template, locale: 'zh-CN', facts: {},
    createdAt: now,
  }) // prettier-ignore
  await given.inside((tx) =>
    tx.outboxMessage.createMany({ data: ['reminder.service', 'visit-welcome'].map(message) }),
  )
  await given.inside((tx) =>
    tx.followUp.create({
      data: {
        dealershipId, kind: 'nextService', vehicleId: vehicle.id, customerId: customer.id, dueFrom: now, dueTo: now, createdAt: now,
      }, // prettier-ignore
    }),
  )
  const tasks = () => given.inside((tx) => tx.contactTask.findMany({ where: { vehicleId: vehicle.id } }))
  const waiting = () => given.inside((tx) => tx.outboxMessage.findMany({ orderBy: { template: 'asc' } }))
  expect(await tasks()).toMatchObject([{ status: 'open' }])
  const customerId = customer.id
  const said = { customerId, kind: 'marketing', channel: 'phone' }
  await keepConsent(given.as('R1'), { ...said, given: 'false' })
  expect(await tasks()).toMatchObject([{ status: 'optedOut' }])
  expect((await waiting()).map(({ template, status }) => [template, status])).toEqual([
    ['reminder.service', 'dropped'],
    ['visit-welcome', 'queued'],
  ])
  expect(await given.inside((tx) => tx.followUp.findMany())).toMatchObject([
    { status: 'skipped', reason: 'optedOut' },
  ])
  await expect(keepConsent(given.as('R1'), { ...said, given: 'true' })).rejects.toMatchObject({
    name: 'ZodError',
  })
  await keepConsent(
    { ...given.as('R1'), now: hoursAfter(now, 1) },
    { ...said, given: 'true', proof: '录音 15:20' },
  )
  const { consents } = await customerFile(given.as('A1'), { customerId })
  expect(consents).toMatchObject([
    { given: true, channel: 'phone', proof: '录音 15:20', textVersion: CONSENT_VERSIONS.marketing },
    { given: false, channel: 'phone', textVersion: CONSENT_VERSIONS.marketing },
  ])
  await expect(keepConsent(given.as('technician'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(
    keepConsent((await aDealership()).as('R1'), { ...said, given: 'false' }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})

test('X-SEC-09 bookings, arrivals and finders tell telephone and VIN in full to who talks with customers, masked to the rest', async () => {
  const { given, customer, vehicle } = await aFullFile()
  const { id } = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { no: 'B-1' } }))
  const told = async (role: string) => {
    const by = given.as(role)
    const words = JSON.stringify([
      await appointment(by, { id }),
      await arrivalsOf(by, {}),
      await knownCars(by, { q: vehicle.plate }).catch(() => []),
    ])
    return [words.includes(customer.phone), words.includes(vehicle.vin ?? '')]
  }
  expect(await Promise.all(['A1', 'R1', 'M1'].map(told))).toEqual([1, 2, 3].map(() => [true, true]))
  expect(await Promise.all(['foreman', 'partsClerk', 'greeter'].map(told))).toEqual(
    [1, 2, 3].map(() => [false, false]),
  )
})
