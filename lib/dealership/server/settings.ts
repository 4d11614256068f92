import 'server-only'
import type { Tx } from '@/lib/server/db'
import { once } from '@/lib/server/once'
import { defaultSettings, Settings } from '../settings'

/** The settings in force at the dealership of this transaction: what was changed, over the defaults. */
export const settingsOf = once(async (tx): Promise<Settings> => {
  const changed = await tx.setting.findMany({ select: { key: true, value: true } })
  return settingsFrom(Object.fromEntries(changed.map(({ key, value }) => [key, value])))
})

/** The settings in force and the zone of a dealership, in one question. */
export async function rulesOfHouse(tx: Tx, dealershipId: string) {
  const [house] = await tx.$queryRaw<{ timeZone: string; changed: Record<string, unknown> | null }[]>`
    SELECT d."timeZone", (SELECT jsonb_object_agg(s.key, s.value) FROM "Setting" s WHERE s."dealershipId" = d.id) AS changed
    FROM "Dealership" d WHERE d.id = ${dealershipId}::uuid`
  if (!house) throw new Error(`no dealership ${dealershipId}`)
  return { timeZone: house.timeZone, settings: settingsFrom(house.changed ?? {}) }
}

function settingsFrom(merged: Record<string, unknown>): Settings {
  const parsed = Settings.safeParse(merged)
  return parsed.success ? parsed.data : { ...defaultSettings, ...withoutBroken(merged) }
}

/** A value that no longer fits its rule falls back to the default instead of stopping the dealership. */
function withoutBroken(merged: Record<string, unknown>): Partial<Settings> {
  const entries = Object.entries(merged).filter(([key, value]) => {
    const rule = Settings.shape[key as keyof typeof Settings.shape]
    return rule?.safeParse(value).success
  })
  return Object.fromEntries(entries) as Partial<Settings>
}
