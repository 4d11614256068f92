import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checkImport, importRun, startImport } from '@/lib/imports/server/import-run'
import { readTable } from '@/lib/imports/server/read-table'
import { giveUpImport, runImport } from '@/lib/imports/server/run-import'
import type { ImportKind } from '@/lib/imports/kinds'
import { poisoned } from '../../support/poison'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'))
const HEAD = '车牌号,车主姓名,手机号,车架号,车型,行驶里程'
const line = (n: number) =>
  `沪A${String(10_000 + n)},客户${n},1380000${String(1000 + n).slice(-4)},,凯美瑞,${n}`

const check = (here: GivenDealership, bytes: Uint8Array, kind: ImportKind = 'customers') =>
  checkImport(here.as('serviceManager'), { kind, fileName: 'a.csv', bytes })
async function imported(here: GivenDealership, bytes: Uint8Array, kind: ImportKind = 'customers') {
  const { id } = await check(here, bytes, kind)
  await startImport(here.as('serviceManager'), { id, take: 'good' })
  return runImport(here.asSystem(), id)
}
const count = (here: GivenDealership) =>
  here.inside(async (tx) => ({ cars: await tx.vehicle.count(), people: await tx.customer.count() }))

test('a dry run names bad cells and writes no business data', async () => {
  const here = await aDealership()
  const { totals, problems } = await check(here, csv(HEAD, line(1), '沪I12345,张伟,123,,,', line(2)))
  expect(totals).toMatchObject({ rows: 3, good: 2, bad: 1, known: 0 })
  expect(problems.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual(['A3 plate', 'C3 phone'])
  expect(await count(here)).toEqual({ cars: 0, people: 0 })
})

test('the good rows are imported, and running it again adds nothing', async () => {
  const here = await aDealership()
  const file = csv(HEAD, line(1), line(2), '沪I12345,张伟,123,,,')
  expect(await imported(here, file)).toMatchObject({ imported: 2, skipped: 0 })
  expect(await imported(here, file)).toMatchObject({ imported: 0, skipped: 2 })
  expect(await count(here)).toEqual({ cars: 2, people: 2 })
})

test('X-CRM-11 duplicates are found by plate, VIN and telephone', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(here, { phone: '13812345678' })
  const rows = [
    `${vehicle.plate},${customer.name},13812345678,,,`,
    `沪B99999,李四,13911112222,${vehicle.vin},,`,
    `沪B88888,王五,13812345678,,,`,
  ]
  const { totals, problems } = await check(here, csv(HEAD, ...rows))
  expect(totals).toMatchObject({ rows: 3, known: 1, bad: 1 })
  expect(problems.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '3 vinOfOtherPlate',
    '4 phoneOfOtherName',
  ])
})

const events = (here: GivenDealership, subjectId: string) =>
  here.inside((tx) =>
    tx.event.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { name: true, facts: true } }),
  )

test('an import that broke off goes on where it stood, counts every row once and ends in one event', async () => {
  const here = await aDealership()
  const { id } = await check(here, csv(HEAD, ...Array.from({ length: 1200 }, (_, n) => line(n))))
  await startImport(here.as('serviceManager'), { id, take: 'all' })
  const run = () => runImport(here.asSystem(), id)
  await expect(poisoned('Vehicle', `NEW.plate = '沪A11100'`, run)).rejects.toThrow('poisoned')
  const row = () => here.inside((tx) => tx.importRun.findFirstOrThrow({ where: { id } }))
  expect(await row()).toMatchObject({ status: 'running', progress: 1000, totals: { imported: 1000 } })
  await giveUpImport(here.asSystem(), id)
  expect(await row()).toMatchObject({ status: 'failed', progress: 1000, finishedAt: here.now })
  expect(await run()).toMatchObject({ imported: 1000 })
  await startImport(here.as('serviceManager'), { id, take: 'good' })
  const twice = await Promise.allSettled([run(), run()])
  expect(twice.map(({ status }) => status)).toContain('fulfilled')
  expect(await row()).toMatchObject({
    status: 'done',
    progress: 1200,
    totals: { imported: 1200, skipped: 0 },
  })
  expect(await run()).toMatchObject({ imported: 1200, skipped: 0 })
  expect(await count(here)).toEqual({ cars: 1200, people: 1200 })
  expect((await events(here, id)).filter(({ name }) => name === 'import.finish')).toEqual([
    { name: 'import.finish', facts: { kind: 'customers', status: 'failed', imported: 1000, skipped: 0 } },
    { name: 'import.finish', facts: { kind: 'customers', status: 'done', imported: 1200, skipped: 0 } },
  ])
})

test('all rows or none: a bad row refuses the whole import', async () => {
  const here = await aDealership()
  const { id } = await check(here, csv(HEAD, line(1), '沪I12345,张伟,123,,,'))
  const all = startImport(here.as('serviceManager'), { id, take: 'all' })
  await expect(all).rejects.toMatchObject({ code: 'import.has-bad-rows', facts: { rows: 1 } })
  expect(await count(here)).toEqual({ cars: 0, people: 0 })
})

test('a started import is not started twice, and a missing column is refused', async () => {
  const here = await aDealership()
  const { id } = await check(here, csv(HEAD, line(1)))
  const starts = await Promise.allSettled(
    [1, 2, 3].map(() => startImport(here.as('serviceManager'), { id, take: 'good' })),
  )
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(starts.find((start) => start.status === 'rejected')?.reason).toMatchObject({
    code: 'import.already-started',
  })
  const other = await check(here, csv('车主姓名,手机号', '张伟,13800001111'))
  expect(other.missing).toEqual(['plate'])
  const start = startImport(here.as('serviceManager'), { id: other.id, take: 'good' })
  await expect(start).rejects.toMatchObject({ code: 'import.columns-missing' })
})

test('an adviser may neither check nor see imports', async () => {
  const here = await aDealership()
  const adviser = here.as('serviceAdviser')
  await expect(
    checkImport(adviser, { kind: 'parts', fileName: 'a.csv', bytes: csv('x') }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(importRun(adviser, { id: here.dealershipId })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})

test('what is no table, or too large, is refused in plain words', async () => {
  await expect(readTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toMatchObject({
    code: 'import.unreadable',
  })
  await expect(readTable(csv(''))).rejects.toMatchObject({ code: 'import.unreadable' })
  await expect(readTable(new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toMatchObject({
    code: 'import.too-large',
  })
  await expect(readTable(csv(...Array<string>(50_011).fill('a,b')))).rejects.toMatchObject({
    code: 'import.too-many-rows',
  })
})

test('operations, parts and staff are imported with their prices, stock and roles', async () => {
  const here = await aDealership()
  await imported(here, csv('工项代码,名称,分钟,技能', 'X900,更换雨刮电机,50,电器'), 'operations')
  await imported(here, csv('配件号,名称,售价,库存', 'X-77,雨刮电机,"1,288.50",3'), 'parts')
  await imported(here, csv('工号,姓名,岗位,等级,技能', 'N77,欧阳锋,"技师、质检员",高级,发动机/底盘'), 'staff')
  const [operation, part, person] = await here.inside((tx) =>
    Promise.all([
      tx.labourOperation.findFirst({ where: { code: 'X900' } }),
      tx.part.findFirst({ where: { no: 'X-77' }, include: { partPrices: true, stockItem: true } }),
      tx.staff.findFirst({ where: { employeeNo: 'N77' } }),
    ]),
  )
  expect(operation).toMatchObject({ minutes: 50, skill: 'electrical' })
  expect(part).toMatchObject({ partPrices: [{ priceFen: 128_850 }], stockItem: { onHandMilli: 3000 } })
  expect(person).toMatchObject({
    roles: ['technician', 'qcInspector'],
    grade: 'senior',
    skills: ['engine', 'chassis'],
    initials: 'oyf',
  })
})

test('20,000 rows go in with progress, once', async () => {
  const here = await aDealership()
  const rows = Array.from(
    { length: 20_000 },
    (_, n) =>
      `沪${'ABCDE'[Math.floor(n / 10_000)]}${String(10_000 + (n % 10_000))},客户${n},138${String(10_000_000 + n)},,凯美瑞,${n}`,
  )
  const { id, totals } = await check(here, csv(HEAD, ...rows))
  expect(totals).toMatchObject({ rows: 20_000, good: 20_000, bad: 0 })
  await startImport(here.as('serviceManager'), { id, take: 'all' })
  const progress: number[] = []
  expect(await runImport(here.asSystem(), id, (done) => progress.push(done))).toMatchObject({
    imported: 20_000,
  })
  expect(progress).toHaveLength(20)
  expect(await count(here)).toEqual({ cars: 20_000, people: 20_000 })
  expect(await importRun(here.as('serviceManager'), { id })).toMatchObject({
    status: 'done',
    progress: 20_000,
  })
}, 60_000)

test('the sample files read: a messy .xlsx of customers and a .csv of parts in GB18030', async () => {
  const here = await aDealership()
  const customers = await check(here, await readFile('public/samples/customers-messy.xlsx'))
  expect(customers.missing).toEqual([])
  expect(customers.totals.good).toBeGreaterThan(20)
  expect(new Set(customers.problems.map(({ reason }) => reason))).toEqual(
    new Set(['plate', 'phone', 'required', 'day', 'vin', 'vinCheckDigit', 'duplicateInFile', 'number']),
  )
  const parts = await check(here, await readFile('public/samples/parts-gb18030.csv'), 'parts')
  expect(parts.missing).toEqual([])
  expect(parts.totals).toMatchObject({ rows: 16, good: 13, bad: 3 })
})
