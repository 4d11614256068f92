'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { estimate } from '@/lib/i18n/estimate'
import { titleIn } from '@/lib/orders/views'

type Margin = {
  netFen: number
  partsFen: number | null
  labourFen: number
  marginFen: number | null
  marginBp: number | null
}
type Props = {
  lines: (Margin & { jobId: string; title: string; titleEn: string })[]
  total: Margin
  hasRates: boolean
}

/** What each line and the order leave to the house, without tax; only for those who lead. */
export function MarginCard({ lines, total, hasRates }: Props) {
  const t = useMessages(estimate).margin
  const locale = useLocale()
  return (
    <details>
      <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
        {t.title}
      </summary>
      <p className="text-muted mb-2 text-sm">
        {t.lead} {!hasRates && t.noRates}
      </p>
      <Table caption={t.title}>
        <thead>
          <tr>
            <Th>{t.line}</Th>
            <Th numeric>{t.net}</Th>
            <Th numeric>{t.parts}</Th>
            <Th numeric>{t.labour}</Th>
            <Th numeric>{t.margin}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.jobId} title={titleIn(locale, line)} margin={line} />
          ))}
          <Row title={t.total} margin={total} strong />
        </tbody>
      </Table>
    </details>
  )
}

function Row({ title, margin, strong }: { title: string; margin: Margin; strong?: boolean }) {
  const t = useMessages(estimate).margin
  const format = useFormat()
  const share = margin.marginBp === null ? '' : ` · ${format.percent(margin.marginBp)}`
  return (
    <Tr className={strong ? 'font-medium' : undefined}>
      <Td>{title}</Td>
      <Td numeric>{format.money(margin.netFen)}</Td>
      <Td numeric>{margin.partsFen === null ? t.unknown : format.money(margin.partsFen)}</Td>
      <Td numeric>{format.money(margin.labourFen)}</Td>
      <Td numeric>{margin.marginFen === null ? t.unknown : format.money(margin.marginFen) + share}</Td>
    </Tr>
  )
}
