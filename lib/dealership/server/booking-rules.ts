import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'
import { settingsOf } from './settings'

/** The settings of booking that pages show: slot length, minutes of a wish in own words, the operating band. */
export const bookingRules = query('dealership.read', z.object({}), async ({ tx }) => {
  const settings = await settingsOf(tx)
  return {
    slotMinutes: settings['booking.slotMinutes'],
    wishMinutes: settings['booking.wishMinutes'],
    requestMinutes: settings['response.requestMinutes'],
    rateBp: settings['booking.rateBp'],
    band: { fromBp: settings['booking.rateStartBp'], toBp: settings['booking.rateMaxBp'] },
  }
})
