'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import type { Bill } from '@/lib/delivery/bill'
import { BillNotes } from './bill-notes'
import { delivery } from '@/lib/i18n/delivery'

export const PAYER_TONES: Record<string, Tone> = {
  customer: 'indigo',
  warranty: 'plum',
  insurer: 'sky',
  goodwill: 'ochre',
  internal: 'slate',
}

/** The lines of a bill with labour and parts apart, and its sums. */
export function BillTable({ bill }: { bill: Bill }) {
  const t = useMessages(delivery)
  const locale = useLocale()
  const f = useFormat()
  const word = (row: { title: string; titleEn: string }) =>
    locale === 'en' && row.titleEn ? row.titleEn : row.title
  return (
    <Table caption={`${t.bill} ${bill.no}`}>
      <thead>
        <tr>
          <Th>{t.item}</Th>
          <Th numeric className={WIDE}>
            {t.labour}
          </Th>
          <Th numeric className={WIDE}>
            {t.parts}
          </Th>
          <Th numeric className={WIDE}>
            {t.discount}
          </Th>
          <Th numeric>{t.total}</Th>
        </tr>
      </thead>
      <tbody>
        {bill.lines.map((line) => (
          <Tr key={line.jobId}>
            <Td className="align-top">
              {word(line)}{' '}
              {line.payer !== 'customer' && (
                <Badge tone={PAYER_TONES[line.payer]}>{t.payers[line.payer]}</Badge>
              )}
              <BillNotes line={line} />
              {line.parts.map((part, index) => (
                <span key={index} className="text-muted block text-sm">
                  {locale === 'en' && part.nameEn ? part.nameEn : part.name} ×{' '}
                  {f.quantity(part.quantityMilli)}
                </span>
              ))}
              <Parts of={line} />
            </Td>
            <Td numeric className={WIDE}>
              {f.money(line.labourFen)}
            </Td>
            <Td numeric className={WIDE}>
              {f.money(line.partsFen)}
            </Td>
            <Td numeric className={WIDE}>
              {line.discountFen > 0 ? `−${f.money(line.discountFen)}` : '–'}
            </Td>
            <Td numeric className="align-top font-medium">
              {line.afterInspection ? '–' : f.money(line.totalFen)}
            </Td>
          </Tr>
        ))}
      </tbody>
      <tfoot>
        <Tr className="bg-sunk/60 font-medium">
          <Td>
            {t.total}
            <Parts of={bill} />
          </Td>
          <Td numeric className={WIDE}>
            {f.money(bill.labourFen)}
          </Td>
          <Td numeric className={WIDE}>
            {f.money(bill.partsFen)}
          </Td>
          <Td numeric className={WIDE}>
            {bill.discountFen > 0 ? `−${f.money(bill.discountFen)}` : '–'}
          </Td>
          <Td numeric className="text-lg">
            {f.money(bill.totalFen)}
          </Td>
        </Tr>
        <Tr>
          <Td className="text-muted">{t.taxAt({ rate: f.percent(bill.taxBp) })}</Td>
          <Td aria-hidden colSpan={3} className={WIDE} />
          <Td numeric className="text-muted">
            {f.money(bill.taxFen)}
          </Td>
        </Tr>
      </tfoot>
    </Table>
  )
}

/** Columns that a telephone has no room for: there the sums stand below the name. */
const WIDE = 'max-tablet:hidden'

function Parts({ of }: { of: { labourFen: number; partsFen: number; discountFen: number } }) {
  const t = useMessages(delivery)
  const f = useFormat()
  const sums = [
    [t.labour, f.money(of.labourFen)],
    [t.parts, f.money(of.partsFen)],
    ...(of.discountFen > 0 ? [[t.discount, `−${f.money(of.discountFen)}`]] : []),
  ]
  return (
    <span className="text-muted tabular tablet:hidden block text-sm font-normal">
      {sums.map((pair) => pair.join(' ')).join(' · ')}
    </span>
  )
}
