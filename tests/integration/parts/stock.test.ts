import { expect, test } from 'vitest'
import { issueJobParts, issuePart } from '@/lib/parts/server/issue-part'
import { orderPart } from '@/lib/parts/server/order-part'
import { jobsToIssue, lastGoodsIn, reservationsToServe } from '@/lib/parts/server/parts-desk'
import { pickParts } from '@/lib/parts/server/pick-parts'
import { receiveGoods } from '@/lib/parts/server/receive-goods'
import { releaseParts, reserveForJobs, reserveParts } from '@/lib/parts/server/reservations'
import { returnPart } from '@/lib/parts/server/return-part'
import { stockOf } from '@/lib/parts/server/stock'
import { stockList } from '@/lib/parts/server/stock-list'
import { aCustomerWithCar, aDealership, NOW, type GivenDealership } from '../../support/given'
import { aSignedOrder, at, outcomes, partId } from '../../support/workshop'

const goods = { brand: '原厂', model: '04152-YZZA1', batchNo: 'L2611', supplier: '丰田备件中心' }
const stock = (given: GivenDealership, id: string) =>
  given.inside(async (tx) => (await stockOf(tx, [id])).get(id)!)
const movesAddUp = (given: GivenDealership, id: string) =>
  given.inside(async (tx) => {
    const moved = await tx.stockMove.aggregate({ where: { partId: id }, _sum: { quantityMilli: true } })
    expect((await stockOf(tx, [id])).get(id)?.onHandMilli).toBe(moved._sum.quantityMilli)
  })

async function aBooking(given: GivenDealership) {
  const { customer, vehicle } = await aCustomerWithCar(given)
  const { dealershipId } = given
  return given.inside((tx) =>
    tx.appointment.create({
      data: {
        dealershipId,
        no: `B${vehicle.plate}`,
        status: 'confirmed',
        channel: 'phone',
        customerId: customer.id,
        vehicleId: vehicle.id,
        startsAt: at('10:00'),
        receptionEndsAt: at('10:30'),
        labourMinutes: 60,
        createdAt: NOW,
      },
    }),
  )
}

test('X-PRT-15 a booking holds stock, and a cancelled one gives it back', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const chain = await partId(given, 'P0017')
  const booking = await aBooking(given)
  const [held] = await given.inside((tx) =>
    reserveParts(tx, {
      dealershipId,
      now,
      appointmentId: booking.id,
      parts: [{ partId: chain, quantityMilli: 1000 }],
    }),
  )
  expect(held?.status).toBe('reserved')
  expect(await stock(given, chain)).toMatchObject({ onHandMilli: 1000, reservedMilli: 1000, freeMilli: 0 })
  await given.inside((tx) => releaseParts(tx, { dealershipId, appointmentId: booking.id }))
  expect(await stock(given, chain)).toMatchObject({ reservedMilli: 0, freeMilli: 1000 })
})

test('X-PRT-15 a released part goes to the next who waits for it', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const chain = await partId(given, 'P0017')
  const [first, second] = [await aBooking(given), await aBooking(given)]
  const need = [{ partId: chain, quantityMilli: 1000 }]
  await given.inside((tx) => reserveParts(tx, { dealershipId, now, appointmentId: first.id, parts: need }))
  const [waits] = await given.inside((tx) =>
    reserveParts(tx, { dealershipId, now, appointmentId: second.id, parts: need }),
  )
  expect(waits?.status).toBe('requested')
  await given.inside((tx) => releaseParts(tx, { dealershipId, appointmentId: first.id }))
  expect(
    await given.inside((tx) => tx.partReservation.findMany({ where: { appointmentId: second.id } })),
  ).toMatchObject([{ status: 'reserved' }])
})

test('X-PRT-15 the reservations of a booking go over to the jobs of its order, and what no job needs is released', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const [filter, oil] = [await partId(given, 'P0002'), await partId(given, 'P0001')]
  const booking = await aBooking(given)
  await given.inside((tx) =>
    reserveParts(tx, {
      dealershipId,
      now,
      appointmentId: booking.id,
      parts: [
        { partId: filter, quantityMilli: 1000 },
        { partId: oil, quantityMilli: 4000 },
      ],
    }),
  )
  const { jobId } = await aSignedOrder(given, { jobs: [{ parts: [['P0002', 1]] }] })
  await given.inside((tx) =>
    reserveForJobs(tx, {
      dealershipId,
      now,
      appointmentId: booking.id,
      jobs: [{ jobId, parts: [{ partId: filter, quantityMilli: 1000 }] }],
    }),
  )
  expect(
    await given.inside((tx) => tx.partReservation.findMany({ where: { partId: filter } })),
  ).toMatchObject([{ jobId, status: 'reserved' }])
  expect(await given.inside((tx) => tx.partReservation.findMany({ where: { partId: oil } }))).toMatchObject([
    { status: 'released' },
  ])
  expect(await stock(given, oil)).toMatchObject({ reservedMilli: 0 })
})

test('X-PRT-13 a late part is ordered, expected, arrives and is held for its line', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const shocks = await partId(given, 'P0016')
  const { jobId } = await aSignedOrder(given, { jobs: [{ parts: [['P0016', 6]] }] })
  const [short] = await given.inside((tx) =>
    reserveParts(tx, { dealershipId, now, jobId, parts: [{ partId: shocks, quantityMilli: 6000 }] }),
  )
  expect(short?.status).toBe('requested')
  const clerk = given.as('partsClerk')
  await orderPart(clerk, { reservationId: short!.reservationId, expectedOn: '2026-11-25' })
  expect(await stock(given, shocks)).toMatchObject({
    shortMilli: 6000,
    expectedOn: '2026-11-25',
    freeMilli: 4000,
  })
  expect(await reservationsToServe(clerk, {})).toMatchObject([
    { status: 'ordered', expectedOn: '2026-11-25', quantityMilli: 6000 },
  ])
  expect(await receiveGoods(clerk, { partId: shocks, quantity: '4', ...goods })).toEqual({ served: 1 })
  expect(await given.inside((tx) => tx.partReservation.findMany({ where: { jobId } }))).toMatchObject([
    { status: 'arrived' },
  ])
  expect(await stock(given, shocks)).toMatchObject({ onHandMilli: 8000, reservedMilli: 6000 })
  await issueJobParts(clerk, { jobId })
  expect(await stock(given, shocks)).toMatchObject({ onHandMilli: 2000, reservedMilli: 0 })
  await movesAddUp(given, shocks)
})

test('a part cannot be expected in the past, and one that is in stock is not ordered', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const [rare, common] = [await partId(given, 'P0018'), await partId(given, 'P0002')]
  const { jobId } = await aSignedOrder(given)
  const [short, held] = await given.inside((tx) =>
    reserveParts(tx, {
      dealershipId,
      now,
      jobId,
      parts: [
        { partId: rare, quantityMilli: 2000 },
        { partId: common, quantityMilli: 1000 },
      ],
    }),
  )
  const clerk = given.as('partsClerk')
  await expect(
    orderPart(clerk, { reservationId: short!.reservationId, expectedOn: '2026-11-22' }),
  ).rejects.toMatchObject({ code: 'part.expected-in-the-past' })
  await expect(
    orderPart(clerk, { reservationId: held!.reservationId, expectedOn: '2026-11-25' }),
  ).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('X-PRT-02 X-PRT-05 X-ROL-13 goods in names brand, model, batch and supplier, and refuses when one is missing', async () => {
  const given = await aDealership()
  const clerk = given.as('partsClerk')
  const oil = await partId(given, 'P0001')
  await receiveGoods(clerk, { partId: oil, quantity: '12.5', unitCost: '55.20', ...goods })
  expect((await lastGoodsIn(clerk, {}))[0]).toMatchObject({ quantityMilli: 12_500, ...goods })
  expect(await stock(given, oil)).toMatchObject({ onHandMilli: 412_500 })
  for (const field of ['brand', 'model', 'batchNo', 'supplier'])
    await expect(
      receiveGoods(clerk, { partId: oil, quantity: '1', ...goods, [field]: ' ' }),
    ).rejects.toThrow()
  await expect(
    receiveGoods(given.as('serviceAdviser'), { partId: oil, quantity: '1', ...goods }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('X-PRT-17 an issue goes to one line with quantity, batch, technician and time; unused parts come back', async () => {
  const given = await aDealership()
  const clerk = given.as('partsClerk')
  const oil = await partId(given, 'P0001')
  const { jobId } = await aSignedOrder(given, { jobs: [{ parts: [['P0001', 4]] }] })
  const [job] = await jobsToIssue(clerk, {})
  const jobPartId = job!.lines[0]!.id
  await issuePart(clerk, { jobPartId, quantity: 3, technicianId: given.staffId('T1') })
  const [move] = await given.inside((tx) => tx.stockMove.findMany({ where: { jobId } }))
  expect(move).toMatchObject({
    kind: 'issue',
    quantityMilli: -3000,
    batchNo: 'B0001',
    technicianId: given.staffId('T1'),
    at: NOW,
  })
  await issuePart(clerk, { jobPartId })
  await returnPart(clerk, { jobPartId, quantity: '0.5', reason: '少用半升' })
  expect(await stock(given, oil)).toMatchObject({ onHandMilli: 396_500 })
  await movesAddUp(given, oil)
  await expect(returnPart(clerk, { jobPartId, quantity: 5, reason: 'x' })).rejects.toMatchObject({
    code: 'part.more-than-issued',
  })
  await expect(
    returnPart(given.as('technician'), { jobPartId, quantity: 1, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('X-PRT-17 nothing is issued for a line the customer has not approved, twice, or beyond the stock', async () => {
  const given = await aDealership()
  const clerk = given.as('partsClerk')
  const proposed = await aSignedOrder(given, { jobs: [{ status: 'proposed', parts: [['P0002', 1]] }] })
  await expect(issueJobParts(clerk, { jobId: proposed.jobId })).rejects.toMatchObject({
    code: 'part.line-not-approved',
  })
  const { jobId } = await aSignedOrder(given, { jobs: [{ parts: [['P0002', 1]] }] })
  await issueJobParts(clerk, { jobId })
  await expect(issueJobParts(clerk, { jobId })).rejects.toMatchObject({ code: 'part.nothing-left-to-issue' })
  const greedy = await aSignedOrder(given, { jobs: [{ parts: [['P0017', 2]] }] })
  await expect(issueJobParts(clerk, { jobId: greedy.jobId })).rejects.toMatchObject({
    code: 'part.out-of-stock',
  })
  await expect(issueJobParts(given.as('technician'), { jobId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('what is reserved for one car is not issued to another', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const chain = await partId(given, 'P0017')
  const [owner, other] = [
    await aSignedOrder(given),
    await aSignedOrder(given, { jobs: [{ parts: [['P0017', 1]] }] }),
  ]
  await given.inside((tx) =>
    reserveParts(tx, {
      dealershipId,
      now,
      jobId: owner.jobId,
      parts: [{ partId: chain, quantityMilli: 1000 }],
    }),
  )
  await expect(issueJobParts(given.as('partsClerk'), { jobId: other.jobId })).rejects.toMatchObject({
    code: 'part.out-of-stock',
  })
})

test('X-PRT-17 the last part is issued twice at once: one line gets it, the other is told', async () => {
  const given = await aDealership()
  const chain = await partId(given, 'P0017')
  const orders = await Promise.all(
    [1, 2].map(() => aSignedOrder(given, { jobs: [{ parts: [['P0017', 1]] }] })),
  )
  const { passed, codes } = await outcomes(
    orders.map(({ jobId }) => issueJobParts(given.as('partsClerk'), { jobId })),
  )
  expect({ passed, codes }).toEqual({ passed: 1, codes: ['part.out-of-stock'] })
  expect(await stock(given, chain)).toMatchObject({ onHandMilli: 0, reservedMilli: 0 })
})

test('X-PRT-17 one line is issued by two clerks at once: stock is taken once', async () => {
  const given = await aDealership()
  const oil = await partId(given, 'P0001')
  const { jobId } = await aSignedOrder(given, { jobs: [{ parts: [['P0001', 4]] }] })
  const { passed, codes } = await outcomes(
    [1, 2, 3].map(() => issueJobParts(given.as('partsClerk'), { jobId })),
  )
  expect(passed).toBe(1)
  expect(new Set(codes)).toEqual(new Set(['part.nothing-left-to-issue']))
  expect(await stock(given, oil)).toMatchObject({ onHandMilli: 396_000 })
})

test('twenty bookings want the last four shock absorbers at once: four are served, sixteen wait', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const shocks = await partId(given, 'P0016')
  const booking = await aBooking(given)
  const wish = () =>
    given.inside((tx) =>
      reserveParts(tx, {
        dealershipId,
        now,
        appointmentId: booking.id,
        parts: [{ partId: shocks, quantityMilli: 1000 }],
      }),
    )
  const all = (await Promise.all(Array.from({ length: 20 }, wish))).flat()
  expect(all.filter(({ status }) => status === 'reserved')).toHaveLength(4)
  expect(await stock(given, shocks)).toMatchObject({ reservedMilli: 4000, shortMilli: 16_000 })
})

test('the database refuses stock below what is reserved, and a move that is changed', async () => {
  const given = await aDealership()
  await expect(given.inside((tx) => tx.stockItem.updateMany({ data: { onHandMilli: -1 } }))).rejects.toThrow()
  await expect(
    given.inside((tx) => tx.stockMove.updateMany({ data: { quantityMilli: 1 } })),
  ).rejects.toThrow()
})

test('picked parts are noted once, and the stock list finds by number, name and shortage', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const clerk = given.as('partsClerk')
  const { jobId } = await aSignedOrder(given)
  const filter = await partId(given, 'P0002')
  const [held] = await given.inside((tx) =>
    reserveParts(tx, { dealershipId, now, jobId, parts: [{ partId: filter, quantityMilli: 1000 }] }),
  )
  expect(await pickParts(clerk, { reservationIds: held!.reservationId })).toEqual({ picked: 1 })
  await expect(pickParts(clerk, { reservationIds: held!.reservationId })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await expect(
    pickParts(given.as('technician'), { reservationIds: held!.reservationId }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  expect((await stockList(clerk, { search: '机油滤' })).parts).toMatchObject([
    { no: 'P0002', reservedMilli: 1000 },
  ])
  expect((await stockList(clerk, { search: 'p0013' })).parts).toMatchObject([{ nameEn: 'Tyre 225/50R17' }])
  const below = (await stockList(clerk, { show: 'below' })).parts
  expect(below.map(({ no }) => no)).toContain('P0017')
  for (const { onHandMilli, reservedMilli, minMilli } of below)
    expect(onHandMilli - reservedMilli).toBeLessThan(minMilli)
  await expect(stockList(given.as('cashier'), {})).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('X-PRT-17 what stands on a bill does not come back into stock; from finished work it comes off the line', async () => {
  const given = await aDealership()
  const { dealershipId, now } = given
  const { jobId, orderId } = await aSignedOrder(given, { jobs: [{ parts: [['P0002', 2]] }] })
  const clerk = given.as('partsClerk')
  await issueJobParts(clerk, { jobId })
  const part = () => given.inside((tx) => tx.jobPart.findFirstOrThrow({ where: { jobId } }))
  const { id: jobPartId } = await part()
  const setStatus = (status: 'done' | 'billed') =>
    given.inside((tx) => tx.job.updateMany({ where: { id: jobId }, data: { status } }))
  const back = () => returnPart(clerk, { jobPartId, quantity: 1, reason: '未使用' })
  await setStatus('done')
  await back()
  expect(await part()).toMatchObject({ issuedMilli: 1000, quantityMilli: 1000 })
  const bill = { labourFen: 0, partsFen: 0, discountFen: 0, taxFen: 0, totalFen: 0 }
  await given.inside((tx) =>
    tx.settlement.create({
      data: {
        dealershipId,
        orderId,
        no: `S${orderId.slice(0, 8)}`,
        content: {},
        hash: '',
        createdAt: now,
        ...bill,
      },
    }),
  )
  await expect(back()).rejects.toMatchObject({ code: 'part.line-billed' })
  await given.inside((tx) => tx.settlement.deleteMany({ where: { orderId } }))
  await setStatus('billed')
  await expect(back()).rejects.toMatchObject({ code: 'part.line-billed' })
})
