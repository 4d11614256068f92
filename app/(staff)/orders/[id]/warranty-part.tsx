import { WarrantyCard } from '@/components/orders/warranty-card'
import { may } from '@/lib/auth/permissions'
import * as actions from '../actions'
import type { PartOfOrder } from './readings'

/** Recalls, guarantees and the decisions on warranty, with what this reader may do about them. */
export function WarrantyPart({ order, orderId, warranty, actor, editable }: PartOfOrder) {
  if (!warranty) return null
  const maySetClass = may(actor, 'order.setRepairClass') && !order.deliveredAt && order.status !== 'cancelled'
  return (
    <WarrantyCard
      orderId={orderId}
      view={warranty}
      editable={editable}
      add={actions.add}
      setClass={maySetClass ? actions.classify : null}
      actions={{
        decide: may(actor, 'warranty.decide') ? actions.decide : null,
        report: may(actor, 'warranty.report') ? actions.report : null,
        conclude: may(actor, 'warranty.conclude') ? actions.conclude : null,
      }}
    />
  )
}
