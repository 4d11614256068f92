import { expect, test } from 'vitest'
import { plusDays } from '@/lib/core/time'
import { documentHash } from '@/lib/server/hash'
import { earlierWheels, vehicleWear, visitWear } from '@/lib/reception/server/car-wear'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { recordDocument } from '@/lib/reception/server/record-document'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { KIT_PIECES } from '@/lib/reception/walk-around'
import { aDealership, NOW, TODAY, type GivenDealership } from '../../support/given'
import { aWalkAround, everything, strokes } from './given-visit'

const wheel = (name: string, treadTenthMm: number | null, padTenthMm: number | null = null) => ({
  wheel: name,
  treadTenthMm,
  padTenthMm,
})

/** One more visit of a car some days later, measured and signed; then the car leaves. */
async function measured(
  here: GivenDealership,
  plate: string,
  { days, km, tread, pad = 90 }: { days: number; km: number; tread: number; pad?: number },
) {
  const now = new Date(NOW.getTime() + days * 86_400_000)
  const { visitId } = await arriveVisit(here.as('greeter', { now }), { plate })
  const adviser = here.as('A1', { now })
  await greetVisit(adviser, { visitId })
  await startInspection(adviser, { visitId, kitPieces: [...KIT_PIECES] })
  await saveInspection(adviser, {
    visitId,
    ...everything,
    odometerKm: km,
    wheels: [wheel('frontLeft', tread, pad), wheel('rearLeft', 70)],
  })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  await leaveWithoutOrder(adviser, { visitId, reason: '改日再来' })
  return visitId
}

test('F08 tread, pads, pressure and the date of each tyre and the warning lights are kept with the visit, the last word about each', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, {
    visitId,
    wheels: [
      { ...wheel('rearRight', 55, 60), pressureKpa: 240, dot: '3524' },
      wheel('spare', 80),
      wheel('frontLeft', null),
    ],
    warningLights: ['tyrePressure', 'engine', 'engine'],
  })
  await saveInspection(adviser, { visitId, odometerKm: 30_500 })
  const { record, wearLimits } = await receptionVisit(adviser, { visitId })
  expect(record.wheels).toEqual([
    { wheel: 'rearRight', treadTenthMm: 55, padTenthMm: 60, pressureKpa: 240, dot: '3524' },
    { wheel: 'spare', treadTenthMm: 80, padTenthMm: null, pressureKpa: null, dot: '' },
  ])
  expect(record.warningLights).toEqual(['engine', 'tyrePressure'])
  expect(wearLimits).toEqual({ tread: { limit: 16, advice: 30 }, pad: { limit: 30, advice: 50 } })
  await saveInspection(adviser, { visitId, wheels: [], warningLights: [] })
  expect((await receptionVisit(adviser, { visitId })).record).toMatchObject({
    wheels: [],
    warningLights: [],
  })
})

test('what cannot be is refused by the door, and by the database behind it', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  for (const wheels of [
    [wheel('frontLeft', 121)],
    [wheel('frontLeft', -1)],
    [wheel('spare', 50, 50)],
    [{ ...wheel('frontLeft', 50), dot: '5424' }],
    [wheel('fifth', 50)],
  ])
    await expect(saveInspection(adviser, { visitId, wheels })).rejects.toThrow()
  await expect(saveInspection(adviser, { visitId, warningLights: ['disco'] })).rejects.toThrow()
  await expect(
    saveInspection(here.as('technician'), { visitId, wheels: [wheel('frontLeft', 50)] }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  const { id: recordId } = await here.inside((tx) =>
    tx.receptionRecord.findFirstOrThrow({ where: { visitId }, select: { id: true } }),
  )
  const row = (over: object) =>
    here.inside((tx) =>
      tx.wheelReading.create({
        data: { dealershipId: here.dealershipId, recordId, wheel: 'frontLeft', treadTenthMm: 50, ...over },
      }),
    )
  await expect(row({ treadTenthMm: 121 })).rejects.toThrow(/wheel_tread/)
  await expect(row({ wheel: 'spare', padTenthMm: 50 })).rejects.toThrow(/spare_has_no_brake/)
  await expect(row({ dot: '5424' })).rejects.toThrow(/wheel_week_and_year/)
  await expect(row({ treadTenthMm: null })).rejects.toThrow(/wheel_measured/)
  await expect(
    here.inside((tx) => tx.receptionRecord.updateMany({ where: { visitId }, data: { faultCodes: ['P03'] } })),
  ).rejects.toThrow(/fault_codes_as_read/)
})

test('S2-64 trouble codes as a tester prints them and values of sensors are kept; anything else is no code', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, {
    visitId,
    faultCodes: ['p0301', 'U0100', 'P0301', 'B 10-AF'],
    sensorReadings: [{ name: '冷却液温度', value: 104.2504, unit: '°C' }],
  })
  const { record } = await receptionVisit(adviser, { visitId })
  expect(record.faultCodes).toEqual(['P0301', 'U0100', 'B10AF'])
  expect(record.sensorReadings).toEqual([{ name: '冷却液温度', value: 104.25, unit: '°C' }])
  for (const code of ['P030', 'X0301', 'P4301', '0301', 'P03011'])
    await expect(saveInspection(adviser, { visitId, faultCodes: [code] })).rejects.toMatchObject({
      issues: [{ message: 'fault-code' }],
    })
  await saveInspection(adviser, { visitId, ...everything })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  await expect(saveInspection(adviser, { visitId, faultCodes: [] })).rejects.toMatchObject({
    code: 'reception.frozen',
  })
})

test('measurements belong to what is signed; a record without any keeps the fingerprint it always had', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, ...everything })
  const plain = await here.inside((tx) => recordDocument(tx, here.dealershipId, visitId))
  for (const added of ['wheels', 'warningLights', 'faultCodes', 'sensorReadings', 'historySeen'])
    expect(plain).not.toHaveProperty(added)
  await saveInspection(adviser, { visitId, wheels: [wheel('frontLeft', 55)], warningLights: ['abs'] })
  const measuredDocument = await here.inside((tx) => recordDocument(tx, here.dealershipId, visitId))
  expect(measuredDocument).toMatchObject({ wheels: [{ treadTenthMm: 55 }], warningLights: ['abs'] })
  expect(documentHash(measuredDocument)).not.toBe(documentHash(plain))
})

test('wear over visits: the file, the visit and its customer read when the limit comes; a setting moves the limit of the pads', async () => {
  const here = await aDealership()
  const { vehicle, visitId: now } = await aWalkAround(here, { km: 20_000 })
  await leaveWithoutOrder(here.as('A1'), { visitId: now, reason: '改日再来' })
  await measured(here, vehicle.plate, { days: 0, km: 20_500, tread: 60 })
  await measured(here, vehicle.plate, { days: 200, km: 30_500, tread: 50, pad: 70 })
  const wear = await vehicleWear(here.as('technician'), { vehicleId: vehicle.id })
  const front = wear.parts.find((part) => part.wheel === 'frontLeft' && part.worn === 'tread')
  expect(front).toMatchObject({
    tenthMm: 50,
    forecast: { kind: 'ahead', atKm: 64_500, leftKm: 34_000, on: plusDays(TODAY, 880) },
  })
  const pad = (parts: typeof wear.parts) =>
    parts.find((part) => part.wheel === 'frontLeft' && part.worn === 'pad')?.forecast
  expect(pad(wear.parts)).toMatchObject({ kind: 'ahead', leftKm: 20_000 })
  await here.inside((tx) =>
    tx.setting.create({
      data: {
        dealershipId: here.dealershipId,
        key: 'wear.padLimitTenthMm',
        value: 20,
        changedAt: here.now,
      },
    }),
  )
  expect(pad((await vehicleWear(here.as('technician'), { vehicleId: vehicle.id })).parts)).toMatchObject({
    leftKm: 25_000,
  })
  const later = new Date(NOW.getTime() + 300 * 86_400_000)
  const { visitId } = await arriveVisit(here.as('greeter', { now: later }), { plate: vehicle.plate })
  expect(await earlierWheels(here.as('A1', { now: later }), { visitId })).toMatchObject([
    { on: TODAY, km: 20_500 },
    { on: plusDays(TODAY, 200), km: 30_500 },
  ])
  await expect(earlierWheels(here.as('technician'), { visitId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  expect((await visitWear(here.as('A1'), { visitId })).parts).toHaveLength(3)
  const elsewhere = await aDealership()
  await expect(visitWear(elsewhere.as('A1'), { visitId })).rejects.toMatchObject({
    code: 'common.not-found',
  })
  expect((await vehicleWear(elsewhere.as('A1'), { vehicleId: vehicle.id })).parts).toEqual([])
})
