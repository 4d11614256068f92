import { Refusal } from '@/lib/core/refusal'

/** Every column that names a customer and moves to the file that stays. A test compares this with the keys of the database. */
export const MOVED = {
  CustomerNote: ['customerId'],
  Consent: ['customerId'],
  VehicleParty: ['customerId'],
  Appointment: ['customerId'],
  WaitingEntry: ['customerId'],
  Lead: ['customerId'],
  AccessLink: ['customerId'],
  Visit: ['senderId', 'ownerId', 'payerId'],
  RepairOrder: ['customerId'],
  SettlementShare: ['customerId'],
  FollowUp: ['customerId'],
  Rating: ['customerId'],
  Complaint: ['customerId'],
  OutboxMessage: ['customerId'],
  ContactTask: ['customerId'],
} as const

/** Columns that name a customer and stay, because they say what happened to that very file. */
export const STAYING = {
  CustomerMerge: ['keptId', 'mergedId'],
  DistinctCustomers: ['oneId', 'otherId'],
  AccessEntry: ['customerId'],
} as const

/** What differs between two files and one of them has to give. */
export const MERGE_FIELDS = [
  'name',
  'formOfAddress',
  'phone',
  'email',
  'wechatOpenId',
  'address',
  'contactPerson',
  'birthday',
  'tier',
  'preferredChannel',
  'preferredAdviserId',
  'preferredTechnicianId',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

export const UNDO_DAYS = 30
export const DUPLICATE_REASONS = ['phone', 'nameAndCar', 'nameAndTail'] as const
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number]

/** The columns of a file that a merge may change, as JSON holds them. */
export type Values = {
  name: string
  pinyin: string
  initials: string
  formOfAddress: string
  phone: string
  phone2: string
  email: string
  wechatOpenId: string
  address: string
  contactPerson: string
  birthday: string | null
  tier: 'new' | 'existing' | 'vip'
  tierByHand: boolean
  labels: string[]
  complaintSensitive: boolean
  preferredChannel: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  preferredAdviserId: string | null
  preferredTechnicianId: string | null
  verifiedAt: string | null
  phoneWrongAt: string | null
  heardBy: string
}

/** Columns that go with the one that was chosen. */
const TOGETHER: Partial<Record<MergeField, (keyof Values)[]>> = {
  name: ['pinyin', 'initials'],
  phone: ['verifiedAt', 'phoneWrongAt'],
  tier: ['tierByHand'],
}

/**
 * What the file that stays says after the merge: each field from the file that was chosen for it, an empty one filled from the
 * other; labels of both, complaint-sensitive when either is, and the telephone that was not chosen as the second one.
 */
export function mergedValues(
  kept: Values,
  other: Values,
  chosen: Partial<Record<MergeField, 'kept' | 'other'>>,
): Values {
  const taken: Partial<Values> = {}
  for (const field of MERGE_FIELDS) {
    const from = chosen[field] === 'other' || (!chosen[field] && !kept[field]) ? other : kept
    for (const column of [field, ...(TOGETHER[field] ?? [])]) Object.assign(taken, { [column]: from[column] })
  }
  const merged = { ...kept, ...taken }
  const spare = [kept.phone, other.phone, kept.phone2, other.phone2].find(
    (phone) => phone && phone !== merged.phone,
  )
  return {
    ...merged,
    phone2: spare ?? '',
    labels: [...new Set([...kept.labels, ...other.labels])],
    complaintSensitive: kept.complaintSensitive || other.complaintSensitive,
    heardBy: kept.heardBy || other.heardBy,
  }
}

/** Whether a no of either file has to be said again in the one that stays, because the other file's yes is younger. */
export const noGoesOn = (
  one: { given: boolean; at: Date } | undefined,
  other: { given: boolean; at: Date } | undefined,
): boolean => {
  if (!one || !other || one.given === other.given) return false
  return one.at > other.at ? one.given : other.given
}

export type MergeRecord = {
  /** Ids of the rows that moved, by `Table.column`. */
  moved: Record<string, string[]>
  before: Values
  after: Values
  /** Consents written to keep the stricter answer. */
  consentIds: string[]
  /** Contacts that ended by it, with what their reason said. */
  ended: { id: string; reason: string }[]
}

type Standing = { at: Date; undoneAt: Date | null }

/**
 * Whether a merge may be undone: refuses `common.changed-meanwhile` when it is undone already, `customer.merge-too-old` after
 * thirty days, `customer.merged-onward` when the file that stayed has become part of another, and `customer.changed-since-merge`
 * when what the merge wrote has been changed.
 */
export function checkUndo(
  merge: Standing,
  kept: { mergedIntoId: string | null; values: Values },
  record: MergeRecord,
  now: Date,
): void {
  if (merge.undoneAt) throw new Refusal('common.changed-meanwhile')
  if (now.getTime() > merge.at.getTime() + UNDO_DAYS * 86_400_000)
    throw new Refusal('customer.merge-too-old', { days: UNDO_DAYS })
  if (kept.mergedIntoId) throw new Refusal('customer.merged-onward')
  const columns = Object.keys(record.after) as (keyof Values)[]
  const written = columns.filter((column) => !same(record.before[column], record.after[column]))
  const changed = written.filter((column) => !same(kept.values[column], record.after[column]))
  if (changed.length) throw new Refusal('customer.changed-since-merge', { fields: changed.join(',') })
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What undoing gives back: only the columns the merge wrote, so that a later change of another one stays. */
export const valuesBefore = ({ before, after }: MergeRecord): Partial<Values> =>
  Object.fromEntries(
    Object.entries(before).filter(([column, value]) => !same(value, after[column as keyof Values])),
  )
