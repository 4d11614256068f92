import 'server-only'
import { may } from '@/lib/auth/permissions'
import { menu } from '@/lib/catalogue/server/menu'
import { operations } from '@/lib/catalogue/server/operations'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { comebackProposal } from '@/lib/orders/server/comeback-proposal'
import { foundAtCar } from '@/lib/orders/server/found-at-car'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderMargin } from '@/lib/orders/server/order-margin'
import { orderWarranty } from '@/lib/orders/server/order-warranty'
import { oneReading } from '@/lib/server/one-reading'
import type { requireContext } from '@/lib/server/session'

/** Everything the page of one order reads, as far as the reader may see it. */
export const readingsOf = (context: Awaited<ReturnType<typeof requireContext>>, orderId: string) =>
  oneReading(context, async (within) => {
    const { actor } = context
    const mayEdit = may(actor, 'order.edit')
    const order = await orderDesk(within, { orderId })
    const { visitId } = order
    const asks = !order.comebackOf && may(actor, 'order.tieComeback')
    return {
      order,
      mayEdit,
      editable: order.editable && mayEdit,
      ribbons: await visitRibbons(within, { visitIds: [visitId] }),
      packages: await menu(within, {
        model: order.vehicle.model,
        fuel: order.vehicle.fuel,
        km: order.visit.receptionRecord?.odometerKm,
      }),
      operations: await operations(within, {}),
      foundHere: mayEdit ? await foundAtCar(within, { orderId }) : [],
      margin: may(actor, 'order.margin') ? await orderMargin(within, { orderId }) : null,
      proposal: asks ? await comebackProposal(within, { visitId }) : null,
      warranty: may(actor, 'order.warranty') ? await orderWarranty(within, { orderId }) : null,
      audit: may(actor, 'order.audit') ? await orderAudit(within, { orderId }) : null,
    }
  })

export type OrderReadings = Awaited<ReturnType<typeof readingsOf>>
/** What a part of the page needs: the readings and who reads them. */
export type PartOfOrder = OrderReadings & {
  orderId: string
  actor: Awaited<ReturnType<typeof requireContext>>['actor']
  timeZone: string
}
