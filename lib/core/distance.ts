export type Position = { latitude: number; longitude: number }

const EARTH_METRES = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places along the surface, as the crow flies (haversine formula, mean radius of the earth). */
export function metresBetween(one: Position, other: Position): number {
  const up = Math.sin(radians(other.latitude - one.latitude) / 2)
  const along = Math.sin(radians(other.longitude - one.longitude) / 2)
  const a = up * up + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * along * along
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(a))))
}

/** `latitude,longitude` in degrees; null for anything else. */
export function positionOf(text: string): Position | null {
  const found = /^(-?\d{1,2}(?:\.\d{1,7})?), ?(-?\d{1,3}(?:\.\d{1,7})?)$/.exec(text.trim())
  if (!found) return null
  const [latitude, longitude] = [Number(found[1]), Number(found[2])]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}
