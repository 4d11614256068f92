import { surnameOf } from '../core/surname'
import { daysBetween } from '../core/time'
import type { MessageTemplate } from '../dealership/message-templates'
import type { ContactChannel, ContactClass } from './contact'

/** The message of each list; a contact gets one in its cycle. */
export const REMINDER_TEMPLATES = {
  due: 'reminder.service',
  overdue: 'reminder.overdue',
  lost: 'reminder.lost',
  recall: 'reminder.recall',
  winBack: 'reminder.winBack',
  campaign: 'reminder.campaign',
  care: 'reminder.care',
} as const satisfies Record<ContactClass, MessageTemplate>

/** A recall is safety, no offer: neither a no to offers nor the limit of the tier holds it back (X-CRM-19, C21). */
export const isSafety = (of: ContactClass): boolean => of === 'recall'

/** The telephone and letters are for people: what leaves by itself goes by SMS or WeChat; null where nothing does. */
export const writtenChannel = (channel: string | null): 'sms' | 'wechat' | null =>
  channel === 'phone' || channel === 'letter' ? null : channel === 'wechat' ? 'wechat' : 'sms'

export const LEFT_OUT = ['ended', 'saidNo', 'tooMany', 'alreadyWritten'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

type Writing = {
  class: ContactClass
  open: boolean
  saidNo: boolean
  contacts: { had: number; limit: number }
  remindedAt: Date | null
}

/** Why a contact may not be written to now; null when it may: once in a cycle, not after a no, not above the limit. */
export function whyNotWritten({ class: of, open, saidNo, contacts, remindedAt }: Writing): LeftOut | null {
  if (!open) return 'ended'
  if (remindedAt) return 'alreadyWritten'
  if (isSafety(of)) return null
  if (saidNo) return 'saidNo'
  return contacts.had >= contacts.limit ? 'tooMany' : null
}

type Told = {
  customer: { name: string; formOfAddress: string }
  house: { name: string; nameEn: string; phone: string }
  english: boolean
  plate: string
  model: string
  /** Day of the last service, null before the first, and of the message. */
  servicedOn: string | null
  today: string
  adviser: { name: string; nameEn: string } | null
  dueOn: string
  remainingKm: number | null
  package: { name: string; nameEn: string } | null
  discountBp: number
  plan: { name: string; offer: string; fromOn: string; toOn: string } | null
  link: string
}

const DAYS_PER_MONTH = 30.4375

/** What a message or letter of a list says, with the variables of X-COM-14; its words are in the catalogue. */
export function writtenFacts({ customer, house, english, package: offered, plan, ...told }: Told) {
  const named = (of: { name: string; nameEn: string }) => (english && of.nameEn) || of.name
  return {
    name: customer.name,
    address: customer.formOfAddress,
    surname: surnameOf(customer.name),
    plate: told.plate,
    model: told.model,
    months: told.servicedOn && Math.floor(daysBetween(told.servicedOn, told.today) / DAYS_PER_MONTH),
    adviser: told.adviser && named(told.adviser),
    dueOn: told.dueOn,
    remainingKm: told.remainingKm,
    package: offered && named(offered),
    labourBp: told.discountBp,
    occasion: plan?.name ?? null,
    offer: plan?.offer || null,
    fromOn: plan?.fromOn ?? null,
    until: plan?.toOn ?? null,
    dealership: named(house),
    dealershipPhone: house.phone,
    link: told.link,
  }
}
export type WrittenFacts = ReturnType<typeof writtenFacts>

/** How a letter or a message written by hand is kept with the tries to reach somebody. */
export const writtenAttempt = (channel: ContactChannel) =>
  ({ result: 'notReached', reached: false, booked: false, written: true, channel }) as const
