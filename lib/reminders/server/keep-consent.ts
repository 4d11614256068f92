import 'server-only'
import * as z from 'zod'
import { flag, id, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { CONSENT_KINDS, CONSENT_VERSIONS } from '@/lib/customers/consent'
import { command } from '@/lib/server/doors'
import { takeOffLists } from './stop-reminders'

export const CONSENT_WAYS = ['phone', 'store', 'wechat', 'sms'] as const

/**
 * A consent that a customer gives or withdraws with somebody of the house, kept with the version of the text, the way and what
 * proves it. Giving needs a proof, withdrawing is as easy as saying so (PIPL 15): reminders and offers end at once, also those
 * that wait to be sent. Refuses `common.not-found`.
 */
export const keepConsent = command(
  'consent.keep',
  z
    .object({
      customerId: id,
      kind: z.enum(CONSENT_KINDS, 'required'),
      given: flag,
      channel: z.enum(CONSENT_WAYS, 'required'),
      proof: text(200).default(''),
    })
    .refine(({ given, proof }) => !given || proof, { path: ['proof'], message: 'required' }),
  async ({ tx, actor: { dealershipId, id: byId }, now }, { customerId, kind, given, channel, proof }) => {
    const known = await tx.customer.findFirst({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      select: { id: true },
    })
    if (!known) throw new Refusal('common.not-found')
    const ended =
      kind === 'marketing' && !given
        ? await takeOffLists(tx, { dealershipId, customerId, channel, now, proof, byId })
        : 0
    if (given || kind !== 'marketing')
      await tx.consent.create({
        data: {
          dealershipId, customerId, kind, given, textVersion: CONSENT_VERSIONS[kind], channel, at: now, proof, byId,
        }, // prettier-ignore
        select: { id: true },
      })
    return {
      result: { customerId },
      subject: { type: 'customer', id: customerId },
      facts: { kind, given, channel, ended },
    }
  },
)
