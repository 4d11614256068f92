import { missingChecks, type HandOverFacts } from './hand-over'

export type GateFacts = {
  inspected: boolean
  handOver: boolean
  ticked: readonly string[]
  facts: HandOverFacts
  settled: boolean
  paid: boolean
  openPromises: number
  unsigned: number
  /** Requests for additional work nobody has answered or taken back. */
  openRequests: number
}

/** Everything that still keeps the car in the house, as keys of the catalogue `delivery.gate`; the customer's signature comes last. */
export function missingAtGate({
  inspected,
  handOver,
  ticked,
  facts,
  settled,
  paid,
  openPromises,
  unsigned,
  openRequests,
}: GateFacts): string[] {
  return [
    ...(inspected ? [] : ['inspection']),
    ...(handOver ? [] : ['handOver']),
    ...missingChecks(facts, ticked),
    ...(openPromises > 0 ? ['promises'] : []),
    ...(openRequests > 0 ? ['requests'] : []),
    ...(unsigned > 0 ? ['consent'] : []),
    ...(settled ? [] : ['settlement']),
    ...(paid ? [] : ['paid']),
  ]
}
