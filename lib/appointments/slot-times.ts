import { timeOf } from '../core/time'

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const two = (value: number) => String(value).padStart(2, '0')

/** The times of a day at which a car may be received, 'HH:mm', between two instants or two times of the wall clock. */
export function slotTimes(
  open: { from: Date | string; to: Date | string } | null,
  slotMinutes: number,
  timeZone: string,
): string[] {
  if (!open) return []
  const [from, to] = [open.from, open.to].map((at) =>
    minutesOf(typeof at === 'string' ? at : timeOf(at, timeZone)),
  ) as [number, number]
  const count = Math.max(0, Math.floor((to - from) / slotMinutes))
  return Array.from({ length: count }, (_, i) => from + i * slotMinutes).map(
    (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  )
}
