import { shortSearch } from '../core/short-search'
import { daysBetween, plusMonths } from '../core/time'

/**
 * The fields from the first word of a caller to the booking, in the order of the call (S1-32): who comes, with which car, what
 * else. A known caller is found, with car and telephone; a new one is typed in. The desk draws exactly these, and everything
 * that is not needed for a booking stands folded beside them.
 */
export const DESK_FIELDS = {
  known: ['find', 'work', 'day', 'time', 'readBack'],
  new: ['find', 'name', 'phone', 'plate', 'work', 'day', 'time', 'readBack'],
} as const
export type DeskField = (typeof DESK_FIELDS)['new'][number]

/** What of a call was done (S1-98, S1-100): own name, purpose, the summary, and that the customer hung up first. */
export const CALL_STEPS = ['ownName', 'purpose', 'summary', 'customerFirst'] as const
export type CallStep = (typeof CALL_STEPS)[number]

/** Whole months from a day to a later one. */
export function wholeMonths(from: string, to: string): number {
  let months = Math.max(0, Math.ceil(daysBetween(from, to) / 28))
  while (months > 0 && plusMonths(from, months) > to) months--
  return months
}

export type Findable = { code: string; name: string; nameEn: string; pinyin: string; initials: string }

/** How well typed words name a package: 0 is best; null when they do not. */
function fit({ code, name, nameEn, pinyin, initials }: Findable, typed: string): number | null {
  const words = [name, nameEn].map((word) => word.toLowerCase())
  if (code.toLowerCase() === typed) return 0
  if (words.some((word) => word.startsWith(typed))) return 1
  if (initials.startsWith(typed) || pinyin.startsWith(typed)) return 2
  if (words.some((word) => word.includes(typed))) return 3
  return pinyin.includes(typed) ? 4 : null
}

/** The packages that typed words may mean, by code, name in either language, pinyin or its initials; the likeliest first. */
export function packagesLike<P extends Findable>(packages: readonly P[], words: string): P[] {
  const typed = words.trim().toLowerCase()
  if (!typed) return [...packages]
  return packages
    .flatMap((one) => {
      const rank = fit(one, typed)
      return rank === null ? [] : [{ one, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

/** Where the words typed for a caller that nobody knows belong: a number, a plate, or a name. */
export function callerFrom(words: string): { name: string; phone: string; plate: string } {
  const text = words.trim()
  const digits = text.replace(/[\s-]/g, '')
  if (/^\+?\d{7,}$/.test(digits)) return { name: '', phone: digits, plate: '' }
  if (/[a-z]/i.test(text) && /\d/.test(text)) return { name: '', phone: '', plate: text.toUpperCase() }
  return { name: /\d/.test(text) ? '' : text, phone: '', plate: '' }
}

type Somebody = { name: string; phone: string; plate: string }

/** Whether who was found is somebody else than the caller that was being typed in: what was typed contradicts them. */
export function isAnotherCaller(typed: Somebody, found: Somebody): boolean {
  const digits = typed.phone.replace(/\D/g, '')
  const plate = typed.plate.replace(/\s/g, '').toUpperCase()
  return !(
    found.phone.includes(digits) &&
    found.plate.includes(plate) &&
    found.name.includes(typed.name.trim())
  )
}

type Known = { vehicle: { id: string; plate: string }; customer: { id: string } }

/** The address of the booking desk with car and customer chosen; a car without a plate is named by the end of its VIN (R18). */
export const bookingDeskOf = ({ vehicle, customer }: Known): string =>
  `/appointments/new?q=${encodeURIComponent(shortSearch(vehicle.plate))}&vehicle=${vehicle.id}&customer=${customer.id}`
