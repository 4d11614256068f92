'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import type { EstimateLine } from '@/lib/orders/estimate-content'

/** Who bears a line, where it is not the customer alone. */
export function BorneBy({
  line: { payer, totalFen, shares },
}: {
  line: Pick<EstimateLine, 'payer' | 'totalFen' | 'shares'>
}) {
  const t = useMessages(estimate)
  const { payers } = useMessages(orders)
  const format = useFormat()
  const borne = shares ?? (payer === 'customer' ? [] : [{ payer, totalFen }])
  if (!borne.length) return null
  return (
    <span className="text-muted tabular block text-sm">
      {t.print.payers}:{' '}
      {format.list(
        borne.map((one) => t.shares.bears({ payer: payers[one.payer], amount: format.money(one.totalFen) })),
      )}
    </span>
  )
}
