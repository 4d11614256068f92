import { canonicalCode } from './canonical'

export const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

export type PlateKind = 'blue' | 'green' | 'yellow' | 'white' | 'black'

const ORDINARY = new RegExp(`^[${PROVINCES}][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]$`)
const NEW_ENERGY = new RegExp(`^[${PROVINCES}][A-HJ-NP-Z](?:[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])$`)
const ARMED_POLICE = new RegExp(`^WJ[${PROVINCES}]?[0-9]{4}[0-9A-Z]$`)

/** Upper case, half-width, without separators: the form in which plates are stored and compared. */
export const normalPlate = canonicalCode

/** GA 36: 7 characters, or 8 for new-energy vehicles (letter third for small, last for large ones). */
export const isPlate = (text: string): boolean => {
  const plate = normalPlate(text)
  return ORDINARY.test(plate) || NEW_ENERGY.test(plate) || ARMED_POLICE.test(plate)
}

/** The codes of a list that people write: with commas, spaces or lines between them. */
export const platesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；]+/)
      .map(normalPlate)
      .filter(Boolean),
  ),
]

/** How the plate is drawn. A look only: never decides fuel or price. */
export function plateKindOf(text: string): PlateKind {
  const plate = normalPlate(text)
  if (NEW_ENERGY.test(plate)) return 'green'
  if (/[港澳]$/.test(plate)) return 'black'
  if (/警$/.test(plate) || plate.startsWith('WJ')) return 'white'
  if (/[挂学]$/.test(plate)) return 'yellow'
  return 'blue'
}

/** The last four characters: what people say and type to find a car. */
export const plateTail = (plate: string): string => normalPlate(plate).slice(-4)

const PROVINCE_NAMES =
  '北京京天津津上海沪重庆渝河北冀河南豫云南云辽宁辽黑龙黑湖南湘安徽皖山东鲁新疆新江苏苏浙江浙江西赣湖北鄂广西桂甘肃甘山西晋内蒙蒙陕西陕吉林吉福建闽贵州贵广东粤青海青西藏藏四川川宁夏宁海南琼'

/** The first character of most plates where an address begins: 上海市… gives 沪; null when the address names no province. */
export function provinceOfAddress(address: string): string | null {
  for (let i = 0; i < PROVINCE_NAMES.length; i += 3)
    if (address.startsWith(PROVINCE_NAMES.slice(i, i + 2))) return PROVINCE_NAMES.charAt(i + 2)
  return null
}
