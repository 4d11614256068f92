'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { Card } from '@/components/ui/card'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import type { Payer, Totals } from '@/lib/orders/totals'

type Props = {
  totals: Totals & { taxBp: number }
  byPayer: ({ payer: Payer } & Totals)[]
  signedTotalFen: number | null
  /** Lines without a price yet. */
  unpriced: number
}

/** The sum of the order, always in view: labour, parts, discount, tax, and who pays what. */
export function TotalsCard({ totals, byPayer, signedTotalFen, unpriced }: Props) {
  const t = useMessages(orders)
  const words = useMessages(estimate).inspection
  const format = useFormat()
  const rows = [
    [t.totals.labour, totals.labourFen],
    [t.totals.parts, totals.partsFen],
    ...(totals.discountFen ? [[t.totals.discount, -totals.discountFen] as const] : []),
  ] as const
  return (
    <Card role="group" aria-label={t.totals.title} className="tabular grid gap-1">
      {rows.map(([label, fen]) => (
        <p key={label} className="flex justify-between gap-4">
          <span className="text-muted">{label}</span>
          {format.money(fen)}
        </p>
      ))}
      <p className="border-line mt-1 flex items-baseline justify-between gap-4 border-t pt-2">
        <span className="font-medium">{t.totals.total}</span>
        <strong className="text-2xl font-semibold">
          {unpriced > 0 && totals.totalFen === 0 ? words.none : format.money(totals.totalFen)}
        </strong>
      </p>
      <p className="text-muted flex justify-between gap-4 text-sm">
        <span>{t.totals.tax({ percent: format.percent(totals.taxBp) })}</span>
        {format.money(totals.taxFen)}
      </p>
      {unpriced > 0 && <p className="text-amber-ink text-sm">{words.lines({ count: unpriced })}</p>}
      {byPayer.length > 1 &&
        byPayer.map(({ payer, totalFen }) => (
          <p key={payer} className="text-muted flex justify-between gap-4 text-sm">
            <span>
              {t.totals.payers}: {t.payers[payer]}
            </span>
            {format.money(totalFen)}
          </p>
        ))}
      {signedTotalFen !== null && (
        <p className="text-muted flex justify-between gap-4 text-sm">
          <span>{t.totals.signed}</span>
          {format.money(signedTotalFen)}
        </p>
      )}
    </Card>
  )
}
