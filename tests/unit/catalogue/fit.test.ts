import { expect, test } from 'vitest'
import { fitsCar } from '@/lib/catalogue/fit'

test('S3-08 a package fits by the drive and the mileage of the car, and by what is not known', () => {
  const big = { fuels: ['petrol', 'hybrid'], fromKm: 30_000, toKm: 50_000 }
  expect(fitsCar(big, { fuel: 'petrol', km: 30_000 })).toBe(true)
  expect(fitsCar(big, { fuel: 'petrol', km: 49_999 })).toBe(true)
  expect(fitsCar(big, { fuel: 'petrol', km: 50_000 })).toBe(false)
  expect(fitsCar(big, { fuel: 'petrol', km: 29_999 })).toBe(false)
  expect(fitsCar(big, { fuel: 'electric', km: 40_000 })).toBe(false)
  expect(fitsCar(big, { fuel: 'petrol', km: null })).toBe(true)
  expect(fitsCar(big, { km: 40_000 })).toBe(true)
  expect(fitsCar({ fuels: [], fromKm: null, toKm: null }, { fuel: 'electric', km: 1 })).toBe(true)
})
