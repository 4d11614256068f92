import { clockedMinutes } from './clock'

type Started = {
  minutes: number
  labourFen: number
  discountFen: number
  clockings: readonly { startsAt: Date; endsAt: Date | null }[]
}

/** Labour and its discount in fen for the share of a line that was worked; never more than the line itself. */
export function labourSoFar({ minutes, labourFen, discountFen, clockings }: Started, now: Date) {
  const worked = Math.min(minutes, clockedMinutes(clockings, now))
  const share = (fen: number) => (minutes > 0 ? Math.floor((fen * worked) / minutes) : 0)
  const labour = share(labourFen)
  return { labourFen: labour, discountFen: Math.min(labour, share(discountFen)) }
}
