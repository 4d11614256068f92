import { billNotes } from '@/lib/documents/order-notes'
import { delivery } from '@/lib/i18n/delivery'
import { fullDateTime, money, percent, quantity } from '@/lib/i18n/format'
import { GuaranteeLine } from './guarantee-line'
import { Sum, type SheetProps } from './paper'

const CELL = 'px-2 py-1.5 first:pl-0 last:pr-0 align-top'
const RIGHT = `${CELL} tabular text-right whitespace-nowrap`

/** F27: lines, sums, payer split, difference to the signed total, payments. */
export function BillSheet({ sheet, locale, timeZone }: SheetProps) {
  const t = delivery[locale]
  const { bill, shares } = sheet.settlement
  const english = locale === 'en'
  return (
    <>
      <table className="w-full text-left">
        <thead className="border-line-strong text-muted border-b text-sm">
          <tr>
            <th className={CELL}>{t.item}</th>
            <th className={RIGHT}>{t.labour}</th>
            <th className={RIGHT}>{t.parts}</th>
            <th className={RIGHT}>{t.discount}</th>
            <th className={RIGHT}>{t.total}</th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <tr key={line.jobId} className="border-line border-b">
              <td className={CELL}>
                {english && line.titleEn ? line.titleEn : line.title}
                {line.payer !== 'customer' && <span className="text-muted"> · {t.payers[line.payer]}</span>}
                {billNotes(line, locale).map((note) => (
                  <span key={note} className="text-muted block text-sm">
                    {note}
                  </span>
                ))}
                {line.parts.map((part, index) => (
                  <span key={index} className="text-muted block text-sm">
                    {english && part.nameEn ? part.nameEn : part.name} ×{' '}
                    {quantity(part.quantityMilli, locale)} · {money(part.unitPriceFen, locale)}
                  </span>
                ))}
              </td>
              <td className={RIGHT}>{money(line.labourFen, locale)}</td>
              <td className={RIGHT}>{money(line.partsFen, locale)}</td>
              <td className={RIGHT}>{line.discountFen ? `−${money(line.discountFen, locale)}` : '–'}</td>
              <td className={RIGHT}>{line.afterInspection ? '–' : money(line.totalFen, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mt-4 ml-auto grid w-full max-w-xs gap-1">
        <Sum term={t.labour} fen={bill.labourFen} locale={locale} />
        <Sum term={t.parts} fen={bill.partsFen} locale={locale} />
        {bill.discountFen > 0 && <Sum term={t.discount} fen={-bill.discountFen} locale={locale} />}
        <Sum term={t.total} fen={bill.totalFen} locale={locale} strong />
        <Sum term={t.taxAt({ rate: percent(bill.taxBp, locale) })} fen={bill.taxFen} locale={locale} />
        {bill.signedTotalFen !== null && (
          <Sum term={t.signedTotal} fen={bill.signedTotalFen} locale={locale} />
        )}
      </dl>
      {shares.length > 1 && (
        <dl className="border-line mt-4 ml-auto grid w-full max-w-xs gap-1 border-t pt-3">
          {shares.map((share) => (
            <Sum
              key={share.id}
              term={t.payers[share.payer as keyof typeof t.payers]}
              fen={share.amountFen}
              locale={locale}
            />
          ))}
        </dl>
      )}
      <PaymentLines sheet={sheet} locale={locale} timeZone={timeZone} />
      <div className="mt-6">
        <GuaranteeLine guarantee={sheet.guarantee} locale={locale} />
      </div>
      <p className="mt-10 flex justify-between gap-8">
        <span className="text-muted">
          {sheet.order.voucherCode && `${t.voucherNo} ${sheet.order.voucherCode}`}
        </span>
        <span className="border-line-strong text-muted min-w-56 border-t pt-1 text-sm">
          {t.paper.customerSigns}
        </span>
      </p>
    </>
  )
}

export function ReceiptSheet(props: SheetProps) {
  const t = delivery[props.locale]
  const { bill, payments } = props.sheet.settlement
  const received = payments.reduce((sum, { amountFen, refundedFen }) => sum + amountFen - refundedFen, 0)
  return (
    <>
      <PaymentLines {...props} />
      <dl className="mt-4 ml-auto grid w-full max-w-xs gap-1">
        <Sum term={t.total} fen={bill.totalFen} locale={props.locale} />
        <Sum term={t.paidSoFar} fen={received} locale={props.locale} strong />
      </dl>
    </>
  )
}

function PaymentLines({ sheet, locale, timeZone }: SheetProps) {
  const t = delivery[locale]
  const { payments } = sheet.settlement
  if (payments.length === 0) return null
  return (
    <table className="mt-6 w-full text-left text-sm">
      <caption className="text-ink mb-1 text-left font-medium">{t.payments}</caption>
      <tbody>
        {payments.flatMap((payment) => [
          <tr key={payment.id} className="border-line border-b">
            <td className={CELL}>{payment.no}</td>
            <td className={CELL}>{t.methods[payment.method as keyof typeof t.methods]}</td>
            <td className={CELL}>{fullDateTime(payment.at, { locale, timeZone })}</td>
            <td className={CELL}>{payment.invoiceNo && `${t.invoiceNo} ${payment.invoiceNo}`}</td>
            <td className={RIGHT}>{money(payment.amountFen, locale)}</td>
          </tr>,
          ...payment.refunds.map((back) => (
            <tr key={back.id} className="border-line border-b">
              <td className={CELL}>{back.no}</td>
              <td className={CELL}>{t.refunded}</td>
              <td className={CELL}>{fullDateTime(back.at, { locale, timeZone })}</td>
              <td className={CELL}>{back.reason}</td>
              <td className={RIGHT}>−{money(back.amountFen, locale)}</td>
            </tr>
          )),
        ])}
      </tbody>
    </table>
  )
}
