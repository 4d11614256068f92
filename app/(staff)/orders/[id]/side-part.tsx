import { AuditCard } from '@/components/orders/audit-card'
import { AskDiscount, DiscountRequests } from '@/components/orders/discount-requests'
import { DiscountForm } from '@/components/orders/line-sheet'
import { MarginCard } from '@/components/orders/margin-card'
import { TermsCard } from '@/components/orders/terms-card'
import { TotalsCard } from '@/components/orders/totals-card'
import { Card } from '@/components/ui/card'
import { PromiseClock } from '@/components/visit/promise-clock'
import { may } from '@/lib/auth/permissions'
import { orders } from '@/lib/i18n/orders'
import { isInHouse } from '@/lib/orders/repair-order'
import { currentLocale } from '@/lib/server/locale'
import * as actions from '../actions'
import { wallClock } from './wall-clock'
import type { PartOfOrder } from './readings'

/** Sum, promise and terms, discounts, and what only those who lead may see. */
export function SidePart(part: PartOfOrder) {
  const { order, orderId, actor, audit, margin, editable, timeZone } = part
  const { suggestion } = order
  const answers = may(actor, 'order.answerDiscount')
  const asked = order.discountRequests.some(({ status }) => status === 'asked')
  const discounts = (
    <div id="discounts">
      <DiscountRequests
        requests={order.discountRequests}
        answer={answers ? actions.answerDiscountRequest : null}
      />
    </div>
  )
  return (
    <>
      {answers && asked && discounts}
      <TotalsCard
        totals={order.totals}
        byPayer={order.byPayer}
        signedTotalFen={order.signedTotalFen}
        unpriced={order.unpriced}
      />
      <Clock order={order} />
      <TermsCard
        editable={editable}
        action={actions.agree}
        suggestion={suggestion && { ...suggestion, local: wallClock(suggestion.at, timeZone) }}
        terms={{
          orderId,
          type: order.type,
          promised: order.promisedAt,
          promisedAt: wallClock(order.promisedAt, timeZone),
          promisedTo: order.promisedTo,
          promiseReason: order.promiseReason,
          paymentMethod: order.paymentMethod,
          oldParts: order.oldParts,
          wash: order.wash,
          deliveryExplained: order.deliveryExplained,
          customerLocale: order.customerLocale,
          remarks: order.remarks,
        }}
      />
      {audit && <AuditCard audit={audit} />}
      <WholeDiscount {...part} />
      {!(answers && asked) && discounts}
      {margin && <MarginCard {...margin} />}
    </>
  )
}

/** How the promise stands, from the signature on. */
function Clock({
  order: { status, promisedAt, promisedTo, risk, authorisedAt },
}: Pick<PartOfOrder, 'order'>) {
  if (!isInHouse(status) || !promisedAt || !promisedTo || !risk || !authorisedAt) return null
  return (
    <PromiseClock
      from={promisedAt.toISOString()}
      to={promisedTo.toISOString()}
      startedAt={authorisedAt.toISOString()}
      risk={risk}
    />
  )
}

/** A discount on the labour of all lines, or the question for a greater one. */
async function WholeDiscount({ order, orderId, editable }: PartOfOrder) {
  if (!editable || order.lines.length === 0) return null
  return (
    <details>
      <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
        {orders[await currentLocale()].lines.discountAll}
      </summary>
      <Card className="grid gap-2">
        <DiscountForm orderId={orderId} action={actions.discount} limit={order.discountLimitBp} />
        {order.discountLimitBp < 10_000 && (
          <div>
            <AskDiscount orderId={orderId} action={actions.askForDiscount} />
          </div>
        )}
      </Card>
    </details>
  )
}
