import 'server-only'
import { appointment } from '@/lib/appointments/server/appointment'
import { isLocale } from '@/lib/core/locale'
import type { Context } from '@/lib/server/doors'
import { appointmentPaper } from '../appointment-paper'
import { AskedSheet, type Sheet } from './sheet'

/** The confirmation of a booking, for whoever may read the booking. Refuses with `common.not-found`. */
export async function appointmentSheet(context: Context, raw: unknown): Promise<Sheet> {
  const { id, lang } = AskedSheet.parse(raw)
  const found = await appointment(context, { id })
  const own = isLocale(found.customer.locale) ? found.customer.locale : 'zh-CN'
  const setting = { locale: lang ?? own, timeZone: found.dealership.timeZone, proof: null }
  return {
    paper: appointmentPaper(found, setting),
    no: found.no,
    made: found.createdAt,
    storageKey: null,
    own,
  }
}
