import { expect, test } from 'vitest'
import { menu } from '@/lib/catalogue/server/menu'
import {
  operationList,
  packageList,
  packageOne,
  packagePieces,
  partList,
  rateList,
} from '@/lib/catalogue/server/catalogue-lists'
import { operationQuote } from '@/lib/catalogue/server/operation-quote'
import { retireOperation, saveOperation } from '@/lib/catalogue/server/save-operation'
import { retirePackage, savePackage } from '@/lib/catalogue/server/save-package'
import { retirePart, savePart } from '@/lib/catalogue/server/save-part'
import {
  setLabourRate,
  setPackagePrice,
  setPartPrice,
  withdrawLabourRate,
  withdrawPackagePrice,
  withdrawPartPrice,
} from '@/lib/catalogue/server/set-price'
import { aDealership, TODAY, type GivenDealership } from '../../support/given'

const forbidden = { code: 'auth.forbidden' }
const anOperation = (over: Record<string, unknown> = {}) => ({
  code: 'N100',
  name: '更换雾灯',
  nameEn: 'Replace fog lamp',
  workClass: 'minorRepair',
  skill: 'electrical',
  minGrade: 'junior',
  minutes: '40',
  ...over,
})
const aPackage = (over: Record<string, unknown> = {}) => ({
  code: 'Z1',
  name: '冬季检查',
  nameEn: 'Winter check',
  workClass: 'maintenance',
  skill: 'general',
  minGrade: 'junior',
  minutes: '45',
  bayKind: 'general',
  bookableOnline: 'on',
  sameDay: 'on',
  operationCodes: ['M004', ''],
  partNos: ['P0008', ''],
  partQuantities: ['0.5', '1'],
  ...over,
})
const menuOf = async (here: GivenDealership, code: string, day?: string, model = '') =>
  (await menu(here.asVisitor(), { day, model })).find((entry) => entry.code === code)
const operationOf = async (here: GivenDealership, code: string) =>
  (await operationList(here.as('serviceManager'), { search: code })).rows[0]

test('S3-09 an operation is added, changed, found, and retired; a code is used once', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const { id } = await saveOperation(manager, anOperation())
  await saveOperation(manager, anOperation({ id, minutes: '50' }))
  expect(await operationOf(here, 'fog')).toMatchObject({ id, minutes: 50, skill: 'electrical' })
  await expect(saveOperation(manager, anOperation())).rejects.toMatchObject({
    code: 'catalogue.code-taken',
    facts: { code: 'N100' },
  })
  await expect(saveOperation(manager, anOperation({ code: 'N101', minutes: '0' }))).rejects.toThrow(
    'too-small',
  )
  await retireOperation(manager, { id })
  expect(await operationOf(here, 'N100')).toMatchObject({ disabledAt: here.now })
  await retireOperation(manager, { id, back: 'on' })
  expect(await operationOf(here, 'N100')).toMatchObject({ disabledAt: null })
  const there = await aDealership()
  for (const foreign of [
    () => saveOperation(there.as('serviceManager'), anOperation({ id })),
    () => retireOperation(there.as('serviceManager'), { id }),
  ])
    await expect(foreign()).rejects.toMatchObject({ code: 'common.not-found' })
})

test('what an offered package needs is not retired; a retired piece keeps its package off the menu', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const used = await operationOf(here, 'R105')
  await expect(retireOperation(manager, { id: used?.id })).rejects.toMatchObject({
    code: 'catalogue.used-in-package',
    facts: { code: 'T' },
  })
  const wheels = (await packageList(manager, {})).packages.find(({ code }) => code === 'T')
  await retirePackage(manager, { id: wheels?.id })
  await retireOperation(manager, { id: used?.id })
  await expect(retirePackage(manager, { id: wheels?.id, back: 'on' })).rejects.toMatchObject({
    code: 'catalogue.unknown-operation',
    facts: { code: 'R105' },
  })
  expect(await menuOf(here, 'T')).toBeUndefined()
})

test('S3-08 a package is made of operations and parts, is offered once it has a price, and leaves the menu when retired', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const { id } = await savePackage(manager, aPackage())
  const one = await packageOne(manager, { id })
  expect(one.operations).toMatchObject([{ code: 'M004' }])
  expect(one.parts).toMatchObject([{ no: 'P0008', quantityMilli: 500 }])
  expect(one.listed).toEqual({ labourFen: 9000, partsFen: 3900 })
  expect(await menuOf(here, 'Z1')).toBeUndefined()
  await setPackagePrice(manager, { packageId: id, labour: '88', parts: '39.00', validFrom: TODAY })
  expect(await menuOf(here, 'Z1')).toMatchObject({
    labourFen: 8800,
    partsFen: 3900,
    priceFen: 12_700,
    minutes: 45,
  })
  await savePackage(manager, aPackage({ id, bookableOnline: undefined }))
  expect(await menuOf(here, 'Z1')).toBeUndefined()
  expect((await menu(here.as('serviceAdviser'), {})).some(({ code }) => code === 'Z1')).toBe(true)
  await retirePackage(manager, { id })
  expect((await menu(here.as('serviceAdviser'), {})).some(({ code }) => code === 'Z1')).toBe(false)
  await retirePackage(manager, { id, back: 'on' })
  expect((await packageList(manager, {})).packages.find(({ code }) => code === 'Z1')).toMatchObject({
    disabledAt: null,
    prices: [{ modelPattern: '', priceFen: 12_700 }],
  })
})

test('S3-08 a package without an operation, with an unknown or retired part, or with a code in use is refused', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const refused = (over: Record<string, unknown>) => expect(savePackage(manager, aPackage(over))).rejects
  await refused({ operationCodes: [''] }).toMatchObject({ code: 'catalogue.package-empty' })
  await refused({ operationCodes: ['M004', 'X9'] }).toMatchObject({
    code: 'catalogue.unknown-operation',
    facts: { code: 'X9' },
  })
  await refused({ partNos: ['P9999'] }).toMatchObject({
    code: 'catalogue.unknown-part',
    facts: { no: 'P9999' },
  })
  await refused({ partQuantities: ['much'] }).toThrow('number')
  await refused({ code: 'A' }).toMatchObject({ code: 'catalogue.code-taken' })
  await refused({ minutes: 'soon' }).toThrow('number')
  const { rows } = await partList(manager, { search: 'P0019' })
  await retirePart(manager, { id: rows[0]?.id })
  await refused({ partNos: ['P0019'] }).toMatchObject({ code: 'catalogue.unknown-part' })
  const there = await aDealership()
  const { id } = await savePackage(there.as('serviceManager'), aPackage())
  await refused({ id }).toMatchObject({ code: 'common.not-found' })
  expect((await packageList(manager, {})).packages).toHaveLength(6)
})

test('S3-08 a new package price starts on its day, for its models, and the one before keeps its amount', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const id = (await packageList(manager, {})).packages.find(({ code }) => code === 'A')?.id
  const price = { packageId: id, labour: '150', parts: '400', validFrom: '2026-12-01' }
  await setPackagePrice(manager, price)
  expect(await menuOf(here, 'A', '2026-11-30')).toMatchObject({ labourFen: 12_000 })
  expect(await menuOf(here, 'A', '2026-12-01')).toMatchObject({ labourFen: 15_000, partsFen: 40_000 })
  const overlaps = { code: 'catalogue.price-overlaps', facts: { day: '2026-12-01' } }
  await expect(setPackagePrice(manager, price)).rejects.toMatchObject(overlaps)
  await expect(setPackagePrice(manager, { ...price, validFrom: TODAY })).rejects.toMatchObject(overlaps)
  await expect(setPackagePrice(manager, { ...price, validFrom: '2026-11-22' })).rejects.toMatchObject({
    code: 'catalogue.price-in-the-past',
  })
  await setPackagePrice(manager, { ...price, modelPattern: 'RAV4', labour: '180', validFrom: TODAY })
  expect(await menuOf(here, 'A', TODAY, '荣放 rav4')).toMatchObject({ labourFen: 18_000 })
  expect(await menuOf(here, 'A', TODAY, '凯美瑞')).toMatchObject({ labourFen: 12_000 })
  const { prices } = await packageOne(manager, { id })
  const planned = prices.find(({ state }) => state === 'planned')
  const first = prices.find(({ state, modelPattern }) => state === 'now' && modelPattern === '')
  await expect(withdrawPackagePrice(manager, { id: first?.id })).rejects.toMatchObject({
    code: 'catalogue.price-begun',
  })
  await withdrawPackagePrice(manager, { id: planned?.id })
  expect(await menuOf(here, 'A', '2026-12-01')).toMatchObject({ labourFen: 12_000 })
  expect((await packageOne(manager, { id })).prices.find((row) => row.id === first?.id)?.validTo).toBeNull()
})

test('a price of nothing, a parts price without parts, and a package of another house are refused', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const { packages } = await packageList(manager, {})
  const wheels = packages.find(({ code }) => code === 'T')?.id
  const price = { packageId: wheels, labour: '0', parts: '0', validFrom: TODAY }
  const refused = (over: Record<string, unknown>) =>
    expect(setPackagePrice(manager, { ...price, ...over })).rejects
  await refused({}).toMatchObject({ code: 'catalogue.price-zero' })
  await refused({ labour: '10', parts: '10' }).toMatchObject({ code: 'catalogue.parts-price-without-parts' })
  await refused({ labour: '' }).toThrow('required')
  await refused({ labour: '12.345' }).toThrow('number')
  const there = await aDealership()
  await expect(setPackagePrice(there.as('serviceManager'), { ...price, labour: '10' })).rejects.toMatchObject(
    { code: 'common.not-found' },
  )
})

test('S3-09 X-PRT-18 a labour rate prices operations from its day on and can be withdrawn before', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const operation = await operationOf(here, 'M001')
  const quote = (day: string) => here.inside((tx) => operationQuote(tx, operation?.id ?? '', day))
  await setLabourRate(manager, { skill: 'general', hour: '240', validFrom: '2026-12-01' })
  expect(await quote('2026-11-30')).toMatchObject({ labourFen: 9000 })
  expect(await quote('2026-12-01')).toMatchObject({ labourFen: 12_000 })
  const again = { skill: 'general', hour: '250', validFrom: '2026-12-01' }
  await expect(setLabourRate(manager, again)).rejects.toMatchObject({ code: 'catalogue.price-overlaps' })
  await expect(setLabourRate(manager, { ...again, hour: '0' })).rejects.toMatchObject({
    code: 'catalogue.price-zero',
  })
  const of = async () => (await rateList(manager, {})).skills.find(({ skill }) => skill === 'general')
  const [planned, now] = (await of())?.rates ?? []
  expect([planned?.state, now?.state]).toEqual(['planned', 'now'])
  await expect(withdrawLabourRate(manager, { id: now?.id })).rejects.toMatchObject({
    code: 'catalogue.price-begun',
  })
  await withdrawLabourRate(manager, { id: planned?.id })
  expect(await quote('2026-12-01')).toMatchObject({ labourFen: 9000 })
  const far = await aDealership()
  await expect(withdrawLabourRate(far.as('serviceManager'), { id: now?.id })).rejects.toMatchObject({
    code: 'common.not-found',
  })
})

test('two managers set a rate for the same day at once: one price stands', async () => {
  const here = await aDealership()
  const set = (hour: string) =>
    setLabourRate(here.as('serviceManager'), { skill: 'paint', hour, validFrom: '2026-12-01' })
  const settled = await Promise.allSettled([set('210'), set('220'), set('230')])
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const one of settled)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'catalogue.price-overlaps' })
})

test('S3-09 X-PRT-18 a part is added with an empty stock, gets prices by day, and is retired', async () => {
  const here = await aDealership()
  const clerk = here.as('partsClerk')
  const part = { no: 'N77', name: '雾灯', nameEn: 'Fog lamp', unit: 'pc', origin: 'original', minimum: '2' }
  const { id } = await savePart(clerk, part)
  await savePart(clerk, { ...part, id, location: 'B2-1' })
  await expect(savePart(clerk, part)).rejects.toMatchObject({ code: 'catalogue.code-taken' })
  await setPartPrice(clerk, { partId: id, price: '1,280.50', validFrom: TODAY })
  const one = async () => (await partList(clerk, { search: 'fog' })).rows[0]
  expect(await one()).toMatchObject({
    location: 'B2-1',
    minMilli: 2000,
    prices: [{ priceFen: 128_050, state: 'now' }],
  })
  await expect(setPartPrice(clerk, { partId: id, price: '9', validFrom: TODAY })).rejects.toMatchObject({
    code: 'catalogue.price-overlaps',
  })
  const kept = (await one())?.prices[0]?.id
  await withdrawPartPrice(clerk, { id: kept })
  expect((await one())?.prices).toEqual([])
  await retirePart(clerk, { id })
  expect(await one()).toMatchObject({ disabledAt: here.now })
  await retirePart(clerk, { id, back: 'on' })
  const oil = (await partList(clerk, { search: 'P0001' })).rows[0]
  await expect(retirePart(clerk, { id: oil?.id })).rejects.toMatchObject({
    code: 'catalogue.used-in-package',
  })
  const there = await aDealership()
  for (const foreign of [
    () => savePart(there.as('partsClerk'), { ...part, id }),
    () => retirePart(there.as('partsClerk'), { id }),
    () => setPartPrice(there.as('partsClerk'), { partId: id, price: '9', validFrom: TODAY }),
    () => withdrawPartPrice(there.as('partsClerk'), { id: kept }),
  ])
    await expect(foreign()).rejects.toMatchObject({ code: 'common.not-found' })
})

test('R4 prices and the menu belong to the service manager and the administrator, parts also to the parts clerk', async () => {
  const here = await aDealership()
  for (const role of ['serviceAdviser', 'foreman', 'cashier', 'partsClerk', 'technician'] as const) {
    const nobody = here.as(role)
    for (const tried of [
      () => saveOperation(nobody, anOperation()),
      () => retireOperation(nobody, {}),
      () => savePackage(nobody, aPackage()),
      () => retirePackage(nobody, {}),
      () => setLabourRate(nobody, {}),
      () => withdrawLabourRate(nobody, {}),
      () => setPackagePrice(nobody, {}),
      () => withdrawPackagePrice(nobody, {}),
      () => operationList(nobody, {}),
      () => rateList(nobody, {}),
      () => packageList(nobody, {}),
      () => packageOne(nobody, {}),
      () => packagePieces(nobody, {}),
    ])
      await expect(tried()).rejects.toMatchObject(forbidden)
  }
  for (const role of ['serviceAdviser', 'cashier', 'technician'] as const)
    for (const tried of [
      () => savePart(here.as(role), {}),
      () => retirePart(here.as(role), {}),
      () => setPartPrice(here.as(role), {}),
      () => withdrawPartPrice(here.as(role), {}),
      () => partList(here.as(role), {}),
    ])
      await expect(tried()).rejects.toMatchObject(forbidden)
  const { operations, parts } = await packagePieces(here.as('administrator'), {})
  expect([operations.length, parts.length]).toEqual([25, 20])
})
