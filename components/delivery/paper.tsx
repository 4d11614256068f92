import type { ReactNode } from 'react'
import type { Bill } from '@/lib/delivery/bill'
import { delivery } from '@/lib/i18n/delivery'
import { fullDateTime, km, money } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { AdviceSheet } from './paper-advice'
import { BillSheet, ReceiptSheet } from './paper-bill'
import { RepairListSheet } from './paper-repair-list'
import type { GuaranteeView } from './guarantee-line'

export const PAPER_KINDS = ['bill', 'repair-list', 'advice', 'receipt'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export type Sheet = {
  order: {
    no: string
    voucherCode: string | null
    adviser: { name: string; nameEn: string } | null
    locale: Locale
  }
  dealership: {
    name: string
    nameEn: string
    address: string
    addressEn: string
    phone: string
    timeZone: string
  }
  guarantee: GuaranteeView
  settlement: {
    no: string
    createdAt: Date
    paidAt: Date | null
    bill: Bill
    shares: { id: string; payer: string; amountFen: number; paidFen: number; claimNo: string }[]
    payments: {
      id: string
      no: string
      method: string
      amountFen: number
      reference: string
      invoiceNo: string
      at: Date
      by: string
      refundedFen: number
      refunds: { id: string; no: string; amountFen: number; reason: string; at: Date }[]
    }[]
  }
  warrantyUntil: Record<number, string>
  advice: {
    nextServiceOn: string | null
    nextServiceKm: number | null
    adviceText: string
    useNotes: string
  } | null
  declined: { id: string; title: string; titleEn: string; declineReason: string | null; labourFen: number }[]
}

export type SheetProps = { sheet: Sheet; locale: Locale; timeZone: string }

/** A paper of the delivery in the customer's language, as it is printed. */
export function Paper({ kind, sheet, timeZone }: { kind: PaperKind; sheet: Sheet; timeZone: string }) {
  const { locale } = sheet.order
  const t = delivery[locale].paper
  const { bill } = sheet.settlement
  const english = locale === 'en'
  const { dealership: house } = sheet
  const titles = {
    bill: t.billTitle,
    'repair-list': t.repairListTitle,
    advice: t.adviceTitle,
    receipt: t.receiptTitle,
  }
  const Body = {
    bill: BillSheet,
    'repair-list': RepairListSheet,
    advice: AdviceSheet,
    receipt: ReceiptSheet,
  }[kind]
  const facts: [string, ReactNode][] = [
    [delivery[locale].orderNo, sheet.order.no],
    [delivery[locale].billNo, bill.no],
    [t.customer, bill.customer],
    [t.vehicle, `${bill.plate} · ${bill.model}`],
    ...(bill.odometerKm === null ? [] : [[t.odometer, km(bill.odometerKm, locale)] as [string, ReactNode]]),
    [t.adviser, (english && sheet.order.adviser?.nameEn) || sheet.order.adviser?.name || '–'],
    [t.drawn, fullDateTime(sheet.settlement.createdAt, { locale, timeZone })],
  ]
  return (
    <article
      lang={locale}
      className="rounded-card border-line bg-surface text-ink tablet:p-10 border p-5 print:border-0 print:p-0"
    >
      <header className="border-line-strong mb-5 flex flex-wrap items-end justify-between gap-3 border-b-2 pb-3">
        <div>
          <p className="text-muted text-sm">{english && house.nameEn ? house.nameEn : house.name}</p>
          <h2 className="font-title text-2xl font-semibold">{titles[kind]}</h2>
        </div>
        <p className="text-muted text-right text-sm">
          {english && house.addressEn ? house.addressEn : house.address}
          <br />
          {house.phone}
        </p>
      </header>
      <dl className="tablet:grid-cols-2 mb-6 grid gap-x-8 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="flex justify-between gap-4">
            <dt className="text-muted">{term}</dt>
            <dd className="tabular text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <Body sheet={sheet} locale={locale} timeZone={timeZone} />
      <footer className="border-line text-muted mt-8 flex flex-wrap justify-between gap-4 border-t pt-3 text-sm">
        <span>{t.thanks}</span>
        <span>
          {t.close} {house.phone}
        </span>
      </footer>
    </article>
  )
}

/** A line of sums, right aligned. */
export function Sum({
  term,
  fen,
  locale,
  strong,
}: {
  term: string
  fen: number
  locale: Locale
  strong?: boolean
}) {
  return (
    <div
      className={
        strong ? 'flex justify-between gap-6 text-lg font-semibold' : 'text-muted flex justify-between gap-6'
      }
    >
      <dt>{term}</dt>
      <dd className="tabular">{money(fen, locale)}</dd>
    </div>
  )
}
