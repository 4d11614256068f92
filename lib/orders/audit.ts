import type { RepairOrderStatus } from './repair-order'

/** What an auditor asks for on an order, in the order of its life; each has its sentence and what to do in the catalogue. */
export const AUDIT_POINTS = [
  'reception', 'vin', 'odometer', 'sender', 'owner', 'problems', 'prices', 'oldParts', 'wash', 'completionTime', 'payment', 'explained',
  'signature', 'consents', 'notices', 'requests', 'warranty', 'maker', 'heldParts', 'times', 'cause', 'batches', 'inspection', 'comeback',
] as const // prettier-ignore
export type AuditPoint = (typeof AUDIT_POINTS)[number]

/** Where on the order, or beside it, the gap is closed. */
export const AUDIT_PLACES: Partial<Record<AuditPoint, 'reception' | 'customer' | 'sign' | 'requests' | 'warranty' | 'board' | 'parts' | 'quality'>> = {
  reception: 'reception', vin: 'reception', odometer: 'reception', sender: 'customer', owner: 'customer', signature: 'sign', consents: 'requests',
  notices: 'requests', requests: 'requests', warranty: 'warranty', maker: 'warranty', times: 'board', cause: 'board', batches: 'parts', inspection: 'quality',
} // prettier-ignore

/** From which step on a point must be there; before it is due it is not held against the order. */
type Due = 'always' | 'signed' | 'worked' | 'ready'

export type AuditFact = { point: AuditPoint; due: Due; applies: boolean; ok: boolean }
export type AuditResult = {
  /** Points that are there, of those that are due, as a share of 10,000; null where none is due. */
  scoreBp: number | null
  due: number
  fine: number
  missing: AuditPoint[]
  /** Not asked for yet. */
  later: AuditPoint[]
}

const BEFORE_SIGNED: RepairOrderStatus[] = ['draft', 'estimated', 'awaitingSignature']
const BEFORE_WORKED: RepairOrderStatus[] = [...BEFORE_SIGNED, 'queued', 'inRepair', 'rework']
const BEFORE_READY: RepairOrderStatus[] = [...BEFORE_WORKED, 'workDone', 'qc']

const isDue = (due: Due, status: RepairOrderStatus): boolean =>
  due === 'always' ||
  !(due === 'signed' ? BEFORE_SIGNED : due === 'worked' ? BEFORE_WORKED : BEFORE_READY).includes(status)

/** What is missing at this step of the order, what comes later, and the score. */
export function auditOf(facts: readonly AuditFact[], status: RepairOrderStatus): AuditResult {
  const asked = facts.filter(({ applies }) => applies)
  const due = asked.filter((fact) => isDue(fact.due, status))
  const fine = due.filter(({ ok }) => ok).length
  return {
    scoreBp: due.length ? Math.round((fine * 10_000) / due.length) : null,
    due: due.length,
    fine,
    missing: due.filter(({ ok }) => !ok).map(({ point }) => point),
    later: asked.filter((fact) => !isDue(fact.due, status) && !fact.ok).map(({ point }) => point),
  }
}
