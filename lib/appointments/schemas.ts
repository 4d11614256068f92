import * as z from 'zod'
import * as f from '../core/fields'
import { CALL_STEPS } from './desk'
import { FaultAnswers } from './fault'
import { Proposal } from './proposals'
import { CHANGE_REASONS } from './reason'
import { REQUEST_OUTCOMES } from './request'
import { WAYS } from './way'

const several = <S extends z.ZodType>(schema: S, max: number) =>
  z.preprocess(
    (value) =>
      value === undefined || value === ''
        ? []
        : Array.isArray(value)
          ? value.filter((one) => one !== '')
          : [value],
    z.array(schema).max(max),
  )

const wanted = {
  packageIds: several(f.id, 12),
  operationIds: several(f.id, 20),
}

export const OpenSlots = z.object({
  ...wanted,
  /** How many wishes in own words. */
  wishes: z.coerce.number().int().min(0).max(10).default(0),
  from: f.optional(f.day),
  days: z.coerce.number().int().min(1).max(60).default(14),
  adviserId: f.optional(f.id),
  /** Whether the customer stays while the work is done; a car that is left may wait for a free place. */
  waiting: f.optional(z.enum(['waits', 'leaves'])),
  /** A booking that is to be moved: its own time and minutes count as free. */
  movingId: f.optional(f.id),
})

/** The wish for which a day is full. */
export const OtherWays = z.object({
  packageIds: wanted.packageIds,
  wishes: z.coerce.number().int().min(0).max(10).default(0),
  from: f.optional(f.day),
  waiting: f.optional(z.enum(['waits', 'leaves'])),
})

export const RequestPhoneCode = z.object({
  phone: f.phone,
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Where the request comes from, for the limits. */
  address: f.text(64).default(''),
})

export const ProvePhone = z.object({
  phone: f.phone,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'invalid'),
})

const proof = z.string().max(300).default('')

/** A telephone number with the proof of it. */
const proven = { phone: f.phone, proof }

export const OwnCars = z.object(proven)

export const AddFaultPhoto = z.object({ ...proven, photo: z.instanceof(Uint8Array) })

export const RemoveFaultPhoto = z.object({ ...proven, fileId: f.id })

export const BookAppointment = z.object({
  ...wanted,
  wishes: several(f.text(300), 10).transform((wishes) => wishes.filter((wish) => wish !== '')),
  customerId: f.optional(f.id),
  vehicleId: f.optional(f.id),
  plate: f.optional(f.plate),
  vin: f.optional(f.vin),
  brand: f.text(60).default(''),
  model: f.text(60).default(''),
  odometerKm: f.optional(f.km),
  name: f.optional(f.requiredText(60)),
  phone: f.optional(f.phone),
  formOfAddress: f.text(20).default(''),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  startsAt: f.at,
  adviserId: f.optional(f.id),
  waiting: z.enum(['waits', 'leaves']).default('waits'),
  pickUp: f.flag.default(false),
  pickUpAddress: f.text(200).default(''),
  /** Where the car stands, if the browser may say; only its distance is kept. */
  pickUpFrom: f.optional(
    z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  ),
  loaner: f.flag.default(false),
  remarks: f.text(500).default(''),
  concern: f.text(500).default(''),
  comeback: f.flag.default(false),
  comebackOrderNo: f.text(40).default(''),
  difficult: f.flag.default(false),
  plan: f.text(500).default(''),
  channel: z.enum(['phone', 'store', 'online', 'wechat']).default('phone'),
  kind: z.enum(['active', 'passive']).default('passive'),
  readBack: f.flag.default(false),
  overrideReason: f.text(200).default(''),
  /** Taken out of the reserve for urgent repairs; counts only with a reason, past the rate. */
  urgent: f.flag.default(false),
  /** What was proposed besides the wish, with the answer. */
  proposals: several(Proposal, 30),
  /** Length of the call. */
  callSeconds: f.optional(z.coerce.number().int('whole').min(0).max(36_000)),
  callSteps: several(z.enum(CALL_STEPS), CALL_STEPS.length),
  /** A need the customer let show (S1-94). */
  need: f.text(500).default(''),
  /** From `provePhone`: shows that the visitor owns the telephone number. */
  proof,
  /** What the customer told about a fault. */
  fault: FaultAnswers,
  /** Photographs sent before, with the same number. */
  photoIds: several(f.id, 4),
  /** Versions of the texts that a visitor was shown and agreed to; none where nothing was agreed. */
  consents: z.object({ service: f.text(20).default(''), marketing: f.text(20).default('') }).prefault({}),
})

/** What is told besides who comes, what is wanted and when; a wait for a place keeps all of it (S1-30). */
const told = {
  pickUp: true,
  pickUpAddress: true,
  pickUpFrom: true,
  loaner: true,
  remarks: true,
  concern: true,
  comeback: true,
  comebackOrderNo: true,
  difficult: true,
  plan: true,
  kind: true,
  odometerKm: true,
  callSeconds: true,
  callSteps: true,
  fault: true,
} as const

export const ToldAtBooking = BookAppointment.pick(told)

export const JoinWaitingList = BookAppointment.pick({
  ...told,
  proposals: true,
  photoIds: true,
  consents: true,
  need: true,
  packageIds: true,
  wishes: true,
  customerId: true,
  vehicleId: true,
  plate: true,
  vin: true,
  brand: true,
  model: true,
  name: true,
  phone: true,
  formOfAddress: true,
  locale: true,
  adviserId: true,
  waiting: true,
  channel: true,
  proof: true,
}).extend({
  firstDay: f.day,
  lastDay: f.day,
  /** No part: either suits. */
  parts: several(z.enum(['morning', 'afternoon']), 2),
})

export const MakeRequest = z.object({
  text: f.requiredText(1000),
  name: f.requiredText(60),
  phone: f.phone,
  plate: f.optional(f.plate),
  channel: z.enum(['phone', 'store', 'online', 'wechat']).default('phone'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
})

export const AnswerRequest = z.object({
  requestId: f.id,
  outcome: z.enum(REQUEST_OUTCOMES, 'required'),
  note: f.text(500).default(''),
  bookingNo: f.text(40).default(''),
})

const reason = { reason: z.enum(CHANGE_REASONS, 'required'), note: f.text(300).default('') }

/** How the car comes from now on. */
const wayWish = { way: z.enum(WAYS).default('kept'), pickUpAddress: f.text(200).default('') }

export const ChooseWay = z.object({ appointmentId: f.id, ...wayWish })

export const RescheduleAppointment = z.object({
  appointmentId: f.id,
  startsAt: f.at,
  adviserId: f.optional(f.id),
  overrideReason: f.text(200).default(''),
  urgent: f.flag.default(false),
  ...wayWish,
  ...reason,
})

export const CancelAppointment = z.object({ appointmentId: f.id, ...reason })

export const ConfirmAppointment = z
  .object({
    appointmentId: f.id,
    stage: z.enum(['dayBefore', 'hourBefore', 'missed']),
    result: z.enum(['keeps', 'reschedules', 'cancels', 'notReached']),
    channel: z.enum(['phone', 'sms', 'wechat', 'store']).default('phone'),
    reason: f.optional(z.enum(CHANGE_REASONS)),
    note: f.text(300).default(''),
    thanked: f.flag.default(false),
    /** The new time of a booking that is moved with the call. */
    startsAt: f.optional(f.at),
    adviserId: f.optional(f.id),
    ...wayWish,
  })
  .superRefine(({ stage, result, reason, startsAt }, context) => {
    const wanted = (path: string) => context.addIssue({ code: 'custom', message: 'required', path: [path] })
    if (result === 'reschedules' && !startsAt) wanted('startsAt')
    const asked = result === 'reschedules' || (stage === 'missed' && result === 'cancels')
    if (asked && !reason) wanted('reason')
  })

export const PrepareAppointment = z
  .object({
    appointmentId: f.id,
    kind: z.enum(['parts', 'people', 'bay', 'specialPlan', 'reception']),
    done: f.flag.default(false),
    /** It cannot be had; the note says why. */
    failed: f.flag.default(false),
    note: f.text(300).default(''),
    /** What the repair plan said when it was opened. */
    was: f.text(1000).default(''),
  })
  .refine(({ failed, note }) => !failed || note !== '', { message: 'required', path: ['note'] })

export const MoveConsequence = z.object({
  appointmentId: f.id,
  startsAt: f.at,
  adviserId: f.optional(f.id),
  ...wayWish,
})

export const WaysOfComing = z.object({
  startsAt: f.at,
  readyAt: f.optional(f.at),
  /** A booking that is to be moved: its own drivers and loaner car count as free. */
  movingId: f.optional(f.id),
})

export const SettlePickUp = z
  .object({
    appointmentId: f.id,
    /** How far away the address is. */
    km: f.optional(z.coerce.number().min(0).max(1000)),
    drop: f.flag.default(false),
  })
  .refine(({ km, drop }) => drop || km !== undefined, { message: 'required', path: ['km'] })

export const AwaitParts = z.object({
  appointmentId: f.id,
  arrived: f.flag.default(false),
  note: f.text(300).default(''),
})

export const MarkNoShow = z.object({ appointmentId: f.id, ...reason })
