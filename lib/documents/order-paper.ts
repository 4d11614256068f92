import type { Locale } from '../core/locale'
import * as format from '../i18n/format'
import { orders } from '../i18n/orders'
import { papers } from '../i18n/papers'
import type { OldParts, OrderType, PaymentMethod } from '../orders/schemas'
import type { EstimateLine } from '../orders/estimate-content'
import { nameIn, titleIn, type PrintedContent, type SignatureView } from '../orders/views'
import { spokenVoucher } from '../orders/voucher'
import { grandTotal, isUnpriced, lineNotes, sumNotes } from './order-notes'
import { houseOf, proofOf, signedBlock, type Setting } from './parts'
import { factsOf, type Block, type Paper, type Table } from './paper'

export type OrderFacts = {
  content: PrintedContent
  hash: string
  superseded: boolean
  signature: SignatureView | null
  voucherCode: string | null
}

/**
 * The estimate (F11) or the repair order with its pick-up voucher (F13), set from the frozen version: every problem, every line
 * with its price, what was agreed, the clause of additional work and the signature (S3-22 … S3-36).
 */
export function orderPaper(kind: 'estimate' | 'order', facts: OrderFacts, setting: Setting): Paper {
  const { content, hash, superseded, signature, voucherCode } = facts
  const { locale } = setting
  const p = orders[locale].print
  const t = papers[locale]
  const voucher = kind === 'order' && voucherCode
  return {
    kind,
    locale,
    title: kind === 'order' ? p.title : t.titles.estimate,
    number: t.number({ no: content.no, version: content.version }),
    house: houseOf(content.dealership, locale),
    plate: content.vehicle.plate,
    notices: [...(superseded ? [p.superseded] : []), ...(signature ? [] : [t.notSigned[kind]])],
    blocks: [
      { kind: 'facts', facts: partiesOf(content, setting) },
      { kind: 'list', title: p.problems, items: content.problems, empty: t.none },
      linesTable(content.lines, locale, p.items),
      sumsOf(content, locale),
      { kind: 'facts', title: p.terms, facts: agreedOf(content, setting) },
      ...(kind === 'order'
        ? ([
            { kind: 'text', title: p.delivery, text: p.deliveryText },
            { kind: 'text', title: p.additionalTitle, text: p.additionalClause },
          ] satisfies Block[])
        : ([{ kind: 'text', title: t.estimateTitle, text: t.estimateText }] satisfies Block[])),
      signedBlock(
        p.signature,
        signature,
        setting,
        voucher
          ? { code: voucher, spoken: spokenVoucher(voucher), title: p.voucher, text: p.voucherText }
          : null,
      ),
    ],
    proof: proofOf(setting),
    fingerprint: signature ? hash : null,
    words: { page: t.page, fingerprint: p.hash },
  }
}

function partiesOf(content: PrintedContent, { locale, timeZone }: Setting) {
  const p = orders[locale].print
  const { customer, vehicle, owner } = content
  return factsOf([
    [p.customer, customer.name],
    [p.owner, owner],
    [p.phone, customer.phone && format.phone(customer.phone)],
    [p.plate, vehicle.plate],
    [p.vehicle, `${vehicle.brand} ${vehicle.model}`.trim()],
    [p.vin, vehicle.vin],
    [p.odometer, vehicle.odometerKm === null ? null : format.km(vehicle.odometerKm, locale)],
    [p.adviser, nameIn(locale, content.adviser)],
    [p.type, orders[locale].types[content.type as OrderType]],
    [p.date, format.fullDateTime(content.at, { locale, timeZone })],
  ])
}

function agreedOf({ terms }: PrintedContent, { locale, timeZone }: Setting) {
  const t = orders[locale]
  const p = t.print
  const at = (instant: string) => format.fullDateTime(instant, { locale, timeZone })
  const { promisedAt, promisedTo } = terms
  const promised =
    promisedAt && (promisedTo ? p.between({ from: at(promisedAt), to: at(promisedTo) }) : at(promisedAt))
  return factsOf([
    [p.completion, promised || p.open],
    [p.payment, terms.paymentMethod ? t.paymentMethods[terms.paymentMethod as PaymentMethod] : p.open],
    [p.oldParts, terms.oldParts ? t.oldParts[terms.oldParts as OldParts] : p.open],
    [p.wash, terms.wash === null ? p.open : terms.wash ? p.yes : p.no_],
  ])
}

/** Lines with labour, parts, discount and total; the parts stand below their line. */
export function linesTable(lines: readonly EstimateLine[], locale: Locale, title: string): Table {
  const t = orders[locale]
  const p = t.print
  const money = (fen: number) => format.money(fen, locale)
  return {
    kind: 'table',
    title,
    empty: papers[locale].none,
    columns: [
      { title: p.item, width: 'rest' },
      { title: p.hours, width: 42, align: 'right' },
      { title: p.labour, width: 57, align: 'right' },
      { title: p.parts, width: 57, align: 'right' },
      { title: p.discount, width: 52, align: 'right' },
      { title: p.total, width: 62, align: 'right' },
    ],
    rows: lines.map((line) => {
      const payer = line.payer === 'customer' ? '' : ` (${p.payerNot({ payer: t.payers[line.payer] })})`
      const item = {
        text: `${line.position}. ${titleIn(locale, line)}${payer}`,
        details: [
          ...lineNotes(line, locale),
          ...line.parts.map(
            (part) =>
              `${nameIn(locale, part)}  ${format.quantity(part.quantityMilli, locale)} × ${money(part.unitPriceFen)}`,
          ),
        ],
      }
      const hours = { text: line.minutes ? format.labourHours(line.minutes, locale) : '' }
      if (line.priceAfterInspection) return { cells: [item, hours, { text: p.afterInspection }], span: true }
      return {
        cells: [
          item,
          hours,
          { text: line.labourFen || !line.partsFen ? money(line.labourFen) : '–' },
          { text: line.partsFen ? money(line.partsFen) : '–' },
          { text: line.discountFen ? money(-line.discountFen) : '–' },
          { text: money(line.totalFen), strong: true },
        ],
      }
    }),
  }
}

/** Labour, parts, discount, what is to pay, and the tax inside. */
export function sumsOf(content: Pick<PrintedContent, 'lines' | 'totals' | 'payers'>, locale: Locale): Block {
  const { totals } = content
  const p = orders[locale].print
  const money = (fen: number) => format.money(fen, locale)
  const tax = p.taxInside({ percent: format.percent(totals.taxBp, locale), tax: money(totals.taxFen) })
  const total = { term: p.grandTotal, value: grandTotal(content, locale), weight: 'total' as const }
  const notes = sumNotes(content, locale).map((note) => ({ ...note, weight: 'quiet' as const }))
  if (isUnpriced(content)) return { kind: 'sums', sums: [total, ...notes] }
  return {
    kind: 'sums',
    sums: [
      { term: p.labourTotal, value: money(totals.labourFen) },
      { term: p.partsTotal, value: money(totals.partsFen) },
      ...(totals.discountFen > 0 ? [{ term: p.discountTotal, value: money(-totals.discountFen) }] : []),
      total,
      ...notes,
      { term: '', value: tax, weight: 'quiet' as const },
    ],
  }
}
