import 'server-only'
import * as z from 'zod'
import { nameIn } from '@/lib/core/name-in'
import { query } from '@/lib/server/doors'
import { SETTING_GROUPS, type SettingGroup, unitOf } from '../setting-register'
import { defaultSettings, type SettingKey } from '../settings'
import { settingsOf } from './settings'

/** Every setting that something reads, by group: the value in force, the default, and who changed it when. */
export const settingList = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId, locale } }) => {
    const inForce = await settingsOf(tx)
    const changed = await tx.setting.findMany({ select: { key: true, changedAt: true, changedById: true } })
    const ids = changed.flatMap(({ changedById }) => changedById ?? [])
    const people = await tx.staff.findMany({
      where: { dealershipId, id: { in: ids } },
      select: { id: true, name: true, nameEn: true },
    })
    const nameOf = new Map(people.map((person) => [person.id, nameIn(person, locale)]))
    const changes = new Map(changed.map((row) => [row.key, row]))
    return (Object.keys(SETTING_GROUPS) as SettingGroup[]).map((group) => ({
      group,
      settings: (Object.keys(SETTING_GROUPS[group]) as SettingKey[]).map((key) => {
        const change = changes.get(key)
        return {
          key,
          unit: unitOf(key),
          value: inForce[key],
          fallback: defaultSettings[key],
          changedAt: change?.changedAt ?? null,
          changedBy: nameOf.get(change?.changedById ?? '') ?? '',
        }
      }),
    }))
  },
)
