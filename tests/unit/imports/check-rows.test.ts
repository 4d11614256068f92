import { expect, test } from 'vitest'
import { checkRows, columnName, guessMapping, headingRow, missingFields } from '@/lib/imports/check-rows'

const HEAD = ['序号', '车牌号码', '客户姓名', '联系电话', '车架号（VIN）', '行驶里程(km)', '上牌日期']
const row = (over: Record<number, unknown> = {}) =>
  ['1', '沪A12345', '张伟', '13812345678', '', '12,345', '2021/3/5'].map((cell, i) =>
    i in over ? over[i] : cell,
  ) as string[]
const check = (...rows: string[][]) =>
  checkRows('customers', [HEAD, ...rows], 0, guessMapping('customers', HEAD))

test('columns are recognised by Chinese and English headings, also with units and brackets', () => {
  expect(guessMapping('customers', HEAD)).toEqual({
    plate: 1,
    name: 2,
    phone: 3,
    vin: 4,
    km: 5,
    firstRegisteredOn: 6,
  })
  expect(guessMapping('parts', ['Part No.', 'Name', 'Unit price (CNY)', 'Stock'])).toEqual({
    no: 0,
    name: 1,
    priceFen: 2,
    onHandMilli: 3,
  })
  expect(missingFields('parts', { no: 0 })).toEqual(['name', 'priceFen'])
})

test('headings may stand below a title line', () => {
  expect(headingRow('customers', [['客户车辆清单'], [], HEAD, row()])).toBe(2)
})

test('a good row is normalised: plate, number with comma, day with slashes', () => {
  const { good, problems } = check(row({ 1: '沪a·12345' }))
  expect(problems).toEqual([])
  expect(good[0]?.values).toEqual({
    plate: '沪A12345',
    name: '张伟',
    phone: '13812345678',
    km: 12345,
    firstRegisteredOn: '2021-03-05',
  })
})

test.each([
  [{ 1: '沪I12345' }, 'B2', 'plate'],
  [{ 2: '' }, 'C2', 'required'],
  [{ 3: '1381234' }, 'D2', 'phone'],
  [{ 4: 'LFM123' }, 'E2', 'vin'],
  [{ 5: '一万' }, 'F2', 'number'],
  [{ 5: '-5' }, 'F2', 'negative'],
  [{ 6: '2021/2/30' }, 'G2', 'day'],
  [{ 2: '=HYPERLINK("x")' }, 'C2', 'formula'],
])('a bad cell %j is named as %s with the reason %s', (over, cell, reason) => {
  const { good, bad, problems } = check(row(over))
  expect({ good: good.length, bad }).toEqual({ good: 0, bad: 1 })
  expect(problems).toMatchObject([{ row: 2, cell, reason }])
})

test('X-CRM-11 the second row of the same plate or VIN is a duplicate', () => {
  const { good, repeated, problems } = check(row(), row({ 1: '沪Ａ１２３４５', 3: '13900000000' }))
  expect(good).toHaveLength(1)
  expect(repeated).toBe(1)
  expect(problems).toMatchObject([{ row: 3, cell: 'B3', reason: 'duplicateInFile' }])
})

test('a VIN with a wrong check digit is a warning, never a refusal', () => {
  const { good, problems } = check(row({ 4: 'WAUAFEF58JA036323' }))
  expect(good).toHaveLength(1)
  expect(problems).toMatchObject([{ reason: 'vinCheckDigit', warning: true }])
})

test('empty rows do not count', () => {
  expect(check(row(), ['', '', '', '', '', '', '']).rows).toBe(1)
})

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
