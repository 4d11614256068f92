'use client'

import { useMessages } from '@/components/shell/locale'
import { Status, type StatusShape } from '@/components/ui/badge'
import { orders } from '@/lib/i18n/orders'
import type { AdditionalWorkStatus } from '@/lib/orders/additional-work'
import type { JobStatus } from '@/lib/orders/job'
import type { RepairOrderStatus } from '@/lib/orders/repair-order'

const ORDER: Record<RepairOrderStatus, StatusShape> = {
  draft: 'open',
  estimated: 'open',
  awaitingSignature: 'waiting',
  queued: 'waiting',
  inRepair: 'now',
  workDone: 'now',
  qc: 'now',
  rework: 'late',
  qcPassed: 'now',
  washing: 'now',
  ready: 'done',
  settling: 'done',
  paid: 'done',
  delivered: 'done',
  closed: 'off',
  stopped: 'off',
  cancelled: 'off',
}
const JOB: Record<JobStatus, StatusShape> = {
  proposed: 'open',
  declined: 'off',
  queued: 'waiting',
  assigned: 'waiting',
  inWork: 'now',
  paused: 'paused',
  done: 'done',
  rework: 'late',
  qcPassed: 'done',
  billed: 'done',
  cancelled: 'off',
}
const REQUEST: Record<AdditionalWorkStatus, StatusShape> = {
  found: 'open',
  priced: 'open',
  sent: 'waiting',
  approved: 'done',
  partApproved: 'done',
  declined: 'off',
  expired: 'late',
  signed: 'done',
  withdrawn: 'off',
}

export function OrderStatus({ status }: { status: RepairOrderStatus }) {
  return <Status shape={ORDER[status]}>{useMessages(orders).statuses[status]}</Status>
}
export function JobStatusMark({ status }: { status: JobStatus }) {
  return <Status shape={JOB[status]}>{useMessages(orders).jobStatuses[status]}</Status>
}
export function RequestStatus({ status }: { status: AdditionalWorkStatus }) {
  return <Status shape={REQUEST[status]}>{useMessages(orders).requestStatuses[status]}</Status>
}
