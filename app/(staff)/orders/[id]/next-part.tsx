import { NextCard } from '@/components/orders/next-card'
import { may } from '@/lib/auth/permissions'
import * as actions from '../actions'
import type { PartOfOrder } from './readings'

/** The next action of the order, for whoever reads it. */
export function NextPart({ order, orderId, mayEdit, actor }: PartOfOrder) {
  return (
    <NextCard
      orderId={orderId}
      status={order.status}
      missing={order.missing}
      reason={order.reason}
      sentAt={order.messageSent}
      mayEdit={mayEdit}
      mayDispatch={may(actor, 'board.read')}
      actions={{
        fixAndPresent: actions.fixAndPresent,
        present: actions.present,
        send: actions.send,
      }}
    />
  )
}
