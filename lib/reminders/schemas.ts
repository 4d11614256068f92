import * as z from 'zod'
import { TIERS } from '../customers/tier'
import { TRAITS } from '../customers/traits'
import { at, day, flag, id, optional, phone, requiredText, text } from '../core/fields'
import {
  CALL_RULES,
  CALL_STAGES,
  CONTACT_CHANNELS,
  CONTACT_CLASSES,
  CONTACT_RESULTS,
  LIST_SOURCES,
} from './contact'

export const REMINDER_VIEWS = ['open', 'later', 'done'] as const
export const FIGURE_DAYS = [7, 30, 90] as const

export const ReminderList = z.object({
  class: z.enum(CONTACT_CLASSES).catch('due').default('due'),
  view: z.enum(REMINDER_VIEWS).catch('open').default('open'),
  mine: flag.catch(false).default(false),
  /** The list of one plan: who is eligible for its offer (S1-18). */
  plan: optional(id).catch(undefined),
})

export const ContactFigures = z.object({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(30), z.literal(90)]))
    .catch(30)
    .default(30),
})

export const RecordContact = z.object({
  taskId: id,
  result: z.enum(CONTACT_RESULTS, 'required'),
  channel: z.enum(CONTACT_CHANNELS).default('phone'),
  seconds: optional(z.coerce.number().int().min(0).max(36_000)),
  scriptId: optional(id),
  readBack: flag.default(false),
  /** The rules before a call that were ticked (S1-96). */
  checks: z.array(z.enum(CALL_RULES)).max(CALL_RULES.length).default([]),
  /** The stages of the call that were gone through (S1-97). */
  stages: z.array(z.enum(CALL_STAGES)).max(CALL_STAGES.length).default([]),
  summary: text(1000).default(''),
  /** A need the customer let show (S1-94). */
  need: text(500).default(''),
  callAt: optional(at),
  newPhone: optional(phone),
})

export const PostponeContact = z.object({ taskId: id, until: at })
export const OptOut = z.object({ taskId: id })
export const LinkBooking = z.object({ taskId: id, appointmentId: id })

const percent = z.coerce.number().min(0).max(90)

export const MakeContactPlan = z.object({
  name: requiredText(80),
  class: z.enum(CONTACT_CLASSES, 'required'),
  channel: z.enum(CONTACT_CHANNELS, 'required'),
  source: z.enum(LIST_SOURCES).default('house'),
  fromOn: day,
  toOn: day,
  target: z.coerce.number().int('whole').min(1).max(1_000_000),
  ownerId: optional(id),
  packageId: optional(id),
  /** Off the labour for whoever books ahead, in percent. */
  discount: optional(percent),
  offer: text(300).default(''),
  scriptCode: text(30).default(''),
  /** Plates or VINs, one a line: for recalls and campaigns. */
  cars: text(20_000).default(''),
  /** Or all cars whose model holds these words. */
  modelPattern: text(60).default(''),
  /** And of customers of these tiers, or with this label (S1-18); alone, all their cars. */
  tiers: z.array(z.enum(TIERS)).max(TIERS.length).default([]),
  label: text(40).default(''),
  /** And of customers with this trait: frequent maintenance, new energy (X-CRM-21). */
  trait: optional(z.enum(TRAITS)),
})
export const CloseContactPlan = z.object({ planId: id })

const whole = (max: number) => optional(z.coerce.number().int('whole').min(1).max(max))

export const SaveRule = z.object({
  id: optional(id),
  code: requiredText(30),
  name: requiredText(120),
  nameEn: text(120).default(''),
  brandPattern: text(60).default(''),
  modelPattern: text(60).default(''),
  everyKm: whole(1_000_000),
  everyMonths: whole(240),
  packageId: optional(id),
})
export const RetireRule = z.object({ id })

export const IssueScript = z.object({
  code: requiredText(30),
  class: z.enum(CONTACT_CLASSES, 'required'),
  title: requiredText(120),
  titleEn: text(120).default(''),
  text: requiredText(8000),
  textEn: text(8000).default(''),
  issuer: z.enum(['manufacturer', 'dealership'], 'required'),
})
