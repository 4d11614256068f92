export const WHEELS = ['frontLeft', 'frontRight', 'rearLeft', 'rearRight', 'spare'] as const
export type Wheel = (typeof WHEELS)[number]

/** What wears at a wheel: the tyre and the brake pad. */
export const WORN = ['tread', 'pad'] as const
export type Worn = (typeof WORN)[number]

/** One wheel as it was measured: tenths of a millimetre, kPa, week and year of the tyre as printed on it (3524). */
export type WheelReading = {
  wheel: Wheel
  treadTenthMm: number | null
  padTenthMm: number | null
  pressureKpa: number | null
  dot: string
}

export const emptyWheel = (wheel: Wheel): WheelReading => ({
  wheel,
  treadTenthMm: null,
  padTenthMm: null,
  pressureKpa: null,
  dot: '',
})

export const isMeasured = ({ treadTenthMm, padTenthMm, pressureKpa, dot }: WheelReading): boolean =>
  treadTenthMm !== null || padTenthMm !== null || pressureKpa !== null || dot !== ''

export const WARNING_LIGHTS = [
  'engine', 'oilPressure', 'coolant', 'battery', 'brake', 'abs', 'stability', 'airbag', 'steering', 'tyrePressure', 'gearbox',
  'driveSystem', 'service',
] as const // prettier-ignore
export type WarningLight = (typeof WARNING_LIGHTS)[number]

/** Smallest tread of a passenger car on the road, in tenths of a millimetre (GB 7258-2017, 9.1.2). */
export const LEGAL_TREAD_TENTH_MM = 16

/** `limit`: to be replaced; `advice`: worth telling the customer. Tenths of a millimetre. */
export type WearLimits = Record<Worn, { limit: number; advice: number }>

export type WearLevel = 'good' | 'soon' | 'limit'

/** Where a measurement stands; a value equal to a limit has reached it. The limit of a tread is never below the legal one. */
export function wearLevel(worn: Worn, tenthMm: number, limits: WearLimits): WearLevel {
  const { limit, advice } = limits[worn]
  if (tenthMm <= limit) return 'limit'
  return tenthMm <= advice ? 'soon' : 'good'
}

type Settings = {
  'wear.treadAdviceTenthMm': number
  'wear.padLimitTenthMm': number
  'wear.padAdviceTenthMm': number
}

/** The legal limit of the tread, and the limits of the dealership for the rest. */
export const limitsOf = (settings: Settings): WearLimits => ({
  tread: { limit: LEGAL_TREAD_TENTH_MM, advice: settings['wear.treadAdviceTenthMm'] },
  pad: { limit: settings['wear.padLimitTenthMm'], advice: settings['wear.padAdviceTenthMm'] },
})

export const valueOf = (reading: WheelReading, worn: Worn): number | null =>
  worn === 'tread' ? reading.treadTenthMm : reading.padTenthMm

/** The age of a tyre in years on a day ('YYYY-MM-DD'), from the week and year printed on it; null without. */
export function tyreYears(dot: string, day: string): number | null {
  const week = Number(dot.slice(0, 2))
  if (!/^\d{4}$/.test(dot) || week < 1) return null
  const made = Date.UTC(2000 + Number(dot.slice(2)), 0, 1 + (week - 1) * 7)
  const years = (Date.parse(`${day}T00:00:00Z`) - made) / (365.25 * 86_400_000)
  return years < 0 ? null : years
}

/** Millimetres with one place, as they are read off a gauge. */
export const mmOf = (tenthMm: number): string => (tenthMm / 10).toFixed(1)

/** Tenths of a millimetre from what a person types (5, 5.5, 5,5), held between nothing and `most`; null for no number. */
export function tenthsFrom(text: string, most: number): number | null {
  const clean = text.normalize('NFKC').trim().replace(',', '.')
  if (!/^\d{1,2}(\.\d?)?$/.test(clean)) return null
  return Math.min(most, Math.round(Number(clean) * 10))
}

/** A trouble code as a tester prints it, such as P0301 (SAE J2012, ISO 15031-6), from what is typed; null for anything else. */
export function faultCodeFrom(text: string): string | null {
  const code = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return /^[PCBU][0-3][0-9A-F]{3}$/.test(code) ? code : null
}
