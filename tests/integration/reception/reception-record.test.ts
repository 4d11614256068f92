import { expect, test } from 'vitest'
import { bothTexts } from '@/lib/core/unchanged'
import { documentHash } from '@/lib/server/hash'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { changeParties } from '@/lib/reception/server/change-parties'
import { confirmParticulars } from '@/lib/reception/server/confirm-particulars'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { recordDocument } from '@/lib/reception/server/record-document'
import { removeDamageMark, saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signReception } from '@/lib/reception/server/sign-reception'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { shownText } from '@/lib/reception/shown'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { closeVisit, markOrdered } from '@/lib/reception/server/visit-status'
import { KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { aDealership, aMobile, aVin } from '../../support/given'
import { after, aSignedRecord, aWalkAround, everything, strokes, walkIn } from './given-visit'

const mark = { view: 'left', x: 300, y: 500, kind: 'scratch', severity: 2 } as const

test('S2-16 S2-17 S2-18 S2-19 S2-22 no walk-around before the kit is fitted, for no car', async () => {
  const here = await aDealership()
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  const adviser = here.as('A1')
  await expect(saveInspection(adviser, { visitId, odometerKm: 5 })).rejects.toMatchObject({
    code: 'reception.not-started',
  })
  await expect(startInspection(adviser, { visitId, kitPieces: [...KIT_PIECES] })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await greetVisit(adviser, { visitId })
  const without = startInspection(adviser, { visitId, kitPieces: ['seatCover', 'steeringWheelCover'] })
  await expect(without).rejects.toMatchObject({
    code: 'reception.kit-first',
    facts: { missing: 'floorMat,gearLeverCover' },
  })
  await expect(saveInspection(adviser, { visitId, odometerKm: 5 })).rejects.toMatchObject({
    code: 'reception.not-started',
  })
  await expect(
    startInspection(here.as('greeter'), { visitId, kitPieces: [...KIT_PIECES] }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await startInspection(adviser, { visitId, kitPieces: [...KIT_PIECES] })
  const { status, record } = await receptionVisit(adviser, { visitId })
  expect({ status, fitted: record.kitFittedAt }).toEqual({ status: 'inspecting', fitted: adviser.now })
})

test('S2-20 a dealership with a three-piece kit asks for three', async () => {
  const here = await aDealership()
  const value = ['seatCover', 'floorMat', 'steeringWheelCover']
  await here.inside((tx) =>
    tx.setting.create({
      data: { dealershipId: here.dealershipId, key: 'reception.kitPieces', value, changedAt: here.now },
    }),
  )
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  await greetVisit(here.as('A1'), { visitId })
  await startInspection(here.as('A1'), {
    visitId,
    kitPieces: ['seatCover', 'floorMat', 'steeringWheelCover'],
  })
})

test('S2-24 S2-25 S2-26 S2-28 S2-29 S2-30 S2-31 S2-32 S2-33 S2-34 each part of the record is kept by itself', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, odometerKm: 30_500 })
  await saveInspection(adviser, { visitId, fuelEighths: 5 })
  await saveInspection(adviser, {
    visitId,
    items: [{ kind: 'lights', state: 'notOk', note: '左前示宽灯不亮' }],
  })
  await saveInspection(adviser, { visitId, items: [{ kind: 'interior', state: 'ok', note: '' }] })
  await saveInspection(adviser, { visitId, extraItems: [{ title: '车顶箱', state: 'ok', note: '' }] })
  const { record, missing } = await receptionVisit(adviser, { visitId })
  expect(record).toMatchObject({
    odometerKm: 30_500,
    fuelEighths: 5,
    extraItems: [{ title: '车顶箱', state: 'ok' }],
  })
  expect(record.items).toHaveLength(2)
  expect(missing).toEqual([
    'exterior',
    'onboardTools',
    'audioSystem',
    'cigaretteLighter',
    'addedTrim',
    'valuablesReminded',
    'customerStatement',
    'freeWash',
  ])
})

test('S2-27 a mileage below the last reading is refused without a reason and nothing of it is kept', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here, { km: 40_000 })
  const lower = saveInspection(adviser, { visitId, odometerKm: 39_999 })
  await expect(lower).rejects.toMatchObject({
    code: 'reception.odometer-lower',
    facts: { km: 39_999, lastKm: 40_000 },
  })
  expect((await receptionVisit(adviser, { visitId })).record.odometerKm).toBeNull()
  await saveInspection(adviser, { visitId, odometerKm: 39_999, odometerReason: '更换了仪表' })
  await expect(saveInspection(adviser, { visitId, odometerReason: '' })).rejects.toMatchObject({
    code: 'reception.odometer-lower',
  })
  await saveInspection(adviser, { visitId, ...everything, odometerKm: 39_999 })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  const reading = await here.inside((tx) => tx.odometerReading.findFirst({ where: { visitId } }))
  expect(reading).toMatchObject({ km: 39_999, source: 'visit', lowerReason: '更换了仪表' })
})

test('S2-25 S2-35 a mark on the drawing sets the exterior, and must be pointed out before the customer signs', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, ...everything, damageShown: true })
  const { markId } = await saveDamageMark(adviser, { visitId, ...mark })
  await saveDamageMark(adviser, { visitId, markId, ...mark, severity: 3, note: '10 cm' })
  const { record, missing } = await receptionVisit(adviser, { visitId })
  expect(record.marks).toMatchObject([
    { id: markId, view: 'left', x: 300, y: 500, severity: 3, note: '10 cm' },
  ])
  expect(record.items.find(({ kind }) => kind === 'exterior')?.state).toBe('notOk')
  expect(missing).toEqual(['damageShown'])
  await expect(saveDamageMark(adviser, { visitId, ...mark, x: 1001 })).rejects.toThrow()
  await removeDamageMark(adviser, { visitId, markId })
  await expect(removeDamageMark(adviser, { visitId, markId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  await expect(saveDamageMark(here.as('technician'), { visitId, ...mark })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('the drawing takes sixty marks and no more', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await here.inside(async (tx) => {
    const { id: recordId } = await tx.receptionRecord.findFirstOrThrow({ where: { visitId } })
    await tx.damageMark.createMany({
      data: Array.from({ length: 60 }, () => ({
        dealershipId: here.dealershipId,
        recordId,
        ...mark,
        at: here.now,
      })),
    })
  })
  await expect(saveDamageMark(adviser, { visitId, ...mark })).rejects.toMatchObject({
    code: 'reception.too-many-marks',
  })
})

test('S2-39 S2-40 S2-41 valuables that stay in the car are listed and the reminder is stamped', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, {
    visitId,
    valuables: [
      { kind: 'glasses', quantity: 2, note: '' },
      { kind: 'tea', quantity: 1, note: '两盒' },
    ],
    valuablesReminded: true,
  })
  await saveInspection(
    { ...adviser, now: after(600) },
    { visitId, valuables: [{ kind: 'glasses', quantity: 1, note: '' }], valuablesReminded: true },
  )
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record.valuables).toEqual([{ kind: 'glasses', quantity: 1, note: '' }])
  const row = await here.inside((tx) => tx.receptionRecord.findFirst({ where: { visitId } }))
  expect(row?.valuablesRemindedAt).toEqual(adviser.now)
})

test('S2-49 S2-51 S2-52 S2-53 S2-54 the statement of the customer stands apart from what the adviser confirms', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, {
    visitId,
    customerStatement: '过减速带咯噔响',
    adviserConfirmation: '检查前悬架',
    faultInquiry: { frequency: '每次', road: '减速带' },
    suggestions: ['雨刮片老化'],
  })
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record).toMatchObject({
    customerStatement: '过减速带咯噔响',
    adviserConfirmation: '检查前悬架',
    faultInquiry: { frequency: '每次', road: '减速带', speed: '' },
    suggestions: ['雨刮片老化'],
  })
})

test('S2-45 signing is refused with what is missing; S2-42 S2-43 then the record is frozen, hashed and names the inspector', async () => {
  const here = await aDealership()
  const { visitId, adviser, vehicle } = await aWalkAround(here, { km: 30_000 })
  const sign = (over = {}) =>
    signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes, ...over })
  await saveInspection(adviser, {
    visitId,
    ...everything,
    items: everything.items.filter(({ kind }) => kind !== 'lights'),
    freeWash: null,
  })
  await expect(sign()).rejects.toMatchObject({
    code: 'reception.incomplete',
    facts: { missing: 'lights,freeWash', count: 2 },
  })
  await saveInspection(adviser, { visitId, ...everything })
  await expect(sign({ signatureStrokes: '' })).rejects.toMatchObject({ code: 'signature.empty' })
  await expect(
    signAsShown(here.as('technician'), { visitId, signerName: 'x', signatureStrokes: strokes }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  const { hash } = await sign()
  const { status, record, signature, inspector } = await receptionVisit(adviser, { visitId })
  expect({ status, frozen: record.frozenAt, inspector: inspector?.id }).toEqual({
    status: 'recordSigned',
    frozen: adviser.now,
    inspector: here.staffId('A1'),
  })
  expect(signature).toMatchObject({ signerName: '张伟', channel: 'tablet', hash })
  expect(documentHash(await here.inside((tx) => recordDocument(tx, here.dealershipId, visitId)))).toBe(hash)
  expect(await here.inside((tx) => tx.odometerReading.findFirst({ where: { visitId } }))).toMatchObject({
    km: 30_500,
    vehicleId: vehicle.id,
  })
  await expect(sign()).rejects.toMatchObject({ code: 'status.not-from-here' })
})

test('after the signature nothing of the record changes, neither through the doors nor past them', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const { markId } = await saveDamageMark(adviser, { visitId, ...mark })
  await saveInspection(adviser, { visitId, ...everything, damageShown: true, valuables: [{ kind: 'gps' }] })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  await expect(saveInspection(adviser, { visitId, odometerKm: 1 })).rejects.toMatchObject({
    code: 'reception.frozen',
  })
  await expect(saveDamageMark(adviser, { visitId, ...mark })).rejects.toMatchObject({
    code: 'reception.frozen',
  })
  await expect(removeDamageMark(adviser, { visitId, markId })).rejects.toMatchObject({
    code: 'reception.frozen',
  })
  const person = { visitId, name: '张伟', phone: aMobile(), model: '凯美瑞' }
  await expect(confirmParticulars(adviser, person)).rejects.toMatchObject({ code: 'reception.frozen' })
  const past = [
    () => here.inside((tx) => tx.receptionRecord.updateMany({ where: { visitId }, data: { odometerKm: 1 } })),
    () => here.inside((tx) => tx.walkAroundItem.updateMany({ data: { note: 'x' } })),
    () => here.inside((tx) => tx.damageMark.deleteMany({})),
    () => here.inside((tx) => tx.valuable.updateMany({ data: { quantity: 9 } })),
    () => here.inside((tx) => tx.signature.deleteMany({})),
  ]
  for (const change of past) await expect(change()).rejects.toThrow()
  const recordId = (await here.inside((tx) => tx.receptionRecord.findFirstOrThrow({ where: { visitId } }))).id
  const late = here.inside((tx) =>
    tx.damageMark.create({ data: { dealershipId: here.dealershipId, recordId, ...mark, at: here.now } }),
  )
  await expect(late).rejects.toThrow()
})

test('S2-47 S2-48 S2-66 to the desk with bay and key, in this order only', async () => {
  const here = await aDealership()
  const walking = await aWalkAround(here)
  const early = bringToDesk(walking.adviser, {
    visitId: walking.visitId,
    parkedAt: 'P3',
    keyLocation: '钥匙柜 12',
  })
  await expect(early).rejects.toMatchObject({ code: 'status.not-from-here' })
  const { visitId, adviser } = await aSignedRecord(here)
  await expect(bringToDesk(adviser, { visitId, parkedAt: ' ', keyLocation: '12' })).rejects.toMatchObject({
    issues: [{ path: ['parkedAt'] }],
  })
  await expect(
    bringToDesk(here.as('cashier'), { visitId, parkedAt: 'P3', keyLocation: '12' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await bringToDesk(adviser, { visitId, parkedAt: 'P3', keyLocation: '12' })
  expect(await receptionVisit(adviser, { visitId })).toMatchObject({
    status: 'atDesk',
    parkedAt: 'P3',
    keyLocation: '12',
  })
})

test('leaving without an order needs a reason and is refused while an order lives', async () => {
  const here = await aDealership()
  const { visitId, adviser, vehicle, customer } = await aSignedRecord(here)
  await expect(leaveWithoutOrder(adviser, { visitId, reason: '' })).rejects.toMatchObject({
    issues: [{ path: ['reason'] }],
  })
  await expect(leaveWithoutOrder(here.as('greeter'), { visitId, reason: 'x' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  const { dealershipId } = here
  const order = await here.inside((tx) =>
    tx.repairOrder.create({
      data: {
        dealershipId,
        no: `R-${visitId}`,
        visitId,
        vehicleId: vehicle.id,
        customerId: customer.id,
        createdAt: here.now,
      },
    }),
  )
  await expect(leaveWithoutOrder(adviser, { visitId, reason: '价格' })).rejects.toMatchObject({
    code: 'visit.has-order',
  })
  await here.inside((tx) =>
    tx.repairOrder.updateMany({ where: { id: order.id }, data: { status: 'cancelled' } }),
  )
  await leaveWithoutOrder(adviser, { visitId, reason: '价格' })
  expect(await receptionVisit(adviser, { visitId })).toMatchObject({
    status: 'leftWithoutOrder',
    leftReason: '价格',
  })
})

test('a visit is ordered once and closed once, only from the right place', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aSignedRecord(here)
  await expect(here.inside((tx) => markOrdered(tx, visitId))).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  await bringToDesk(adviser, { visitId, parkedAt: 'P3', keyLocation: '12' })
  await here.inside(async (tx) => [await markOrdered(tx, visitId), await markOrdered(tx, visitId)])
  await here.inside(async (tx) => [await closeVisit(tx, visitId, after(9000)), await closeVisit(tx, visitId)])
  expect(await here.inside((tx) => tx.visit.findFirst({ where: { id: visitId } }))).toMatchObject({
    status: 'closed',
    leftAt: after(9000),
  })
})

test('S2-67 S2-71 S2-72 X-CRM-09 particulars are read again with the customer and stamped', async () => {
  const here = await aDealership()
  const { visitId, adviser, customer } = await aWalkAround(here)
  const [phone, vin] = [aMobile(), aVin()]
  const person = {
    visitId,
    name: '张小伟',
    formOfAddress: '张先生',
    phone,
    address: '上海',
    model: '汉兰达',
    bodyKind: 'suv',
    vin,
    engineNo: 'A25B123',
  }
  await confirmParticulars(adviser, person)
  const { sender, vehicle } = await receptionVisit(adviser, { visitId })
  expect(sender).toMatchObject({
    id: customer.id,
    name: '张小伟',
    formOfAddress: '张先生',
    phone,
    verifiedAt: adviser.now,
  })
  expect(vehicle).toMatchObject({ model: '汉兰达', engineNo: 'A25B123', vin, bodyKind: 'suv' })
  const other = await aWalkAround(here)
  await expect(
    confirmParticulars(other.adviser, { ...person, visitId: other.visitId }),
  ).rejects.toMatchObject({ code: 'customer.other-car-has-vin' })
  await expect(confirmParticulars(here.as('greeter'), person)).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('S2-70 owner, sender and payer may be three people', async () => {
  const here = await aDealership()
  const { visitId, adviser, vehicle } = await aWalkAround(here)
  await changeParties(adviser, { visitId, role: 'owner', name: '车主甲', phone: aMobile() })
  await changeParties(adviser, { visitId, role: 'sender', name: '司机乙', phone: aMobile() })
  await changeParties(adviser, { visitId, role: 'payer', name: '公司丙', phone: aMobile() })
  const { owner, sender, payer } = await receptionVisit(adviser, { visitId })
  expect([owner?.name, sender.name, payer?.name]).toEqual(['车主甲', '司机乙', '公司丙'])
  const owners = await here.inside((tx) =>
    tx.vehicleParty.findMany({ where: { vehicleId: vehicle.id, role: 'owner' } }),
  )
  expect(owners.filter(({ until }) => until === null)).toHaveLength(1)
  await expect(
    changeParties(here.as('technician'), { visitId, role: 'payer', name: 'x', phone: aMobile() }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
})

test('S1-82 the file of the car lies ready: readings and notes', async () => {
  const here = await aDealership()
  const { visitId, adviser, customer } = await aWalkAround(here, { km: 40_000 })
  await here.inside((tx) =>
    tx.customerNote.create({
      data: { dealershipId: here.dealershipId, customerId: customer.id, text: '有婴儿座椅', at: here.now },
    }),
  )
  const file = await vehicleFile(adviser, { visitId })
  expect(file).toMatchObject({ readings: [{ km: 40_000 }], notes: [{ text: '有婴儿座椅' }], orders: [] })
  await expect(vehicleFile(here.as('technician'), { visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('a customer reads the record of the own visit and of no other', async () => {
  const here = await aDealership()
  const own = await aSignedRecord(here)
  const other = await aWalkAround(here)
  const customer = here.asCustomer({ customerId: own.customer.id, visitId: own.visitId })
  expect((await receptionVisit(customer, { visitId: own.visitId })).record.odometerKm).toBe(30_500)
  await expect(receptionVisit(customer, { visitId: other.visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  expect(WALK_AROUND_ITEMS).toHaveLength(9)
})

test('R42 two people who write the statement of one car: neither overwrites what the other wrote unseen', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, customerStatement: '刹车有异响', adviserConfirmation: '试车确认' })
  const stale = { visitId, customerStatement: '空调不凉', base: { customerStatement: '' } }
  await expect(saveInspection(adviser, stale)).rejects.toMatchObject({
    code: 'reception.changed-elsewhere',
    facts: { of: 'customerStatement', theirs: '{"customerStatement":"刹车有异响"}' },
  })
  await expect(saveInspection(adviser, { visitId, adviserConfirmation: '未确认' })).rejects.toMatchObject({
    code: 'reception.changed-elsewhere',
    facts: { of: 'adviserConfirmation', theirs: '{"adviserConfirmation":"试车确认"}' },
  })
  await saveInspection(adviser, { visitId, customerStatement: '刹车有异响', fuelEighths: 4 })
  await saveInspection(adviser, {
    visitId,
    customerStatement: bothTexts('刹车有异响', '空调不凉'),
    base: { customerStatement: '刹车有异响' },
  })
  expect((await receptionVisit(adviser, { visitId })).record).toMatchObject({
    customerStatement: '刹车有异响\n空调不凉',
    adviserConfirmation: '试车确认',
  })
})

test('R42 a signature stands under what was shown: a change in between is shown before it is signed', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveDamageMark(adviser, { visitId, ...mark })
  await saveInspection(adviser, { visitId, ...everything, damageShown: true })
  const shownNow = async () => {
    const { record } = await receptionVisit(adviser, { visitId })
    return shownText(record)
  }
  const sign = (shown: string) =>
    signReception(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes, shown })
  const before = await shownNow()
  await saveDamageMark(here.as('serviceAdviser'), { visitId, ...mark, x: 10, note: '后来发现' })
  await expect(sign(before)).rejects.toMatchObject({ code: 'reception.shown-otherwise' })
  await expect(sign('not json')).rejects.toMatchObject({ code: 'reception.shown-otherwise' })
  const { status, signature } = await receptionVisit(adviser, { visitId })
  expect([status, signature]).toEqual(['inspecting', null])
  await saveInspection(adviser, { visitId, damageShown: true })
  await sign(await shownNow())
  expect((await receptionVisit(adviser, { visitId })).status).toBe('recordSigned')
})

test('R42 the free wash belongs to what was shown: a colleague who changes it has it shown anew before it is signed', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, ...everything, freeWash: true })
  const shownNow = async () => shownText((await receptionVisit(adviser, { visitId })).record)
  const sign = (shown: string) =>
    signReception(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes, shown })
  const before = await shownNow()
  await saveInspection(here.as('serviceAdviser'), { visitId, freeWash: false })
  await expect(sign(before)).rejects.toMatchObject({ code: 'reception.shown-otherwise' })
  await sign(await shownNow())
  const { status, record } = await receptionVisit(adviser, { visitId })
  expect([status, record.freeWash]).toEqual(['recordSigned', false])
})
