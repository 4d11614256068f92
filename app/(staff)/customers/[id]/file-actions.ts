import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import {
  consent,
  correct,
  heard,
  hearNeed,
  label,
  note,
  prefer,
  rank,
  reach,
  reveal,
  settleNeed,
} from '../actions'

/** What this reader may do in the file; the doors decide, this only leaves out buttons that would be refused. */
export const fileActions = (actor: Actor) => ({
  reveal: may(actor, 'customer.reveal') ? reveal : undefined,
  revealVin: may(actor, 'vehicle.reveal') ? reveal : undefined,
  writing: may(actor, 'customer.note')
    ? { correct, note, prefer, reach, heard, hearNeed, settleNeed, label }
    : undefined,
  rank: may(actor, 'customer.setTier') ? rank : undefined,
  consent: may(actor, 'consent.keep') ? consent : undefined,
})
