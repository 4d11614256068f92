import type { Locale } from '../core/locale'
import type { BillLine } from '../delivery/bill'
import { estimate } from '../i18n/estimate'
import * as format from '../i18n/format'
import { orders } from '../i18n/orders'
import type { EstimateLine } from '../orders/estimate-content'
import { nameIn, titleIn, type PrintedContent } from '../orders/views'

type Noted = Pick<PrintedContent, 'lines' | 'totals' | 'payers'>

const unpriced = ({ lines }: Pick<Noted, 'lines'>): number =>
  lines.filter(({ priceAfterInspection }) => priceAfterInspection).length

/** Nothing has a price yet, so that every sum would be a nothing that is no price. */
export const isUnpriced = ({ lines, totals }: Noted): boolean =>
  totals.labourFen === 0 && totals.partsFen === 0 && unpriced({ lines }) > 0

/** What stands below a line: why the house recommends it, who shares it, and what else was offered for the same job. */
export function lineNotes(line: EstimateLine, locale: Locale): string[] {
  const { shares = [], alternatives = [], suggested, reason, priceAfterInspection } = line
  const t = estimate[locale].print
  const { afterInspection } = orders[locale].print
  const { payers } = orders[locale]
  const money = (fen: number) => format.money(fen, locale)
  const borne = shares.map(({ payer, totalFen }) => `${payers[payer]} ${money(totalFen)}`)
  return [
    ...(suggested ? [t.suggested({ reason })] : []),
    ...(borne.length && !priceAfterInspection ? [t.shared({ shares: borne.join(', ') })] : []),
    ...alternatives
      .filter(({ chosen }) => !chosen)
      .map(({ parts = [], ...one }) =>
        t.alternative({
          title: [titleIn(locale, one), ...parts.map((part) => nameIn(locale, part))].join(' · '),
          total: one.unpriced ? afterInspection : money(one.totalFen),
        }),
      ),
  ]
}

/** Who shares a line of the bill, or that its price came with additional work. */
export function billNotes(
  { shares = [], afterInspection }: Pick<BillLine, 'shares' | 'afterInspection'>,
  locale: Locale,
): string[] {
  const t = estimate[locale]
  const { payers } = orders[locale]
  const borne = shares.map(({ payer, totalFen }) => `${payers[payer]} ${format.money(totalFen, locale)}`)
  return [
    ...(afterInspection ? [t.inspection.billed] : []),
    ...(borne.length ? [t.print.shared({ shares: borne.join(', ') })] : []),
  ]
}

/** The total to pay; in words while no line has a price yet, never as nothing. */
export const grandTotal = (content: Noted, locale: Locale): string =>
  isUnpriced(content) ? estimate[locale].inspection.none : format.money(content.totals.totalFen, locale)

/** What stands below the total: what is not in it yet, and who bears what. */
export function sumNotes(content: Noted, locale: Locale): { term: string; value: string }[] {
  const count = unpriced(content)
  const { payers } = orders[locale]
  return [
    ...(count ? [{ term: estimate[locale].print.plusUnpriced({ count }), value: '' }] : []),
    ...(isUnpriced(content) ? [] : (content.payers ?? [])).map(({ payer, totalFen }) => ({
      term: `${estimate[locale].print.payers}: ${payers[payer]}`,
      value: format.money(totalFen, locale),
    })),
  ]
}
