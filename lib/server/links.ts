import 'server-only'
import { cookies } from 'next/headers'
import type { CustomerActor } from '@/lib/auth/actor'
import { isLocale } from '@/lib/core/locale'
import { plateTail } from '@/lib/core/plate'
import { Refusal } from '@/lib/core/refusal'
import { hoursAfter } from '@/lib/core/time'
import { database, type Tx } from './db'
import type { Context } from './doors'
import { env } from './env'
import { keyedHash, newToken, sameText, sha256 } from './hash'
import { later } from './later'
import { limit } from './rate-limit'

const LINK_DAYS = 30
/** So long after the visit a link still lets its holder act; then it only shows. */
const LINK_ACTS_DAYS = 7

type LinkTo = { dealershipId: string; customerId: string; appointmentId?: string; visitId?: string }

/** Makes a customer's link to an appointment or a visit; answers the token, of which only the hash is kept. */
export async function createLink(
  tx: Tx,
  { dealershipId, customerId, appointmentId, visitId }: LinkTo,
  now: Date,
): Promise<string> {
  const token = newToken()
  const link = {
    dealershipId,
    customerId,
    appointmentId,
    visitId,
    purpose: visitId ? ('visit' as const) : ('appointment' as const),
    tokenHash: sha256(token),
    createdAt: now,
    expiresAt: hoursAfter(now, 24 * LINK_DAYS),
  }
  await later(tx, 'AccessLink', [link])
  return token
}

/**
 * Ends the links of everybody who has no part in the visit any more: who neither brings the car nor owns it nor pays.
 */
export async function revokeStrangersLinks(tx: Tx, dealershipId: string, visitId: string, now: Date) {
  const { appointmentId, ...visit } = await tx.visit.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id: visitId } },
    select: { ...PARTIES, appointmentId: true },
  })
  await tx.accessLink.updateMany({
    where: {
      dealershipId,
      revokedAt: null,
      customerId: { notIn: partiesOf(visit) },
      OR: [{ visitId }, ...(appointmentId ? [{ appointmentId }] : [])],
    },
    data: { revokedAt: now },
  })
}

const PARTIES = { senderId: true, ownerId: true, payerId: true } as const
const partiesOf = (visit: { senderId: string; ownerId: string | null; payerId: string | null }) =>
  [visit.senderId, visit.ownerId, visit.payerId].filter((id) => id !== null)

/** The link of this token with what it opens; null when it is unknown, over, revoked, or its customer has no part in it. */
async function findLink(token: string, now: Date) {
  const tokenHash = sha256(token)
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.shown_hash', ${tokenHash}, true)`
    const link = await tx.accessLink.findUnique({ where: { tokenHash } })
    if (!link || link.revokedAt || link.expiresAt <= now) return null
    await tx.$queryRaw`SELECT set_config('app.dealership_id', ${link.dealershipId}, true)`
    const customer = await tx.customer.findUniqueOrThrow({
      where: { dealershipId_id: { dealershipId: link.dealershipId, id: link.customerId } },
      include: { dealership: true },
    })
    const appointment = link.appointmentId
      ? await tx.appointment.findUnique({
          where: { dealershipId_id: { dealershipId: link.dealershipId, id: link.appointmentId } },
          select: {
            customerId: true,
            visit: { select: { id: true } },
            vehicle: { select: { plate: true } },
          },
        })
      : null
    const visitId = link.visitId ?? appointment?.visit?.id ?? null
    const visit = visitId
      ? await tx.visit.findUnique({
          where: { dealershipId_id: { dealershipId: link.dealershipId, id: visitId } },
          select: { ...PARTIES, leftAt: true, vehicle: { select: { plate: true } } },
        })
      : null
    const parties = visit ? partiesOf(visit) : [appointment?.customerId]
    if (!parties.includes(link.customerId)) return null
    const over = visit?.leftAt && new Date(Math.max(+visit.leftAt, +link.createdAt))
    return {
      link,
      customer,
      visitId,
      showsOnly: !!over && hoursAfter(over, 24 * LINK_ACTS_DAYS) <= now,
      plate: visit?.vehicle.plate ?? appointment?.vehicle.plate ?? '',
    }
  })
}

const proofName = (token: string) => `babu-proof-${sha256(token).slice(0, 12)}`
const proofOf = (token: string) => keyedHash(`link:${sha256(token)}`)

/** What may be shown before the holder has proven to be the customer: dealership and tail of the plate (R38). */
export async function peekLink(token: string) {
  const found = await findLink(token, new Date())
  if (!found) return null
  const proof = (await cookies()).get(proofName(token))?.value ?? ''
  return {
    dealership: found.customer.dealership,
    plateTail: plateTail(found.plate),
    proven: sameText(proof, proofOf(token)),
  }
}

/** Marks this browser as proven for the link: after the code at booking, or the last four digits of the telephone. */
export async function rememberProof(token: string): Promise<void> {
  const secure = env().NEXTAUTH_URL.startsWith('https:')
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: LINK_DAYS * 86_400, secure } as const
  ;(await cookies()).set(proofName(token), proofOf(token), options)
}

/** Checks the last four digits of the customer's telephone; five tries an hour per link. */
export async function proveLink(token: string, phoneTail: string): Promise<void> {
  await limit('link-proof', sha256(token), 5, 3600)
  const found = await findLink(token, new Date())
  if (!found) throw new Refusal('auth.link-invalid')
  const { phone, phone2 } = found.customer
  if (!/^\d{4}$/.test(phoneTail) || ![phone, phone2].some((one) => one.endsWith(phoneTail)))
    throw new Refusal('auth.wrong-digits')
  await rememberProof(token)
}

/** Whether the link still opens something. */
export const linkStands = async (token: string): Promise<boolean> =>
  (await findLink(token, new Date())) !== null

type LinkContext = Context & { actor: CustomerActor; timeZone: string; showsOnly: boolean }

/**
 * The customer behind a proven link. Refuses with `auth.link-invalid`; where the customer `acts`, also with
 * `auth.link-shows-only` a week after the visit.
 */
export async function linkContext(token: string, { acts = false } = {}): Promise<LinkContext> {
  const now = new Date()
  const found = await findLink(token, now)
  const proof = (await cookies()).get(proofName(token))?.value ?? ''
  if (!found || !sameText(proof, proofOf(token))) throw new Refusal('auth.link-invalid')
  const { link, customer, visitId, showsOnly } = found
  if (acts && showsOnly) throw new Refusal('auth.link-shows-only')
  const locale = isLocale(customer.locale) ? customer.locale : 'zh-CN'
  const { dealershipId, appointmentId } = link
  const actor: CustomerActor = {
    kind: 'customer',
    id: customer.id,
    dealershipId,
    name: customer.name,
    locale,
    appointmentId,
    visitId,
  }
  return { db: database(), now, actor, timeZone: customer.dealership.timeZone, showsOnly }
}
