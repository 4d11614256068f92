import * as z from 'zod'
import { defaultSettings, Settings, type SettingKey } from './settings'

/** How a value is written and read by people. `share` is kept in basis points, `yuan` in fen, `mm` in tenths; the rest as they are. */
export type SettingUnit =
  | 'share' | 'yuan' | 'minutes' | 'seconds' | 'hours' | 'days' | 'months' | 'km' | 'times' | 'cycles' | 'appointments' | 'points'
  | 'clock' | 'text' | 'pieces' | 'people' | 'choice' | 'mm' // prettier-ignore

/** The register of section 8 in the order of the settings page. */
export const SETTING_GROUPS = {
  calendar: {
    'calendar.holidays': 'choice',
    'calendar.holidayOpensAt': 'clock',
    'calendar.holidayClosesAt': 'clock',
    'calendar.makeUpDays': 'choice',
  },
  booking: {
    'capacity.productivityBp': 'share',
    'capacity.juniorBp': 'share',
    'capacity.middleBp': 'share',
    'capacity.seniorBp': 'share',
    'booking.rateBp': 'share',
    'booking.rateStartBp': 'share',
    'booking.rateMaxBp': 'share',
    'booking.leadTimeTargetDays': 'days',
    'booking.registerWindowMonths': 'months',
    'booking.slotMinutes': 'minutes',
    'booking.wishMinutes': 'minutes',
    'booking.quickTechnicians': 'people',
    'booking.patienceMinutes': 'minutes',
    'booking.inspectionMinutes': 'minutes',
    'booking.washMinutes': 'minutes',
    'booking.horizonDays': 'days',
    'booking.noticeMinutes': 'minutes',
    'booking.changeUntilMinutes': 'minutes',
    'booking.noShowGraceMinutes': 'minutes',
    'booking.holdMinutes': 'minutes',
    'booking.maxOpenPerPhone': 'appointments',
    'parts.leadDays': 'days',
    'call.longSeconds': 'seconds',
    'discount.earlyBookingBp': 'share',
    'response.requestMinutes': 'minutes',
    'confirm.dayBefore': 'days',
    'confirm.hourBefore': 'hours',
  },
  reception: {
    'reception.greetSeconds': 'seconds',
    'reception.greeting': 'text',
    'reception.greetingEn': 'text',
    'reception.kitPieces': 'pieces',
    'wear.treadAdviceTenthMm': 'mm',
    'wear.padLimitTenthMm': 'mm',
    'wear.padAdviceTenthMm': 'mm',
    'comeback.days': 'days',
    'comeback.km': 'km',
  },
  order: {
    'order.omissionPoints': 'points',
    'order.discountLimitBp': 'share',
    'order.managerDiscountLimitBp': 'share',
    'order.goodwillLimitBp': 'share',
    'order.approvalMinutes': 'minutes',
    'order.approvalReminderMinutes': 'minutes',
    'order.approvalCodeFromFen': 'yuan',
    'warranty.authorities': 'text',
    'tax.rateBp': 'share',
    'cost.juniorHourFen': 'yuan',
    'cost.middleHourFen': 'yuan',
    'cost.seniorHourFen': 'yuan',
    'sla.maintenanceMinutes': 'minutes',
    'sla.minorRepairDays': 'days',
  },
  care: {
    'lounge.minCare': 'times',
    'lounge.careEveryMinutes': 'minutes',
    'promise.bufferMinutes': 'minutes',
    'delay.noticeMinutes': 'minutes',
    'loaner.minRepairHours': 'hours',
    'loaner.plates': 'text',
    'pickup.radiusKm': 'km',
    'pickup.drivers': 'people',
    'pickup.driveMinutes': 'minutes',
    'place.coordinates': 'text',
  },
  followUp: {
    'followup.inviteHours': 'hours',
    'followup.callFromDays': 'days',
    'followup.callToDays': 'days',
    'followup.extraSensitive': 'times',
    'followup.attempts': 'times',
    'reminder.leadDays': 'days',
    'reminder.remainKm': 'km',
    'service.intervalKm': 'km',
    'service.intervalMonths': 'months',
    'quiet.from': 'clock',
    'quiet.to': 'clock',
  },
  complaint: {
    'complaint.takeoverMinutes': 'minutes',
    'complaint.firstPlanMinutes': 'minutes',
    'complaint.compensationLimitFen': 'yuan',
  },
  customers: {
    'tier.newMonths': 'months',
    'tier.newContacts': 'times',
    'tier.existingContacts': 'times',
    'tier.vipContacts': 'times',
    'tier.festivalGift': 'text',
    'offer.frequentVisits': 'times',
    'offer.frequentPackage': 'text',
    'offer.newEnergyPackage': 'text',
    'churn.cycles': 'cycles',
    'kpi.reminderSuccessBp': 'share',
    'kpi.actualBookingBp': 'share',
  },
} as const satisfies Record<string, Partial<Record<SettingKey, SettingUnit>>>

export type SettingGroup = keyof typeof SETTING_GROUPS

const UNITS = Object.assign({}, ...Object.values(SETTING_GROUPS)) as Record<SettingKey, SettingUnit>

/** What people may change: settings of the register that nothing reads are in no group, since a setting that does nothing is a defect. */
export const OFFERED = Object.keys(UNITS) as SettingKey[]
export const unitOf = (key: SettingKey): SettingUnit => UNITS[key]

/** Pairs whose first may not be above the second. */
export const SETTING_PAIRS: readonly (readonly [SettingKey, SettingKey])[] = [
  ['booking.rateStartBp', 'booking.rateMaxBp'],
  ['followup.callFromDays', 'followup.callToDays'],
  ['wear.padLimitTenthMm', 'wear.padAdviceTenthMm'],
  ['calendar.holidayOpensAt', 'calendar.holidayClosesAt'],
]

/** Whether the first value of a pair lies above the second; times of the clock are compared as such. */
export const isAbove = (lower: unknown, upper: unknown): boolean =>
  typeof lower === 'string' ? lower > String(upper) : Number(lower) > Number(upper)

/** What a setting that is a choice can be; empty for any other. */
export function choicesOf(key: SettingKey): readonly string[] {
  const rule = Settings.shape[key].unwrap()
  return rule instanceof z.ZodEnum ? rule.options.map(String) : []
}

const SCALE: Partial<Record<SettingUnit, number>> = { share: 100, yuan: 100, mm: 10 }

/** Sentences that are read aloud keep the marks they were written with. */
const SPOKEN: readonly SettingKey[] = ['reception.greeting', 'reception.greetingEn']

/** What a person typed, as it is stored; what is no number stays as it is and is refused by the schema. */
export function settingFromText(key: SettingKey, text: string | string[]): unknown {
  if (Array.isArray(defaultSettings[key])) return [text].flat().filter(Boolean)
  if (SPOKEN.includes(key)) return ([text].flat()[0] ?? '').normalize('NFC').trim()
  const single = [text].flat()[0]?.normalize('NFKC').trim() ?? ''
  if (typeof defaultSettings[key] === 'string') return single
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(single)) return Number.NaN
  return Math.round(Number(single) * (SCALE[unitOf(key)] ?? 1) * 100) / 100
}

/** A stored value as a person writes it. */
export const settingToText = (key: SettingKey, value: unknown): string =>
  typeof value === 'number' ? String(value / (SCALE[unitOf(key)] ?? 1)) : String(value)
