import 'server-only'
import { toDateColumn, dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { command } from '@/lib/server/doors'
import { SetWeather } from '../ready-schemas'

/** S2-10: rain or snow of today or of the day that is named, as a person or a partner's system says; `none` takes it back. */
export const setWeather = command('weather.set', SetWeather, async ({ tx, actor, now }, { kind, day }) => {
  const { dealershipId } = actor
  const { timeZone } = await thisDealership(tx, dealershipId)
  const named = day ?? dayOf(now, timeZone)
  const on = toDateColumn(named)
  const said = { at: now, byId: actor.kind === 'staff' ? actor.id : null }
  if (kind === 'none') await tx.dayWeather.deleteMany({ where: { dealershipId, day: on } })
  else
    await tx.dayWeather.upsert({
      where: { dealershipId_day: { dealershipId, day: on } },
      create: { dealershipId, day: on, kind, ...said },
      update: { kind, ...said },
      select: { kind: true },
    })
  return {
    result: { day: named, kind },
    subject: { type: 'dealership', id: dealershipId },
    facts: { day: named, kind },
  }
})
