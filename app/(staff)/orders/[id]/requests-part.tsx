import { RequestCard } from '@/components/orders/request-card'
import { StartRequest } from '@/components/orders/start-request'
import { Section } from '@/components/ui/card'
import { orders } from '@/lib/i18n/orders'
import { mayTakeMoreWork } from '@/lib/orders/repair-order'
import { currentLocale } from '@/lib/server/locale'
import * as actions from '../actions'
import { wallClock } from './wall-clock'
import type { PartOfOrder } from './readings'

const OPEN = ['found', 'priced', 'sent', 'expired']

/** Additional work that somebody has to price, send or answer. */
export const openRequests = ({ requests }: PartOfOrder['order']): number =>
  requests.filter(({ status }) => OPEN.includes(status)).length

/** Additional work of a signed order: asked for, priced, sent, answered. */
export async function RequestsPart({ order, orderId, mayEdit, packages, operations, timeZone }: PartOfOrder) {
  const t = orders[await currentLocale()].requests
  const { sender } = order.visit
  if (order.requests.length === 0 && !order.authorisedAt) return null
  return (
    <Section
      id="additional-work"
      title={t.title}
      action={
        mayEdit &&
        mayTakeMoreWork(order.status) && <StartRequest orderId={orderId} action={actions.startRequest} />
      }
    >
      <div className="grid gap-3">
        {order.requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            customer={sender.name}
            phone={sender.phone}
            mayEdit={mayEdit}
            promiseLocal={wallClock(request.newPromisedAt ?? order.promisedAt, timeZone) ?? ''}
            packages={packages}
            operations={operations}
            searchParts={actions.searchParts}
            actions={{
              price: actions.priceRequest,
              send: actions.sendRequest,
              answer: actions.recordAnswer,
              sign: actions.signRequest,
              withdraw: actions.withdrawRequest,
            }}
          />
        ))}
        {!order.requests.length && <p className="text-muted">{t.none}</p>}
      </div>
    </Section>
  )
}
