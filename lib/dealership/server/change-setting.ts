import 'server-only'
import * as z from 'zod'
import { flag, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { isAbove, OFFERED, SETTING_PAIRS, settingFromText } from '../setting-register'
import { defaultSettings, Settings, type SettingKey } from '../settings'
import { refreshCapacity } from './capacity-ledger'
import { settingsOf } from './settings'

const CAPACITY_KEYS: readonly SettingKey[] = [
  'calendar.holidays',
  'calendar.holidayOpensAt',
  'calendar.holidayClosesAt',
  'calendar.makeUpDays',
  'capacity.productivityBp',
  'booking.rateBp',
  'booking.quickTechnicians',
  'capacity.juniorBp',
  'capacity.middleBp',
  'capacity.seniorBp',
  'booking.horizonDays',
]
const key = z.enum(OFFERED as [SettingKey, ...SettingKey[]])

/**
 * Changes one setting, given as a person writes it in the unit of the register (80 for 80 %, 50 for 50 yuan); with
 * `reset` the default comes back. The event keeps the old and the new value. Refuses with `setting.out-of-order`.
 */
export const changeSetting = command(
  'setting.change',
  z
    .object({
      key,
      text: z.union([z.string().max(500), z.array(z.string().max(100))]).default(''),
      reset: optional(flag),
    })
    .transform((input, context) => {
      if (input.reset) return { key: input.key, value: undefined }
      const parsed = Settings.shape[input.key].safeParse(settingFromText(input.key, input.text))
      if (parsed.success) return { key: input.key, value: parsed.data }
      for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: ['text'] } as never)
      return z.NEVER
    }),
  async ({ tx, actor, now }, { key, value }) => {
    const { dealershipId } = actor
    const before = await settingsOf(tx)
    const after = { ...before, [key]: value ?? defaultSettings[key] }
    for (const [lower, upper] of SETTING_PAIRS)
      if ([lower, upper].includes(key) && isAbove(after[lower], after[upper]))
        throw new Refusal('setting.out-of-order', { lower, upper })
    const where = { dealershipId_key: { dealershipId, key } }
    const data = { value: after[key], changedAt: now, changedById: actor.id }
    if (value === undefined) await tx.setting.deleteMany({ where: { dealershipId, key } })
    else
      await tx.setting.upsert({
        where,
        create: { dealershipId, key, ...data },
        update: data,
        select: { key: true },
      })
    settingsOf.forget(tx)
    if (CAPACITY_KEYS.includes(key)) await refreshCapacity(tx, { dealershipId, now })
    return {
      result: { key },
      subject: { type: 'dealership', id: dealershipId },
      facts: { key, before: String(before[key]), after: String(after[key]) },
    }
  },
)
