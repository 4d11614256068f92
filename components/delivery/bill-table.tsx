'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import type { Bill } from '@/lib/delivery/bill'
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
          <Th numeric>{t.labour}</Th>
          <Th numeric>{t.parts}</Th>
          <Th numeric>{t.discount}</Th>
          <Th numeric>{t.total}</Th>
        </tr>
      </thead>
      <tbody>
        {bill.lines.map((line) => (
          <Tr key={line.jobId}>
            <Td className="min-w-44">
              {word(line)}{' '}
              {line.payer !== 'customer' && (
                <Badge tone={PAYER_TONES[line.payer]}>{t.payers[line.payer]}</Badge>
              )}
              {line.parts.map((part, index) => (
                <span key={index} className="text-muted block text-sm">
                  {locale === 'en' && part.nameEn ? part.nameEn : part.name} ×{' '}
                  {f.quantity(part.quantityMilli)}
                </span>
              ))}
            </Td>
            <Td numeric>{f.money(line.labourFen)}</Td>
            <Td numeric>{f.money(line.partsFen)}</Td>
            <Td numeric>{line.discountFen > 0 ? `−${f.money(line.discountFen)}` : '–'}</Td>
            <Td numeric className="font-medium">
              {f.money(line.totalFen)}
            </Td>
          </Tr>
        ))}
      </tbody>
      <tfoot>
        <Tr className="bg-sunk/60 font-medium">
          <Td>{t.total}</Td>
          <Td numeric>{f.money(bill.labourFen)}</Td>
          <Td numeric>{f.money(bill.partsFen)}</Td>
          <Td numeric>{bill.discountFen > 0 ? `−${f.money(bill.discountFen)}` : '–'}</Td>
          <Td numeric className="text-lg">
            {f.money(bill.totalFen)}
          </Td>
        </Tr>
        <Tr>
          <Td colSpan={4} className="text-muted">
            {t.taxAt({ rate: f.percent(bill.taxBp) })}
          </Td>
          <Td numeric className="text-muted">
            {f.money(bill.taxFen)}
          </Td>
        </Tr>
      </tfoot>
    </Table>
  )
}
