import 'server-only'
import type { Actor } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import {
  checkProof,
  issueCode,
  limitCodes,
  proofOf,
  spendCode,
  useCode,
} from '@/lib/appointments/server/phone-proof'
import { settingsOf } from '@/lib/dealership/server/settings'
import { asTenant, type Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { AdditionalWorkId, ApprovalCode } from '../schemas'
import { additionalWorkOf } from './order-of'

/** The number a one-time code goes to: that of the customer behind the link, whoever of the visit it is. */
async function phoneOf(tx: Tx, { dealershipId, id }: Actor): Promise<string> {
  if (!id) throw new Refusal('common.not-found')
  const customer = await tx.customer.findUnique({
    where: { dealershipId_id: { dealershipId, id } },
    select: { phone: true },
  })
  if (!customer?.phone) throw new Refusal('additionalWork.no-number')
  return customer.phone
}

/** A code and its proof are good for one revision of one request. */
const purposeOf = ({ id, revision }: { id: string; revision: number }): string => `${id}:${revision}`

const sendCode = command(
  'additionalWork.sendCode',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { dealershipId, locale } = actor
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const phone = await phoneOf(tx, actor)
    const purpose = purposeOf(request)
    const minutes = await issueCode(tx, { dealershipId, phone, locale, purpose }, now)
    return {
      result: { minutes },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
    }
  },
)

/**
 * Sends the customer behind the link a one-time code for a yes above the set sum. Refuses with `auth.too-many-requests` past once
 * a minute, five times an hour or ten times a day, or with `additionalWork.no-number`.
 */
export async function sendApprovalCode(context: Context, raw: unknown): Promise<{ minutes: number }> {
  authorize(context.actor, sendCode.permission)
  const phone = await asTenant(context.db, context.actor.dealershipId, (tx) => phoneOf(tx, context.actor))
  await limitCodes(phone)
  return sendCode(context, raw)
}

const tryCode = command(
  'additionalWork.proveCode',
  ApprovalCode,
  async ({ tx, actor, now }, { additionalWorkId, code }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const phone = await phoneOf(tx, actor)
    const purpose = purposeOf(request)
    const tried = await useCode(tx, actor.dealershipId, now, phone, code, purpose)
    return {
      result: { phone, tried, purpose },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: { right: tried.state === 'right' },
    }
  },
)

/** Checks the code; answers a proof that an approval takes within half an hour. Refuses as `provePhone` does. */
export async function proveApproval(context: Context, raw: unknown): Promise<{ proof: string }> {
  const { phone, tried, purpose } = await tryCode(context, raw)
  return { proof: proofOf(context, phone, tried, purpose) }
}

/** From which approved sum on a yes by the link needs a code, in fen. */
export const codeFromFen = async (tx: Tx): Promise<number> =>
  (await settingsOf(tx))['order.approvalCodeFromFen']

/** Refuses with `additionalWork.code-missing` where a customer approves as much or more by the link and has not proven the number. */
export async function checkApprovalCode(
  tx: Tx,
  actor: Actor,
  {
    request,
    approvedFen,
    proof,
  }: { request: { id: string; revision: number }; approvedFen: number; proof: string },
  now: Date,
): Promise<void> {
  if (actor.kind !== 'customer' || approvedFen <= 0 || approvedFen < (await codeFromFen(tx))) return
  const phone = await phoneOf(tx, actor)
  if (!proof) throw new Refusal('additionalWork.code-missing')
  checkProof(actor.dealershipId, phone, proof, now, purposeOf(request))
  await spendCode(tx, actor.dealershipId, phone, purposeOf(request), now)
}
