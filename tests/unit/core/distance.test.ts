import { expect, test } from 'vitest'
import { metresBetween, positionOf } from '@/lib/core/distance'

test('the distance of two places follows the surface of the earth', () => {
  const shanghai = { latitude: 31.2304, longitude: 121.4737 }
  const beijing = { latitude: 39.9042, longitude: 116.4074 }
  expect(metresBetween(shanghai, shanghai)).toBe(0)
  expect(metresBetween(shanghai, beijing)).toBe(metresBetween(beijing, shanghai))
  expect(Math.abs(metresBetween(shanghai, beijing) / 1000 - 1067)).toBeLessThan(3)
  expect(metresBetween({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBeLessThan(
    2300,
  )
})

test('a position is two numbers in degrees, and nothing else', () => {
  expect(positionOf('31.1128,121.3817')).toEqual({ latitude: 31.1128, longitude: 121.3817 })
  expect(positionOf(' 31.1128, 121.3817 ')).not.toBeNull()
  for (const wrong of ['', '31.1', '91,10', '10,181', 'a,b', '31.1128;121.3817'])
    expect(positionOf(wrong)).toBeNull()
})
