'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import type { LineView } from '@/lib/orders/views'

/** Whether a line is one of several alternatives, and who shares it. */
export function LineMarks({ line: { rank, chosen, shares, suggested } }: { line: LineView }) {
  const t = useMessages(estimate)
  const { payers } = useMessages(orders)
  const format = useFormat()
  return (
    <>
      {suggested && <Badge tone="celadon">{t.suggested.mark}</Badge>}
      {rank && <Badge tone={chosen ? 'celadon' : 'neutral'}>{t.choices.ranks[rank]}</Badge>}
      {rank && !chosen && <Badge>{t.choices.notChosen}</Badge>}
      {shares.map(({ payer, totalFen }) => (
        <Badge key={payer} tone="indigo">
          {t.shares.bears({ payer: payers[payer], amount: format.money(totalFen) })}
        </Badge>
      ))}
    </>
  )
}
