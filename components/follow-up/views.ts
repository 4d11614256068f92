import type { ComplaintStatus, ComplaintType } from '@/lib/follow-up/complaint'
import type { FollowUpKind, FollowUpStatus, Satisfaction } from '@/lib/follow-up/follow-up'

type Named = { name: string; nameEn: string }
type Channel = 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
type Rated = {
  satisfaction: Satisfaction
  adviserStars: number | null
  technicianStars: number | null
  text: string
}
type Titled = { id: string; title: string; titleEn: string }

/** What the card of one call shows. */
export type CallView = {
  id: string
  kind: FollowUpKind
  status: FollowUpStatus
  state: FollowUpStatus
  dueFrom: Date
  dueTo: Date
  attemptLimit: number
  satisfaction: Satisfaction | null
  problemSolved: boolean | null
  bookingPromoted: boolean
  answers: Record<string, string | boolean> | null
  vehicle: {
    plate: string
    brand: string
    model: string
    nextServiceOn: string | null
    nextServiceKm: number | null
  }
  customer: {
    name: string
    phone: string
    complaintSensitive: boolean
    customerNotes: { id: string; text: string; at: Date }[]
  }
  order: {
    no: string
    deliveredAt: Date | null
    adviser: Named | null
    rating: Rated | null
    handOver: { useNotes: string } | null
    orderProblems: { id: string; text: string }[]
    jobs: (Titled & { status: string; jobParts: (Named & { id: string })[] })[]
  } | null
  followUpAttempts: {
    id: string
    result: 'notReached' | 'reached' | 'booked' | 'refused' | 'wrongNumber' | 'callLater'
    note: string
    at: Date
  }[]
  complaints: { id: string; no: string }[]
}

type Clock = { clock: 'takeover' | 'firstPlan'; dueAt: Date }

/** One line of the list of complaints. */
export type ComplaintLine = {
  id: string
  no: string
  status: ComplaintStatus
  type: ComplaintType
  problem: string
  receivedAt: Date
  closedAt: Date | null
  customer: { name: string }
  vehicle: { plate: string } | null
  clock: Clock | null
}

/** The record of one complaint. */
export type ComplaintView = {
  receivedAt: Date
  firstPlanDueAt: Date
  channel: Channel
  type: ComplaintType
  problem: string
  expectation: string
  analysis: string
  plan: string
  compensationKind: string
  compensationFen: number
  customerAnswer: string
  satisfactionAfter: Satisfaction | null
  rootCause: string
  measures: string
  customer: { name: string; phone: string }
  order: { no: string; adviser: Named | null; jobs: (Titled & { doneBy: Named | null })[] } | null
  steps: { id: string; at: Date; by: string; action: string }[]
}
