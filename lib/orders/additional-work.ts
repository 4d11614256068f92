import { workflow } from '../core/workflow'

export type AdditionalWorkStatus =
  | 'found' | 'priced' | 'sent' | 'approved' | 'partApproved' | 'declined' | 'expired' | 'signed'
  | 'withdrawn' // prettier-ignore
export type AdditionalWorkAction =
  'price' | 'send' | 'approve' | 'approvePart' | 'decline' | 'expire' | 'sign' | 'withdraw'

/**
 * Register 6.5. Lines answered by telephone wait for a signature before delivery (C12); what is not answered can be taken back.
 * The notice of a declined safety item can be signed later, and the no stays a no.
 */
export const additionalWorkFlow = workflow<AdditionalWorkStatus, AdditionalWorkAction>({
  found: { price: 'priced', decline: 'declined', withdraw: 'withdrawn' },
  priced: { price: 'priced', send: 'sent', decline: 'declined', withdraw: 'withdrawn' },
  sent: {
    price: 'priced',
    approve: 'approved',
    approvePart: 'partApproved',
    decline: 'declined',
    expire: 'expired',
    withdraw: 'withdrawn',
  },
  expired: {
    price: 'priced',
    send: 'sent',
    approve: 'approved',
    approvePart: 'partApproved',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  approved: { sign: 'signed' },
  partApproved: { sign: 'signed' },
  declined: { sign: 'declined' },
  signed: {},
  withdrawn: {},
})

/** Requests nobody has answered or taken back: the car is not inspected or handed over before they are settled. */
export const OPEN_REQUESTS = ['found', 'priced', 'sent', 'expired'] as const satisfies AdditionalWorkStatus[]
const openOnes: ReadonlySet<string> = new Set(OPEN_REQUESTS)

/** Whether a request for additional work still waits for an answer. */
export const isOpenRequest = (status: AdditionalWorkStatus): boolean => openOnes.has(status)
