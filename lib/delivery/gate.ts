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
}: GateFacts): string[] {
  return [
    ...(inspected ? [] : ['inspection']),
    ...(handOver ? [] : ['handOver']),
    ...missingChecks(facts, ticked),
    ...(openPromises > 0 ? ['promises'] : []),
    ...(unsigned > 0 ? ['consent'] : []),
    ...(settled ? [] : ['settlement']),
    ...(paid ? [] : ['paid']),
  ]
}
