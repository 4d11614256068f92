import 'server-only'
import * as z from 'zod'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'
import { env } from '@/lib/server/env'

/** What the notice for reception and lounge says: the dealership, and the address of its booking page (S1-87). */
export const bookingNotice = query(
  'appointment.list',
  z.object({}),
  async ({ tx, actor: { dealershipId } }) => {
    const { code, name, nameEn, phone } = await thisDealership(tx, dealershipId)
    const settings = await settingsOf(tx)
    return {
      name,
      nameEn,
      phone,
      url: new URL(`/book/${encodeURIComponent(code)}`, env().NEXTAUTH_URL).href,
      /** What an early booking takes off the labour, in basis points; 0 when nothing. */
      discountBp: 10_000 - settings['discount.earlyBookingBp'],
    }
  },
)
