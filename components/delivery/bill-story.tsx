'use client'

import { ChevronDown } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge, Status } from '@/components/ui/badge'
import type { Bill, BillLine } from '@/lib/delivery/bill'
import { BillNotes } from './bill-notes'
import { delivery } from '@/lib/i18n/delivery'
import { PAYER_TONES } from './bill-table'
import type { PaymentView } from './payments'
import type { ShareView } from './till'

type Props = {
  settlement: { no: string; totalFen: number; bill: Bill; shares: ShareView[]; payments: PaymentView[] }
  advice: { nextServiceOn: string | null; nextServiceKm: number | null; useNotes: string } | null
}

/** The bill for the customer: the total first, then each line that opens to its story. */
export function BillStory({ settlement, advice }: Props) {
  const t = useMessages(delivery)
  const f = useFormat()
  const { bill, shares, payments } = settlement
  const own = shares.find(({ payer }) => payer === 'customer')
  const others = shares.filter(({ payer }) => payer !== 'customer')
  return (
    <section aria-label={`${t.bill} ${bill.no}`}>
      <div className="mb-5">
        <p className="text-muted text-sm">{own ? t.customer.yours : t.customer.total}</p>
        <p className="font-title tabular text-3xl font-semibold">
          {f.money(own?.amountFen ?? bill.totalFen)}
        </p>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {own && own.openFen > 0 ? (
            <Status shape="waiting">{t.customer.open({ amount: f.money(own.openFen) })}</Status>
          ) : (
            <Status shape="done">{t.customer.allPaid}</Status>
          )}
          <span className="text-muted text-sm">{t.customer.included}</span>
        </div>
      </div>
      <ul className="border-line divide-line rounded-card bg-surface divide-y overflow-hidden border">
        {bill.lines.map((line) => (
          <li key={line.jobId}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <dl className="mt-4 grid gap-1.5 px-4">
        <Sum term={t.labour} value={f.money(bill.labourFen)} />
        <Sum term={t.parts} value={f.money(bill.partsFen)} />
        {bill.discountFen > 0 && <Sum term={t.discount} value={`−${f.money(bill.discountFen)}`} />}
        <Sum term={t.taxAt({ rate: f.percent(bill.taxBp) })} value={f.money(bill.taxFen)} />
        <Sum term={t.total} value={f.money(bill.totalFen)} strong />
        {others.map((share) => (
          <Sum key={share.id} term={t.payers[share.payer]} value={`−${f.money(share.amountFen)}`} />
        ))}
        {bill.signedTotalFen !== null && (
          <Sum
            term={t.signedTotal}
            value={bill.totalFen === bill.signedTotalFen ? t.noDeviation : f.money(bill.signedTotalFen)}
          />
        )}
      </dl>
      {payments.length > 0 && (
        <ul className="text-muted mt-4 grid gap-1 px-4 text-sm">
          {payments.flatMap((payment) => [
            <li key={payment.id} className="tabular flex justify-between gap-3">
              <span>
                {f.dateTime(payment.at)} · {t.methods[payment.method]} · {payment.no}
              </span>
              <span>{f.money(payment.amountFen)}</span>
            </li>,
            ...payment.refunds.map((back) => (
              <li key={back.id} className="tabular flex justify-between gap-3">
                <span>
                  {f.dateTime(back.at)} · {t.refunded} · {back.no}
                </span>
                <span>{`−${f.money(back.amountFen)}`}</span>
              </li>
            )),
          ])}
        </ul>
      )}
      {advice?.nextServiceOn && (
        <div className="rounded-card bg-celadon-soft text-celadon-ink mt-6 px-4 py-3">
          <p className="text-sm">{t.customer.nextService}</p>
          <p className="font-medium">
            {t.customer.nextServiceText({
              day: f.calendarDay(advice.nextServiceOn),
              km: advice.nextServiceKm === null ? '' : f.km(advice.nextServiceKm),
            })}
          </p>
          {advice.useNotes && <p className="mt-2 text-sm whitespace-pre-line">{advice.useNotes}</p>}
        </div>
      )}
    </section>
  )
}

function Sum({ term, value, strong }: { term: string; value: string; strong?: boolean }) {
  return (
    <div
      className={strong ? 'flex justify-between gap-4 font-medium' : 'text-muted flex justify-between gap-4'}
    >
      <dt>{term}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  )
}

function Line({ line }: { line: BillLine }) {
  const t = useMessages(delivery)
  const locale = useLocale()
  const f = useFormat()
  const english = locale === 'en'
  const { story } = line
  const who = (name: string, nameEn: string) => (english && nameEn ? nameEn : name)
  return (
    <details className="group">
      <summary className="hover:bg-hover flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 py-2.5 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          {english && line.titleEn ? line.titleEn : line.title}{' '}
          {line.payer !== 'customer' && <Badge tone={PAYER_TONES[line.payer]}>{t.payers[line.payer]}</Badge>}
        </span>
        <span className="tabular font-medium">{line.afterInspection ? '–' : f.money(line.totalFen)}</span>
        <ChevronDown
          aria-hidden
          className="text-muted size-4 shrink-0 transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="text-muted grid gap-2 px-4 pb-4 text-sm">
        <BillNotes line={line} />
        <p className="tabular flex justify-between gap-3">
          <span>
            {t.labour} · {f.labourHours(line.minutes)}
          </span>
          <span>{f.money(line.labourFen)}</span>
        </p>
        {line.parts.map((part, index) => (
          <p key={index} className="tabular flex justify-between gap-3">
            <span>
              {english && part.nameEn ? part.nameEn : part.name}
              {part.brand && ` (${part.brand})`} × {f.quantity(part.quantityMilli)}
              {part.warrantyMonths > 0 && (
                <span className="block text-xs">
                  {t.customer.warranty({ months: part.warrantyMonths, km: f.km(part.warrantyKm) })}
                </span>
              )}
            </span>
            <span>{f.money(part.totalFen)}</span>
          </p>
        ))}
        {story.problem && (
          <p>
            {t.customer.yourWords}: <q>{story.problem}</q>
          </p>
        )}
        {story.reason && (
          <p>
            {story.additional ? t.customer.found : t.customer.why}: {story.reason}
          </p>
        )}
        {story.consentAt && (
          <p>
            {t.customer.agreed({
              name: story.consentBy,
              time: f.dateTime(story.consentAt),
              channel: (t.customer.channels as Record<string, string>)[story.consentChannel] ?? '',
            })}
          </p>
        )}
        {story.technician && <p>{t.customer.done({ name: who(story.technician, story.technicianEn) })}</p>}
        {story.workDone && <p className="whitespace-pre-line">{story.workDone}</p>}
        {story.inspector && <p>{t.customer.checked({ name: who(story.inspector, story.inspectorEn) })}</p>}
      </div>
    </details>
  )
}
