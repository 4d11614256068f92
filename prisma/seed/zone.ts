import { timeOf } from '@/lib/core/time'

const HOME = 'Asia/Shanghai'

/**
 * The zone of the demo's clocks: Shanghai while its workshops are busy, else one in which it is ten in the morning
 * now, so that whoever looks at the demo finds people at work.
 */
export function zoneAtWork(now: Date): string {
  const time = timeOf(now, HOME)
  if (time >= '09:30' && time < '15:30') return HOME
  const east = ((10 - now.getUTCHours() + 36) % 24) - 12
  return east === 0 ? 'Etc/UTC' : `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`
}
