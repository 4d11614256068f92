import { workflow } from '../core/workflow'

export type AdditionalWorkStatus =
  | 'found' | 'priced' | 'sent' | 'approved' | 'partApproved' | 'declined' | 'expired' | 'signed' // prettier-ignore
export type AdditionalWorkAction =
  'price' | 'send' | 'approve' | 'approvePart' | 'decline' | 'expire' | 'sign'

/** Register 6.5. Lines answered by telephone wait for a signature before delivery (C12). */
export const additionalWorkFlow = workflow<AdditionalWorkStatus, AdditionalWorkAction>({
  found: { price: 'priced', decline: 'declined' },
  priced: { price: 'priced', send: 'sent', decline: 'declined' },
  sent: {
    price: 'priced',
    approve: 'approved',
    approvePart: 'partApproved',
    decline: 'declined',
    expire: 'expired',
  },
  expired: {
    price: 'priced',
    send: 'sent',
    approve: 'approved',
    approvePart: 'partApproved',
    decline: 'declined',
  },
  approved: { sign: 'signed' },
  partApproved: { sign: 'signed' },
  declined: {},
  signed: {},
})
