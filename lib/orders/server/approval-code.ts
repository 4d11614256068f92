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
  redeemCode,
} from '@/lib/appointments/server/phone-proof'
import { settingsOf } from '@/lib/dealership/server/settings'
import { asTenant, type Tx } from '@/lib/server/db'
import { command, type Context } from '@/lib/server/doors'
import { AdditionalWorkId, ApprovalCode, OrderId, SigningCode } from '../schemas'
import { additionalWorkOf, orderOf } from './order-of'

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

/** What the customer says yes to: a code and its proof are good for one revision of one request, or one version of one order. */
type Asked = { id: string; revision: number }
const purposeOf = ({ id, revision }: Asked): string => `${id}:${revision}`

/** The version of the order that lies before the customer, or `common.not-found`. */
async function versionOf(tx: Tx, actor: Actor, orderId: string) {
  const order = await orderOf(tx, actor, orderId)
  const estimate = await tx.estimate.findFirst({
    where: { orderId, supersededAt: null },
    select: { version: true },
  })
  if (!estimate) throw new Refusal('common.not-found')
  return { order, asked: { id: orderId, revision: estimate.version } }
}

const newCode = async (tx: Tx, actor: Actor, asked: Asked, now: Date): Promise<{ minutes: number }> => {
  const { dealershipId, locale } = actor
  const phone = await phoneOf(tx, actor)
  return {
    minutes: await issueCode(tx, { dealershipId, phone, locale, purpose: purposeOf(asked) }, now),
  }
}

const tried = async (tx: Tx, actor: Actor, asked: Asked, code: string, now: Date) => {
  const [phone, purpose] = [await phoneOf(tx, actor), purposeOf(asked)]
  return { phone, purpose, tried: await redeemCode(tx, actor.dealershipId, now, phone, code, purpose) }
}

const sendCode = command(
  'additionalWork.sendCode',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    return {
      result: await newCode(tx, actor, request, now),
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
    }
  },
)

const sendOrderCode = command('order.sendCode', OrderId, async ({ tx, actor, now }, { orderId }) => {
  const { order, asked } = await versionOf(tx, actor, orderId)
  return {
    result: await newCode(tx, actor, asked, now),
    subject: { type: 'order', id: orderId },
    visitId: order.visitId,
  }
})

const limited =
  (send: typeof sendCode | typeof sendOrderCode) =>
  async (context: Context, raw: unknown): Promise<{ minutes: number }> => {
    authorize(context.actor, send.permission)
    const phone = await asTenant(context.db, context.actor.dealershipId, (tx) => phoneOf(tx, context.actor))
    await limitCodes(phone)
    return send(context, raw)
  }

/**
 * Sends the customer behind the link a one-time code for a yes above the set sum. Refuses with `auth.too-many-requests` past once
 * a minute, five times an hour or ten times a day, or with `additionalWork.no-number`.
 */
export const sendApprovalCode = limited(sendCode)

/** As `sendApprovalCode`, for the order that lies before the customer. */
export const sendSigningCode = limited(sendOrderCode)

const tryCode = command(
  'additionalWork.proveCode',
  ApprovalCode,
  async ({ tx, actor, now }, { additionalWorkId, code }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const result = await tried(tx, actor, request, code, now)
    return {
      result,
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: { right: result.tried.state === 'right' },
    }
  },
)

const tryOrderCode = command(
  'order.proveCode',
  SigningCode,
  async ({ tx, actor, now }, { orderId, code }) => {
    const { order, asked } = await versionOf(tx, actor, orderId)
    const result = await tried(tx, actor, asked, code, now)
    return {
      result,
      subject: { type: 'order', id: orderId },
      visitId: order.visitId,
      facts: { right: result.tried.state === 'right' },
    }
  },
)

/** Checks the code; answers a proof that an approval takes within half an hour. Refuses as `provePhone` does. */
export async function proveApproval(context: Context, raw: unknown): Promise<{ proof: string }> {
  const { phone, tried, purpose } = await tryCode(context, raw)
  return { proof: proofOf(context, phone, tried, purpose) }
}

/** As `proveApproval`, for the order that lies before the customer. */
export async function proveSigning(context: Context, raw: unknown): Promise<{ proof: string }> {
  const { phone, tried, purpose } = await tryOrderCode(context, raw)
  return { proof: proofOf(context, phone, tried, purpose) }
}

/** From which approved sum on a yes by the link needs a code, in fen. */
export const codeFromFen = async (tx: Tx): Promise<number> =>
  (await settingsOf(tx))['order.approvalCodeFromFen']

/** Refuses with `additionalWork.code-missing` where a customer approves as much or more by the link and has not proven the number. */
export async function checkApprovalCode(
  tx: Tx,
  actor: Actor,
  { asked, approvedFen, proof }: { asked: Asked; approvedFen: number; proof: string },
  now: Date,
): Promise<void> {
  if (actor.kind !== 'customer' || approvedFen <= 0 || approvedFen < (await codeFromFen(tx))) return
  const phone = await phoneOf(tx, actor)
  if (!proof) throw new Refusal('additionalWork.code-missing')
  checkProof(actor.dealershipId, phone, proof, now, purposeOf(asked))
  await spendCode(tx, actor.dealershipId, phone, purposeOf(asked), now)
}
