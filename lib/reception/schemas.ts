import * as z from 'zod'
import { flag, id, km, optional, phone, plate, requiredText, text, vin } from '../core/fields'
import { ConditionFields } from './condition'
import { SignatureFields } from './signature'
import {
  BODY_VIEWS,
  DAMAGE_KINDS,
  DRIVERS,
  ITEM_STATES,
  KIT_PIECES,
  VALUABLES,
  WALK_AROUND_ITEMS,
} from './walk-around'

const list = <S extends z.ZodType>(of: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(of))

export const ofVisit = z.object({ visitId: id })

/**
 * A car that arrives: for the appointment that is named, else found by its plate in the booking register, in the file, or
 * registered at the door.
 */
export const ArriveVisit = z
  .object({
    appointmentId: optional(id),
    plate: optional(plate),
    name: optional(requiredText(60)),
    phone: optional(phone),
    formOfAddress: optional(text(20)),
    brand: optional(text(40)),
    model: optional(text(60)),
    bodyKind: optional(z.enum(['saloon', 'suv', 'mpv'])),
    vin: optional(vin),
    senderName: optional(requiredText(60)),
    senderPhone: optional(phone),
    waiting: optional(z.enum(['waits', 'leaves'])),
    purpose: optional(text(500)),
    locale: optional(z.enum(['zh-CN', 'en'])),
    /** Received as a walk-in although a booking of the car was found. */
    withoutBooking: flag.default(false),
  })
  .refine((input) => input.appointmentId || input.plate, { path: ['plate'], message: 'required' })
  .refine((input) => !input.senderName === !input.senderPhone, { path: ['senderPhone'], message: 'required' })
export type ArriveVisit = z.output<typeof ArriveVisit>

export const LookUpPlate = z.object({ plate })

export const StartInspection = ofVisit.extend({
  kitPieces: list(z.enum(KIT_PIECES)),
  /** Every piece of the dealership's kit, said with one tap. */
  allPieces: flag.default(false),
  bookingExplained: flag.default(false),
})

const Item = z.object({
  kind: z.enum(WALK_AROUND_ITEMS),
  state: z.enum(ITEM_STATES),
  note: text(300).default(''),
})
const Extra = z.object({ title: requiredText(40), state: z.enum(ITEM_STATES), note: text(300).default('') })
const Valuable = z.object({
  kind: z.enum(VALUABLES),
  quantity: z.coerce.number().int().min(1).max(99).default(1),
  note: text(200).default(''),
})
const FaultInquiry = z.object({
  frequency: text(200).default(''),
  phenomenon: text(500).default(''),
  environment: text(200).default(''),
  speed: text(100).default(''),
  road: text(100).default(''),
})

/** Any part of the record that has changed; what is absent stays as it is. */
export const SaveInspection = ofVisit.extend({
  odometerKm: km.nullish(),
  odometerReason: text(200).optional(),
  fuelEighths: z.coerce.number().int().min(0).max(8).nullish(),
  items: z.array(Item).max(WALK_AROUND_ITEMS.length).optional(),
  extraItems: z.array(Extra).max(20).optional(),
  valuables: z.array(Valuable).max(VALUABLES.length).optional(),
  valuablesReminded: flag.optional(),
  damageShown: flag.optional(),
  customerStatement: text(2000).optional(),
  adviserConfirmation: text(2000).optional(),
  /** What each of the changed fields said when it was last read (R42). */
  base: z.record(z.string().max(40), z.unknown()).default({}),
  faultInquiry: FaultInquiry.optional(),
  suggestions: z.array(requiredText(200)).max(20).optional(),
  nextServiceTold: flag.optional(),
  ...ConditionFields,
  freeWash: z.boolean().nullish(),
  licenceTaken: flag.optional(),
  bookletTaken: flag.optional(),
  keysTaken: flag.optional(),
  parkedAt: text(60).optional(),
  keyLocation: text(60).optional(),
  reachBy: text(60).optional(),
  waiting: z.enum(['waits', 'leaves']).optional(),
})
export type SaveInspection = z.output<typeof SaveInspection>

const thousandth = z.coerce.number().int().min(0).max(1000)
export const SaveDamageMark = ofVisit.extend({
  markId: optional(id),
  /** The mark is new, and `markId` the id that the device gave to it. */
  isNew: flag.default(false),
  /** What the mark was when it was last read. */
  base: z.record(z.string().max(40), z.unknown()).optional(),
  view: z.enum(BODY_VIEWS),
  x: thousandth,
  y: thousandth,
  kind: z.enum(DAMAGE_KINDS),
  severity: z.coerce.number().int().min(1).max(3),
  note: text(300).default(''),
  photoFileId: optional(id),
})
export const RemoveDamageMark = ofVisit.extend({ markId: id })

export const SignReception = ofVisit.extend({
  ...SignatureFields,
  signerRole: z.enum(['customer', 'owner', 'sender']).default('sender'),
  /** What the glass showed above the signature (`shownText`). */
  shown: z.string().max(500_000),
})

export const BringToDesk = ofVisit.extend({ parkedAt: requiredText(60), keyLocation: requiredText(60) })
export const LeaveWithoutOrder = ofVisit.extend({ reason: requiredText(300) })

export const ChangeParties = ofVisit.extend({
  role: z.enum(['sender', 'owner', 'payer']),
  name: requiredText(60),
  phone,
})

export const PlanDrive = ofVisit.extend({
  plan: requiredText(500),
  driver: z.enum(DRIVERS).default('adviser'),
  licenceSeen: flag.default(false),
})
export const EndDrive = ofVisit.extend({
  result: requiredText(1000),
  reproduced: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
})
export const AskDirector = ofVisit.extend({ question: requiredText(500) })
export const AnswerHelp = ofVisit.extend({ answer: requiredText(1000) })

export const ConfirmParticulars = ofVisit.extend({
  name: requiredText(60),
  formOfAddress: text(20).default(''),
  phone,
  address: text(200).default(''),
  contactPerson: text(60).default(''),
  brand: text(40).default(''),
  model: requiredText(60),
  vin: optional(vin),
  engineNo: text(40).default(''),
  colour: text(30).default(''),
  bodyKind: z.enum(['saloon', 'suv', 'mpv']).default('saloon'),
})

/** Photographs of the visit that were sent before the form. */
export const photoFileIds = list(id).pipe(z.array(id).max(12, 'too-large'))

export const AddPhoto = ofVisit.extend({
  kind: z
    .enum(['damage', 'fault', 'interior', 'finding', 'evidence', 'inspection', 'progress', 'delivery'])
    .default('damage'),
  /** The id that the device gave to the photograph, by which it is taken once. */
  fileId: optional(id),
  photo: z.instanceof(Uint8Array),
})
/** S2-63: a short video of the fault. */
export const AddVideo = AddPhoto.omit({ photo: true }).extend({
  kind: z.literal('fault').default('fault'),
  video: z.instanceof(Uint8Array),
})
export const DropFaultFile = ofVisit.extend({ fileId: id })
export const ReadFile = z.object({ fileId: id })

/** A change of a walk-around as a device sends it that may have been without network; `id` is made on the device. */
export const WaitingChange = ofVisit.extend({
  id,
  kind: z.enum(['save', 'mark', 'drop', 'dropFile']),
  change: z.record(z.string(), z.unknown()),
})
