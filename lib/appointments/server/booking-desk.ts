import 'server-only'
import * as z from 'zod'
import { settingsOf } from '@/lib/dealership/server/settings'
import { query } from '@/lib/server/doors'

/** What the desk needs to know of the house: minutes of a first look at an own wish, and when a call is long (S1-102). */
export const bookingDesk = query('appointment.book', z.object({}), async ({ tx }) => {
  const settings = await settingsOf(tx)
  return { wishMinutes: settings['booking.wishMinutes'], longCallSeconds: settings['call.longSeconds'] }
})
