import clsx from 'clsx'
import { LanguageProvider } from '@/components/shell/locale'
import { SealMark } from '@/components/visit/seal'
import type { Locale } from '@/lib/core/locale'
import * as format from '@/lib/i18n/format'
import { grandTotal, isUnpriced, lineNotes, sumNotes } from '@/lib/documents/order-notes'
import { orders } from '@/lib/i18n/orders'
import type { OldParts, OrderType, PaymentMethod } from '@/lib/orders/schemas'
import { nameIn, titleIn, type PrintedContent, type SignatureView } from '@/lib/orders/views'
import { signatureImage, typedNameOf } from '@/lib/reception/signature'
import { VoucherCode } from './voucher-code'

type Props = {
  content: PrintedContent
  hash: string
  superseded?: boolean
  signature: SignatureView | null
  voucherCode: string | null
  /** The language of the paper: the customer's. */
  locale: Locale
  timeZone: string
  className?: string
}

/** The repair order as it is printed and shown to the customer: a sheet of paper, also on the screen (F13, S3-22 … S3-36). */
export function PrintedOrder({
  content,
  hash,
  superseded,
  signature,
  voucherCode,
  locale,
  timeZone,
  className,
}: Props) {
  const t = orders[locale]
  const p = t.print
  const money = (fen: number) => format.money(fen, locale)
  const at = (instant: string | Date) => format.fullDateTime(instant, { locale, timeZone })
  const { terms, totals, vehicle, dealership } = content
  const priced = !isUnpriced(content)
  const facts: [string, string | null][] = [
    [p.customer, content.customer.name],
    [p.owner, content.owner],
    [p.phone, content.customer.phone && format.phone(content.customer.phone)],
    [p.plate, vehicle.plate],
    [p.vehicle, `${vehicle.brand} ${vehicle.model}`],
    [p.vin, vehicle.vin],
    [p.odometer, vehicle.odometerKm === null ? null : format.km(vehicle.odometerKm, locale)],
    [p.adviser, nameIn(locale, content.adviser)],
    [p.type, t.types[content.type as OrderType]],
    [p.date, at(content.at)],
  ]
  const agreed: [string, string][] = [
    [p.completion, terms.promisedAt ? at(terms.promisedAt) : p.open],
    [p.payment, terms.paymentMethod ? t.paymentMethods[terms.paymentMethod as PaymentMethod] : p.open],
    [p.oldParts, terms.oldParts ? t.oldParts[terms.oldParts as OldParts] : p.open],
    [p.wash, terms.wash === null ? p.open : terms.wash ? p.yes : p.no_],
  ]
  return (
    <article lang={locale} className={clsx('sheet-of-paper grid gap-5', className)}>
      <header className="border-line-strong flex flex-wrap items-end gap-x-6 gap-y-1 border-b-2 pb-3">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-title text-lg font-semibold">{nameIn(locale, dealership)}</p>
          <p className="text-muted text-sm">
            {(locale === 'en' && dealership.addressEn) || dealership.address} · {dealership.phone}
          </p>
        </div>
        <div className="tablet:text-right print:text-right">
          <h1 className="font-title text-2xl font-semibold">{p.title}</h1>
          <p className="tabular text-sm">
            {p.no} {content.no} · {p.version} {content.version}
          </p>
        </div>
      </header>
      {superseded && <p className="text-vermilion-ink font-medium">{p.superseded}</p>}
      <dl className="tablet:grid-cols-2 grid gap-x-8 gap-y-1 print:grid-cols-2">
        {facts.map(
          ([term, value]) =>
            value && (
              <div key={term} className="flex gap-3">
                <dt className="text-muted w-20 shrink-0">{term}</dt>
                <dd className="tabular min-w-0 break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <section>
        <h2 className="font-title mb-1 font-semibold">{p.problems}</h2>
        <ol className="list-decimal pl-6">
          {content.problems.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ol>
      </section>
      <Items content={content} locale={locale} />
      <dl className="tabular ml-auto grid w-full max-w-72 gap-0.5">
        {priced && <Sum term={p.labourTotal} value={money(totals.labourFen)} />}
        {priced && <Sum term={p.partsTotal} value={money(totals.partsFen)} />}
        {totals.discountFen > 0 && <Sum term={p.discountTotal} value={money(-totals.discountFen)} />}
        <div className="border-line-strong flex justify-between gap-4 border-t pt-1 text-lg font-semibold">
          <dt>{p.grandTotal}</dt>
          <dd>{grandTotal(content, locale)}</dd>
        </div>
        {sumNotes(content, locale).map(({ term, value }) => (
          <Sum key={term} term={term} value={value} />
        ))}
        {priced && (
          <div className="text-muted text-right text-sm">
            <dt className="sr-only">{p.total}</dt>
            <dd>
              {p.taxInside({ percent: format.percent(totals.taxBp, locale), tax: money(totals.taxFen) })}
            </dd>
          </div>
        )}
      </dl>
      <section>
        <h2 className="font-title mb-1 font-semibold">{p.terms}</h2>
        <dl className="tablet:grid-cols-2 grid gap-x-8 gap-y-1 print:grid-cols-2">
          {agreed.map(([term, value]) => (
            <div key={term} className="flex gap-3">
              <dt className="text-muted w-24 shrink-0">{term}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3">
          <strong className="font-medium">{p.delivery}: </strong>
          {p.deliveryText}
        </p>
        <p className="mt-2">
          <strong className="font-medium">{p.additionalTitle}: </strong>
          {p.additionalClause}
        </p>
      </section>
      <footer className="border-line-strong flex flex-wrap items-end gap-x-8 gap-y-4 border-t pt-3">
        <div className="min-w-60 flex-1">
          <p className="text-muted text-sm">{p.signature}</p>
          {signature ? (
            <Signed signature={signature} locale={locale} timeZone={timeZone} />
          ) : (
            <p className="border-line-strong h-16 border-b" />
          )}
        </div>
        {voucherCode && <VoucherCode code={voucherCode} title={p.voucher} text={p.voucherText} />}
      </footer>
      <p className="text-muted text-xs break-all">
        {p.hash} {hash}
      </p>
    </article>
  )
}

const SMALL =
  'max-tablet:not-print:order-2 max-tablet:not-print:text-muted max-tablet:not-print:text-sm max-tablet:not-print:pt-0 max-tablet:not-print:before:mr-1 max-tablet:not-print:before:content-[attr(data-term)]'
const NONE = 'max-tablet:not-print:hidden'

function Items({ content, locale }: { content: PrintedContent; locale: Locale }) {
  const t = orders[locale]
  const p = t.print
  const money = (fen: number) => format.money(fen, locale)
  const cell = 'tabular py-1 pl-3 text-right align-top whitespace-nowrap'
  // On a telephone a line is its title with the sum; labour, parts and discount say their names below.
  const small = `${cell} ${SMALL}`
  return (
    <section className="overflow-x-auto" tabIndex={0} aria-label={p.items}>
      <h2 className="font-title mb-1 font-semibold">{p.items}</h2>
      <table className="w-full border-collapse">
        <caption className="sr-only">{p.items}</caption>
        <thead className="max-tablet:not-print:sr-only">
          <tr className="border-line-strong text-muted border-b text-sm">
            <th scope="col" className="py-1 text-left font-medium">
              {p.item}
            </th>
            <th scope="col" className={clsx(cell, 'font-medium')}>
              {p.hours}
            </th>
            <th scope="col" className={clsx(cell, 'font-medium')}>
              {p.labour}
            </th>
            <th scope="col" className={clsx(cell, 'font-medium')}>
              {p.parts}
            </th>
            <th scope="col" className={clsx(cell, 'font-medium')}>
              {p.discount}
            </th>
            <th scope="col" className={clsx(cell, 'font-medium')}>
              {p.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {content.lines.map((line) => (
            <tr
              key={line.position}
              className="border-line max-tablet:not-print:flex max-tablet:not-print:flex-wrap break-inside-avoid border-b"
            >
              <th
                scope="row"
                className="max-tablet:not-print:basis-2/3 min-w-0 flex-1 py-1 text-left align-top font-normal"
              >
                {line.position}. {titleIn(locale, line)}
                {line.payer !== 'customer' && (
                  <span className="text-muted"> ({p.payerNot({ payer: t.payers[line.payer] })})</span>
                )}
                {lineNotes(line, locale).map((note) => (
                  <span key={note} className="text-muted block pl-4 text-sm">
                    {note}
                  </span>
                ))}
                {line.parts.map((part, index) => (
                  <span key={index} className="text-muted tabular block pl-4 text-sm">
                    {nameIn(locale, part)} {format.quantity(part.quantityMilli, locale)} ×{' '}
                    {money(part.unitPriceFen)}
                  </span>
                ))}
              </th>
              <td className={clsx(cell, 'max-tablet:not-print:hidden')}>
                {line.minutes ? format.labourHours(line.minutes, locale) : ''}
              </td>
              {line.priceAfterInspection ? (
                <td className={clsx(cell, 'max-tablet:text-amber-ink')} colSpan={4}>
                  {p.afterInspection}
                </td>
              ) : (
                <>
                  <td
                    className={clsx(small, !line.labourFen && line.partsFen > 0 && NONE)}
                    data-term={p.labour}
                  >
                    {line.labourFen || !line.partsFen ? money(line.labourFen) : '–'}
                  </td>
                  <td className={clsx(small, !line.partsFen && NONE)} data-term={p.parts}>
                    {line.partsFen ? money(line.partsFen) : '–'}
                  </td>
                  <td className={clsx(small, !line.discountFen && NONE)} data-term={p.discount}>
                    {line.discountFen ? money(-line.discountFen) : '–'}
                  </td>
                  <td className={clsx(cell, 'font-medium')}>{money(line.totalFen)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Sum = ({ term, value }: { term: string; value: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="text-muted">{term}</dt>
    <dd>{value}</dd>
  </div>
)

function Signed({
  signature,
  locale,
  timeZone,
}: {
  signature: SignatureView
  locale: Locale
  timeZone: string
}) {
  const p = orders[locale].print
  const image = signatureImage(signature.strokes)
  const name = typedNameOf(signature.strokes)
  return (
    <div className="flex items-center gap-4">
      <div className="min-w-0">
        {image && (
          <img src={image} alt={signature.by} className="h-16 max-w-60 rounded-sm bg-white object-contain" />
        )}
        {name && <p className="font-title py-2 text-2xl">{name}</p>}
        <p className="text-sm">
          {p.signedBy({
            name: signature.by,
            time: format.fullDateTime(signature.at, { locale, timeZone }),
            channel: p.channels[signature.channel],
          })}
        </p>
      </div>
      <LanguageProvider locale={locale}>
        <SealMark word={p.sealWord} className="size-14 shrink-0" />
      </LanguageProvider>
    </div>
  )
}
