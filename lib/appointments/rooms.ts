import { STEPS, type LedgerDay, type Room } from './ledger'

/** A day as the database tells it: one line for each resource (see `steps_line` in the migrations). */
export type ToldDay = {
  day: string
  startsAt: Date | null
  opensAt: Date | null
  closesAt: Date | null
  rooms: string | null
}

const ZERO = 48

function roomOf(line: string): [resource: string, room: Room] {
  const [resource = '', bookable = '0', taken = '0', first = '0', code = ''] = line.split('\t')
  const capacity = new Array<number>(STEPS).fill(0)
  const booked = new Array<number>(STEPS).fill(0)
  for (let at = 0, step = Number(first); at < code.length; at += 4, step++) {
    capacity[step] = code.charCodeAt(at) * 64 + code.charCodeAt(at + 1) - 65 * ZERO
    booked[step] = code.charCodeAt(at + 2) * 64 + code.charCodeAt(at + 3) - 65 * ZERO
  }
  return [resource, { capacity, booked, bookableMinutes: Number(bookable), bookedMinutes: Number(taken) }]
}

/** The ledger of one open day; null when it is closed. */
export function ledgerDay({ day, startsAt, opensAt, closesAt, rooms }: ToldDay): LedgerDay | null {
  if (!startsAt || !opensAt || !closesAt) return null
  return {
    day,
    opensAt: opensAt.getTime(),
    closesAt: closesAt.getTime(),
    first: startsAt.getTime(),
    rooms: new Map(rooms ? rooms.split('\n').map(roomOf) : []),
  }
}

type Used = { day: string; resource: string; minutes: readonly number[] }

/** Gives back what a booking that is to be moved takes: its minutes from midnight on. */
export function giveBack(days: readonly LedgerDay[], uses: readonly Used[]): void {
  for (const { day, resource, minutes } of uses) {
    const room = days.find((one) => one.day === day)?.rooms.get(resource)
    if (!room) continue
    for (const [step, taken] of minutes.entries()) {
      room.booked[step] = (room.booked[step] ?? 0) - taken
      room.bookedMinutes -= taken
    }
  }
}
