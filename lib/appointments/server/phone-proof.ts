import 'server-only'
import { randomInt } from 'node:crypto'
import { authorize } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { minutesAfter } from '@/lib/core/time'
import type { Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { keyedHash, sameText } from '@/lib/server/hash'
import { tell } from '@/lib/server/outbox'
import { limit } from '@/lib/server/rate-limit'
import { ProvePhone, RequestPhoneCode } from '../schemas'

const CODE_MINUTES = 5
const CODE_TRIES = 5
const PROOF_MINUTES = 30

/** What a code was asked for beside a booking, such as one revision of one request: it proves nothing else. */
type Purpose = string
const purposeOf = (purpose: Purpose) => (purpose ? `:${purpose}` : '')
const phoneHash = (dealershipId: string, phone: string, purpose: Purpose) =>
  keyedHash(`phone:${dealershipId}:${phone}${purposeOf(purpose)}`)
const codeHash = (id: string, code: string) => keyedHash(`code:${id}:${code}`)

const sendCode = command(
  'appointment.proveRequest',
  RequestPhoneCode,
  async ({ tx, actor, now }, { phone, locale }) => {
    const { dealershipId } = actor
    const minutes = await issueCode(tx, { dealershipId, phone, locale }, now)
    return { result: { minutes }, subject: { type: 'dealership', id: dealershipId } }
  },
)

/** Makes a six-digit code for a telephone number, ends the one before, and sends it; answers for how many minutes it is good. */
export async function issueCode(
  tx: Tx,
  {
    dealershipId,
    phone,
    locale,
    purpose = '',
  }: { dealershipId: string; phone: string; locale: string; purpose?: Purpose },
  now: Date,
): Promise<number> {
  const hash = phoneHash(dealershipId, phone, purpose)
  await tx.verificationCode.updateMany({
    where: { dealershipId, phoneHash: hash, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
  const expiresAt = minutesAfter(now, CODE_MINUTES)
  const { id } = await tx.verificationCode.create({
    data: { dealershipId, phoneHash: hash, codeHash: '', createdAt: now, expiresAt },
    select: { id: true },
  })
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  await tx.verificationCode.update({
    where: { dealershipId_id: { dealershipId, id } },
    data: { codeHash: codeHash(id, code) },
    select: { id: true },
  })
  await tell(tx, {
    dealershipId,
    template: 'phone-code',
    recipient: phone,
    locale,
    facts: { code, minutes: CODE_MINUTES },
    at: now,
  })
  return CODE_MINUTES
}

/**
 * Sends a six-digit code to a telephone number. Answers the same whether the number is known or not;
 * refuses `auth.too-many-requests` past once a minute, five times an hour or ten times a day per number, wherever it books.
 */
export async function requestPhoneCode(context: Context, raw: unknown) {
  const { phone, address } = RequestPhoneCode.parse(raw)
  authorize(context.actor, sendCode.permission)
  if (address) await limit('phone-code-address', address, 60, 3600)
  await limitCodes(phone)
  return sendCode(context, raw)
}

/** Refuses `auth.too-many-requests` past once a minute, five times an hour or ten times a day. */
export async function limitCodes(phone: string): Promise<void> {
  await limit('phone-code-minute', phone, 1, 60)
  await limit('phone-code-hour', phone, 5, 3600)
  await limit('phone-code-day', phone, 10, 86_400)
}

type Tried = { state: 'right' } | { state: 'wrong'; left: number } | { state: 'none' }

const tryCode = command(
  'appointment.provePhone',
  ProvePhone,
  async ({ tx, actor, now }, { phone, code }) => {
    const result = await redeemCode(tx, actor.dealershipId, now, phone, code)
    const subject = { type: 'dealership' as const, id: actor.dealershipId }
    return { result, subject, facts: { right: result.state === 'right' } }
  },
  { turns: false },
)

/**
 * Counts a try before it looks at the code, so that parallel guesses cannot have more than five. A code for a purpose of its own is
 * spent by `spendCode`, together with what it was asked for.
 */
export async function redeemCode(
  tx: Tx,
  dealershipId: string,
  now: Date,
  phone: string,
  code: string,
  purpose: Purpose = '',
): Promise<Tried> {
  const [row] = await tx.$queryRaw<{ id: string; codeHash: string; attempts: number }[]>`
    UPDATE "VerificationCode" SET attempts = attempts + 1
    WHERE "dealershipId" = ${dealershipId}::uuid AND "phoneHash" = ${phoneHash(dealershipId, phone, purpose)}
      AND "usedAt" IS NULL AND "expiresAt" > ${now} AND attempts < ${CODE_TRIES}::int
    RETURNING id, "codeHash", attempts`
  if (!row) return { state: 'none' }
  if (!sameText(row.codeHash, codeHash(row.id, code)))
    return { state: 'wrong', left: CODE_TRIES - row.attempts }
  if (purpose) return { state: 'right' }
  await tx.verificationCode.update({
    where: { dealershipId_id: { dealershipId, id: row.id } },
    data: { usedAt: now },
    select: { id: true },
  })
  return { state: 'right' }
}

/** What the codes of a purpose were asked for has happened: none of them is good for anything more. */
export const spendCode = (tx: Tx, dealershipId: string, phone: string, purpose: Purpose, now: Date) =>
  tx.verificationCode.updateMany({
    where: { dealershipId, phoneHash: phoneHash(dealershipId, phone, purpose), usedAt: null },
    data: { usedAt: now },
  })

const sign = (dealershipId: string, phone: string, until: number, purpose: Purpose) =>
  keyedHash(`phone-proof:${dealershipId}:${phone}:${until}${purposeOf(purpose)}`)

/**
 * Checks the code of a telephone number; answers a proof that `bookAppointment` takes within half an hour.
 * Refuses `appointment.wrong-code` with the tries left, and `appointment.code-expired`.
 */
export async function provePhone(context: Context, raw: unknown): Promise<{ proof: string; phone: string }> {
  const { phone } = ProvePhone.parse(raw)
  return { proof: proofOf(context, phone, await tryCode(context, raw)), phone }
}

/** The proof that a number was proven by the right code. Refuses `appointment.wrong-code` and `appointment.code-expired`. */
export function proofOf({ actor, now }: Context, phone: string, tried: Tried, purpose: Purpose = ''): string {
  if (tried.state === 'wrong') throw new Refusal('appointment.wrong-code', { left: tried.left })
  if (tried.state === 'none') throw new Refusal('appointment.code-expired')
  const until = minutesAfter(now, PROOF_MINUTES).getTime()
  return `${until}.${sign(actor.dealershipId, phone, until, purpose)}`
}

/** Refuses `appointment.phone-not-proven` unless the proof is for this number, from here, and fresh. */
export function checkProof(
  dealershipId: string,
  phone: string,
  proof: string,
  now: Date,
  purpose: Purpose = '',
): void {
  const [until = '', signature = ''] = proof.split('.')
  const fresh = Number(until) > now.getTime()
  if (!fresh || !sameText(signature, sign(dealershipId, phone, Number(until), purpose)))
    throw new Refusal('appointment.phone-not-proven')
}
