/** What drives a car, as it stands in its file. */
export const FUELS = ['petrol', 'diesel', 'hybrid', 'electric'] as const
export type Fuel = (typeof FUELS)[number]

export type FitRules = { fuels: readonly string[]; fromKm: number | null; toKm: number | null }

/**
 * Whether a package is for this car, by its drive and its mileage (from `fromKm` on and below `toKm`); no drives named are all, and
 * what is not known of the car excludes nothing. The model decides by its price (`priceForModel`).
 */
export function fitsCar(
  { fuels, fromKm, toKm }: FitRules,
  car: { fuel?: string | null; km?: number | null },
): boolean {
  if (car.fuel && fuels.length && !fuels.includes(car.fuel)) return false
  if (car.km === undefined || car.km === null) return true
  return (fromKm === null || car.km >= fromKm) && (toKm === null || car.km < toKm)
}
