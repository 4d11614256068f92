'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { orders } from '@/lib/i18n/orders'
import { nameIn, type LinePartView } from '@/lib/orders/views'

/** One part below its line: quantity, unit price, and what the store has (S3-02). */
export function PartRow({ part, live, columns }: { part: LinePartView; live: boolean; columns: number }) {
  const locale = useLocale()
  const format = useFormat()
  return (
    <tr className="text-sm">
      <td className="py-1 pr-3 pl-8">
        {nameIn(locale, part)}{' '}
        <span className="text-muted tabular inline-block whitespace-nowrap">
          {format.quantity(part.quantityMilli)} × {format.money(part.unitPriceFen)}
        </span>
        <span className="tablet:hidden block">
          <StockMark part={part} live={live} />
        </span>
      </td>
      <td colSpan={2} className="max-tablet:hidden px-3 py-1 text-right">
        <StockMark part={part} live={live} />
      </td>
      <td className="text-muted tabular max-tablet:hidden px-3 py-1 text-right">
        {format.money(part.totalFen + part.discountFen)}
      </td>
      <td className="text-muted tabular max-tablet:hidden px-3 py-1 text-right">
        {part.discountFen ? format.money(-part.discountFen) : ''}
      </td>
      <td colSpan={columns} />
    </tr>
  )
}

function StockMark({ part: { stock, quantityMilli }, live }: { part: LinePartView; live: boolean }) {
  const t = useMessages(orders).lines
  const format = useFormat()
  if (!stock) return <span className="text-muted">{t.notStocked}</span>
  const detail = t.stockDetail({
    onHand: format.quantity(stock.onHandMilli),
    reserved: format.quantity(stock.reservedMilli),
  })
  const enough = live || stock.freeMilli >= quantityMilli
  return (
    <span className="tablet:justify-end inline-flex flex-wrap items-center gap-x-2">
      <span className="text-muted max-desk:hidden">{detail}</span>
      {enough ? (
        <span>{t.free({ free: format.quantity(Math.max(0, stock.freeMilli)) })}</span>
      ) : (
        <Badge tone="amber">
          {t.short}
          {stock.expectedOn && ` · ${t.expected({ day: format.calendarDay(stock.expectedOn, 'short') })}`}
        </Badge>
      )}
    </span>
  )
}
