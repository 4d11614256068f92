import { STEP_MINUTES } from '../dealership/lay-out'
import type { LedgerDay, Room } from './ledger'

const STEP = STEP_MINUTES * 60_000

/** A day as the database tells it: `rooms` is `resource|bookable|booked|{capacity}|{booked}` for each resource, with `;` between. */
export type ToldDay = {
  day: string
  startsAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  rooms: string | null
}

const numbers = (text: string): number[] => text.slice(1, -1).split(',').map(Number)

/** The ledger of one open day; null when it is closed. */
export function ledgerDay({ day, startsAt, opensAt, closesAt, rooms }: ToldDay): LedgerDay | null {
  if (!startsAt || !opensAt || !closesAt) return null
  const offset = Math.floor((opensAt.getTime() - startsAt.getTime()) / STEP)
  const byResource = new Map<string, Room>()
  if (rooms)
    for (const line of rooms.split(';')) {
      const [resource = '', bookable = '0', booked = '0', capacity = '{}', taken = '{}'] = line.split('|')
      byResource.set(resource, {
        capacity: numbers(capacity),
        booked: numbers(taken),
        bookableMinutes: Number(bookable),
        bookedMinutes: Number(booked),
      })
    }
  return {
    day,
    opensAt: opensAt.getTime(),
    closesAt: closesAt.getTime(),
    first: startsAt.getTime() + offset * STEP,
    offset,
    rooms: byResource,
  }
}

/** Gives back what a booking that is to be moved takes: its minutes from midnight on. */
export function giveBack(
  days: readonly LedgerDay[],
  uses: readonly { day: string; resource: string; minutes: readonly number[] }[],
) {
  for (const { day, resource, minutes } of uses) {
    const at = days.find((one) => one.day === day)
    const room = at?.rooms.get(resource)
    if (!at || !room) continue
    for (const [step, taken] of minutes.entries()) {
      if (!taken) continue
      room.booked[step - at.offset] = (room.booked[step - at.offset] ?? 0) - taken
      room.bookedMinutes -= taken
    }
  }
}
