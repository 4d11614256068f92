import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localeFromHeader } from '@/lib/core/locale'
import * as format from '@/lib/i18n/format'

const timeZone = 'Asia/Shanghai'
const now = '2026-03-02T03:00:00Z'
const zh = { locale: 'zh-CN', timeZone, now } as const
const en = { locale: 'en', timeZone, now } as const

describe('times', () => {
  test('the day is named from the wall of the dealership, not of the server', () => {
    expect(format.dateTime('2026-03-02T06:30:00Z', en)).toBe('today 14:30')
    expect(format.dateTime('2026-03-02T16:30:00Z', en)).toBe('tomorrow 0:30')
    expect(format.dateTime('2026-03-03T01:00:00Z', zh)).toBe('明天 9:00')
    expect(format.day('2026-03-01T03:00:00Z', zh)).toBe('昨天')
  })

  test('farther days carry the weekday, other years the year', () => {
    expect(format.day('2026-03-12T03:00:00Z', en)).toBe('Thu 12 Mar')
    expect(format.day('2026-03-12T03:00:00Z', zh)).toBe('3月12日 周四')
    expect(format.day('2027-03-12T03:00:00Z', en)).toBe('Fri 12 Mar 2027')
  })

  test('a range names the second day only when it crosses midnight', () => {
    expect(format.timeRange('2026-03-02T06:30:00Z', '2026-03-02T07:00:00Z', en)).toBe('14:30–15:00')
    expect(format.timeRange('2026-03-02T06:30:00Z', '2026-03-03T01:00:00Z', en)).toBe('14:30–tomorrow 9:00')
  })

  test('a calendar day belongs to no zone', () => {
    expect(format.calendarDay('2026-03-02', 'zh-CN')).toBe('2026年3月2日周一')
    expect(format.calendarDay('2026-03-02', 'en')).toBe('Mon, 2 March 2026')
  })

  test('the days between two instants only depend on their days', () => {
    const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(format.daysFrom(a, b, timeZone)).toBe(0 - format.daysFrom(b, a, timeZone) || 0)
        expect(format.daysFrom(a, b, timeZone) === 0).toBe(
          format.dayKey(a, timeZone) === format.dayKey(b, timeZone),
        )
      }),
    )
  })
})

describe('lengths of time', () => {
  test.each([
    [0, '0 min', '0 分钟'],
    [45, '45 min', '45 分钟'],
    [120, '2 h', '2 小时'],
    [90, '1 h 30 min', '1 小时 30 分钟'],
    [3 * 1440 + 240, '3 d 4 h', '3 天 4 小时'],
    [-10, '−10 min', '−10 分钟'],
  ])('%i minutes', (minutes, english, chinese) => {
    expect(format.duration(minutes, 'en')).toBe(english)
    expect(format.duration(minutes, 'zh-CN')).toBe(chinese)
  })

  test('short form', () => {
    expect([5, 59, 60, 125, 4000].map(format.shortDuration)).toEqual(['5′', '59′', '1:00', '2:05', '2d'])
  })
})

describe('money and numbers', () => {
  test('fen are shown as yuan and lose nothing', () => {
    expect(format.money(128_000, 'zh-CN')).toBe('¥1,280.00')
    expect(format.money(-5, 'en')).toBe('−¥0.05')
    expect(format.money(128_000, 'en', { cents: false })).toBe('¥1,280')
    expect(format.money(128_050, 'en', { cents: false })).toBe('¥1,280.50')
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (fen) => {
        const shown = format.money(fen, 'en').replace('−', '-').replace(/[¥,]/g, '')
        expect(Math.round(Number(shown) * 100)).toBe(fen === 0 ? 0 : fen)
      }),
    )
  })

  test('units', () => {
    expect(format.quantity(1500, 'en')).toBe('1.5')
    expect(format.percent(8550, 'en')).toBe('85.5%')
    expect(format.km(48_210, 'zh-CN')).toBe('48,210 km')
    expect(format.labourHours(90, 'zh-CN')).toBe('1.5 工时')
  })

  test('a masked number keeps three and four digits', () => {
    expect(format.phoneMasked('13800138000')).toBe('138 **** 8000')
    expect(format.phone('13800138000')).toBe('138 0013 8000')
    expect(format.phone('02164001001')).toBe('021 6400 1001')
    expect(format.phone('0512612345678')).toBe('0512612345678')
    expect(format.phone('075512345678')).toBe('0755 1234 5678')
    expect(format.phoneMasked('123')).toBe('***')
  })
})

test.each([
  ['en-US,en;q=0.9', 'en'],
  ['zh-Hant-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['fr-FR,en;q=0.5,zh;q=0.4', 'en'],
  ['fr', 'zh-CN'],
  ['en;q=0,zh', 'zh-CN'],
  [null, 'zh-CN'],
])('C49 Accept-Language %s is answered in %s', (header, locale) => {
  expect(localeFromHeader(header)).toBe(locale)
})
