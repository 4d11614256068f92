import { AddLine } from '@/components/orders/add-line'
import { LinesTable } from '@/components/orders/lines-table'
import { Section } from '@/components/ui/card'
import { may } from '@/lib/auth/permissions'
import { orders } from '@/lib/i18n/orders'
import { isInHouse, mayTakeMoreWork } from '@/lib/orders/repair-order'
import { currentLocale } from '@/lib/server/locale'
import * as actions from '../actions'
import type { PartOfOrder } from './readings'

/** The lines of the order and the ways to add one. */
export async function LinesPart({
  order,
  orderId,
  actor,
  editable,
  mayEdit,
  packages,
  operations,
}: PartOfOrder) {
  const t = orders[await currentLocale()].lines
  return (
    <Section title={t.title} aside={t.count({ count: order.lines.length })}>
      <LinesTable
        lines={order.lines}
        editable={editable}
        technicians={order.technicians}
        packages={packages}
        operations={operations}
        searchParts={actions.searchParts}
        discountLimit={order.discountLimitBp}
        actions={{
          change: actions.change,
          remove: actions.remove,
          cancel: may(actor, 'job.cancel') ? actions.cancelLine : null,
          discount: actions.discount,
          askDiscount: actions.askForDiscount,
          addPart: actions.addLinePart,
          changePart: actions.changeLinePart,
          removePart: actions.removeLinePart,
          add: actions.add,
          share: actions.shareLineWith,
          dropShare: actions.dropLineShare,
          choose: actions.choose,
          setAside: actions.putAside,
          price: mayEdit && mayTakeMoreWork(order.status) ? actions.priceAfterInspection : null,
          free: mayEdit && isInHouse(order.status) ? actions.makeLineFree : null,
        }}
      >
        {editable && (
          <AddLine orderId={orderId} packages={packages} operations={operations} add={actions.add} />
        )}
      </LinesTable>
    </Section>
  )
}
