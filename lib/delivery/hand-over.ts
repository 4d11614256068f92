import type { Role } from '../auth/roles'
import { canonicalCode } from '../core/canonical'
import { Refusal } from '../core/refusal'

/** Three checks and one explanation (form F24), in the order in which they are gone through. */
export const CHECK_GROUPS = {
  quality: ['qualityAdviser', 'qualityTechnician', 'requestsDone', 'clean'],
  documents: ['repairList', 'maintenanceAdvice', 'oldParts', 'bag'],
  needs: ['needsAsked'],
  explanation: [
    'resultExplained', 'costsExplained', 'useNotes', 'promisesConfirmed', 'insuranceBasics', 'nextServiceTold',
  ], // prettier-ignore
  returned: ['licence', 'booklet', 'keys', 'voucher'],
} as const

export type CheckGroup = keyof typeof CHECK_GROUPS
export type CheckKey = (typeof CHECK_GROUPS)[CheckGroup][number]

export const CHECK_KEYS = Object.values(CHECK_GROUPS).flat() as [CheckKey, ...CheckKey[]]

/** The last tick, set by the departure itself (S7-19). */
export const SEEN_OFF = 'seenOff'

/** What was taken in at reception and whether parts were replaced: decides which checks apply. */
export type HandOverFacts = {
  licenceTaken: boolean
  bookletTaken: boolean
  keysTaken: boolean
  partsReplaced: boolean
}

const TAKEN = {
  licence: 'licenceTaken',
  booklet: 'bookletTaken',
  keys: 'keysTaken',
  oldParts: 'partsReplaced',
} as const
const isConditional = (key: CheckKey): key is keyof typeof TAKEN => key in TAKEN

export const appliesTo = (key: CheckKey, facts: HandOverFacts): boolean =>
  !isConditional(key) || facts[TAKEN[key]]

/** The checks that this hand-over needs: licence, booklet and keys only when they were taken in (S7-34). */
export const requiredChecks = (facts: HandOverFacts): CheckKey[] =>
  CHECK_KEYS.filter((key) => appliesTo(key, facts))

export const missingChecks = (facts: HandOverFacts, ticked: Iterable<string>): CheckKey[] => {
  const done = new Set(ticked)
  return requiredChecks(facts).filter((key) => !done.has(key))
}

const ADVISERS: Role[] = ['serviceAdviser', 'receptionAdviser', 'serviceManager']
const TECHNICIANS: Role[] = ['technician', 'technicalSupervisor']

/** Quality is accepted by two people: an adviser and a technician each set their own tick; the rest is the adviser's. */
export const mayTick = (key: CheckKey, roles: readonly Role[]): boolean => {
  const allowed = key === 'qualityTechnician' ? TECHNICIANS : ADVISERS
  return roles.some((role) => allowed.includes(role))
}

/** Refuses a tick for something never taken in, by the wrong person, without the right voucher, or with promises open. */
export function checkTick(
  key: CheckKey,
  tick: {
    roles: readonly Role[]
    facts: HandOverFacts
    voucherCode: string | null
    shownCode?: string
    openPromises: number
  },
): void {
  if (!mayTick(key, tick.roles)) throw new Refusal('handOver.wrong-person', { check: key })
  if (!appliesTo(key, tick.facts)) throw new Refusal('handOver.not-taken', { check: key })
  if (key === 'voucher' && !isVoucher(tick.shownCode ?? '', tick.voucherCode))
    throw new Refusal('handOver.voucher-wrong')
  if (key === 'promisesConfirmed' && tick.openPromises > 0)
    throw new Refusal('handOver.promises-open', { count: tick.openPromises })
}

/** Whether the code typed or scanned is the one on the customer's copy of the order (S7-27). */
export const isVoucher = (shown: string, code: string | null): boolean =>
  !!code && canonicalCode(shown) === canonicalCode(code)
