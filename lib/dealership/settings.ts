import * as z from 'zod'
import { positionOf } from '../core/distance'
import { isPlate, platesIn } from '../core/plate'

const whole = (fallback: number, min = 0, max = 1_000_000) =>
  z.number().int().min(min).max(max).default(fallback)
const clock = (fallback: string) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
    .default(fallback)

const isPlateList = (text: string) => platesIn(text).every((plate) => isPlate(plate))
const isPlace = (text: string) => text === '' || positionOf(text) !== null

/** Settings of a dealership with the defaults of section 8 of the register; shares and rates in basis points. */
export const Settings = z.object({
  'calendar.holidays': z.enum(['closed', 'own', 'usual']).default('closed'),
  'calendar.holidayOpensAt': clock('09:00'),
  'calendar.holidayClosesAt': clock('16:00'),
  'calendar.makeUpDays': z.enum(['worked', 'usual']).default('worked'),
  'capacity.productivityBp': whole(10_000, 1000, 20_000),
  'capacity.juniorBp': whole(10_000, 1000, 20_000),
  'capacity.middleBp': whole(10_000, 1000, 20_000),
  'capacity.seniorBp': whole(10_000, 1000, 20_000),
  'booking.rateBp': whole(8000, 0, 10_000),
  'booking.rateStartBp': whole(6000, 0, 10_000),
  'booking.rateMaxBp': whole(8000, 0, 10_000),
  'booking.leadTimeTargetDays': whole(3),
  'booking.registerWindowMonths': whole(1),
  'booking.slotMinutes': whole(30, 10, 120),
  'booking.wishMinutes': whole(30, 10, 480),
  'booking.quickTechnicians': whole(1, 0, 20),
  'booking.patienceMinutes': whole(30, 0, 240),
  'booking.inspectionMinutes': whole(15, 0, 120),
  'booking.washMinutes': whole(20, 0, 120),
  'booking.horizonDays': whole(30, 1, 120),
  'booking.noticeMinutes': whole(60),
  'booking.changeUntilMinutes': whole(120),
  'booking.noShowGraceMinutes': whole(30),
  'booking.holdMinutes': whole(15, 5, 240),
  'booking.maxOpenPerPhone': whole(2, 1, 20),
  'parts.leadDays': whole(2, 0, 365),
  'call.longSeconds': whole(300, 30, 3600),
  'discount.earlyBookingBp': whole(9000, 0, 10_000),
  'response.requestMinutes': whole(60),
  'confirm.dayBefore': whole(1, 0, 14),
  'confirm.hourBefore': whole(1, 0, 24),
  'reception.greetSeconds': whole(15),
  'reception.greeting': z.string().max(300).default(''),
  'reception.greetingEn': z.string().max(300).default(''),
  'reception.kitPieces': z.array(z.enum(['seatCover', 'floorMat', 'steeringWheelCover', 'gearLeverCover'])).default([
    'seatCover', 'floorMat', 'steeringWheelCover', 'gearLeverCover',
  ]), // prettier-ignore
  'wear.treadAdviceTenthMm': whole(30, 17, 80),
  'wear.padLimitTenthMm': whole(30, 10, 80),
  'wear.padAdviceTenthMm': whole(50, 11, 120),
  'comeback.days': whole(30, 0, 365),
  'comeback.km': whole(1000, 0, 20_000),
  'order.omissionPoints': whole(5),
  'order.deviationLimitBp': whole(1000, 0, 10_000),
  'order.discountLimitBp': whole(1000, 0, 10_000),
  'order.managerDiscountLimitBp': whole(3000, 0, 10_000),
  'order.goodwillLimitBp': whole(5000, 0, 10_000),
  'cost.juniorHourFen': whole(0),
  'cost.middleHourFen': whole(0),
  'cost.seniorHourFen': whole(0),
  'order.approvalMinutes': whole(30),
  'order.approvalReminderMinutes': whole(10),
  'order.approvalCodeFromFen': whole(200_000, 0, 100_000_000),
  'tax.rateBp': whole(1300, 0, 5000),
  'lounge.minCare': whole(1),
  'lounge.careEveryMinutes': whole(45),
  'sla.maintenanceMinutes': whole(120),
  'sla.minorRepairDays': whole(1),
  'delay.noticeMinutes': whole(120),
  'loaner.minRepairHours': whole(24),
  'loaner.plates': z.string().max(400).refine(isPlateList, 'plate').default(''),
  'pickup.radiusKm': whole(3),
  'pickup.drivers': whole(1, 0, 20),
  'pickup.driveMinutes': whole(60, 10, 240),
  'place.coordinates': z.string().max(40).refine(isPlace, 'place').default(''),
  'promise.bufferMinutes': whole(30),
  'qc.releaseShareBp': whole(10_000),
  'followup.inviteHours': whole(24),
  'followup.callFromDays': whole(3),
  'followup.callToDays': whole(7),
  'followup.extraSensitive': whole(1),
  'followup.attempts': whole(3),
  'reminder.leadDays': whole(15),
  'reminder.remainKm': whole(500),
  'service.intervalKm': whole(10_000),
  'service.intervalMonths': whole(6),
  'quiet.from': clock('21:00'),
  'quiet.to': clock('08:00'),
  'complaint.takeoverMinutes': whole(15),
  'complaint.firstPlanMinutes': whole(120),
  'complaint.attitudeVoucherFen': whole(5000),
  'complaint.compensationLimitFen': whole(50_000),
  'tier.newMonths': whole(12),
  'tier.newContacts': whole(3),
  'tier.existingContacts': whole(2),
  'tier.vipContacts': whole(2),
  'tier.festivalGift': z.string().max(80).default(''),
  'offer.frequentVisits': whole(2),
  'offer.frequentPackage': z.string().max(30).default(''),
  'offer.newEnergyPackage': z.string().max(30).default(''),
  'churn.cycles': whole(3),
  'warranty.authorities': z.string().max(400).default(''),
  'warranty.originalMonths': whole(12),
  'warranty.originalKm': whole(20_000),
  'warranty.aftermarketMonths': whole(6),
  'warranty.aftermarketKm': whole(10_000),
  'kpi.reminderSuccessBp': whole(9000, 0, 10_000),
  'kpi.actualBookingBp': whole(0, 0, 10_000),
})

export type Settings = z.output<typeof Settings>
export type SettingKey = keyof Settings

export const defaultSettings: Settings = Settings.parse({})
