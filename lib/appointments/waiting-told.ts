import * as z from 'zod'
import { CALL_STEPS } from './desk'
import { FaultAnswers } from './fault'
import { isTold } from './fault-questions'
import { Proposal } from './proposals'

/** What somebody told when joining the waiting list, as it is kept until a place is offered. */
const WaitingTold = z.object({
  kind: z.enum(['active', 'passive']).default('passive'),
  pickUp: z.boolean().default(false),
  pickUpAddress: z.string().default(''),
  pickUpMetres: z.number().int().nullable().default(null),
  loaner: z.boolean().default(false),
  concern: z.string().default(''),
  fault: FaultAnswers,
  remarks: z.string().default(''),
  difficult: z.boolean().default(false),
  plan: z.string().default(''),
  comebackOfId: z.string().nullable().default(null),
  odometerKm: z.number().int().nullable().default(null),
  callSeconds: z.number().int().nullable().default(null),
  callSteps: z.array(z.enum(CALL_STEPS)).default([]),
  proposals: z.array(Proposal).default([]),
  byStaff: z.boolean().default(false),
})

/** The details of the booking that is offered, the answers to proposals, and whether the desk took them down. */
export function waitingTold(kept: unknown) {
  const { proposals, byStaff, fault, ...details } = WaitingTold.parse(kept ?? {})
  return { details: { ...details, ...(isTold(fault) ? { fault } : {}) }, proposals, byStaff }
}
