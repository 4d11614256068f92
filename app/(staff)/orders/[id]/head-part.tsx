import { OrderMenu } from '@/components/orders/order-menu'
import { OrderStatus } from '@/components/orders/order-state'
import { PageHeader } from '@/components/shell/page-header'
import { Plate } from '@/components/visit/plate'
import { Ribbon } from '@/components/visit/ribbon'
import { may } from '@/lib/auth/permissions'
import { list } from '@/lib/i18n/format'
import { orders } from '@/lib/i18n/orders'
import { currentLocale } from '@/lib/server/locale'
import * as actions from '../actions'
import type { PartOfOrder } from './readings'

/** Which car and order this is, what it waits for, and how far the visit has come. */
export async function HeadPart({ order, orderId, ribbons, mayEdit, actor }: PartOfOrder) {
  const locale = await currentLocale()
  const t = orders[locale]
  const reasons = order.waitingFor.map((reason) => t.waitingFor[reason])
  return (
    <PageHeader
      back={{ href: '/orders', label: t.backToList }}
      title={
        <>
          <Plate plate={order.vehicle.plate} />
          <span className="tabular">{order.no}</span>
          <OrderStatus status={order.status} />
        </>
      }
      action={
        <OrderMenu
          orderId={orderId}
          status={order.status}
          hasVersion={order.estimates.length > 0}
          mayEdit={mayEdit}
          mayStop={may(actor, 'order.stop')}
          actions={{ revise: actions.revise, cancel: actions.cancel, stop: actions.stop }}
        />
      }
      lead={reasons.length ? t.waits({ reasons: list(reasons, locale) }) : undefined}
    >
      <Ribbon steps={ribbons[order.visitId] ?? []} />
    </PageHeader>
  )
}
