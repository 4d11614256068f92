import { Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { fullDateTime } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { weakLines } from '@/lib/i18n/weak-lines'
import type { WeakCount, WeakLine } from '@/lib/kpi/weak-lines'
import { weakName } from './weak-table'

type Props = {
  group: WeakLine
  what: WeakCount
  rows: { orderId: string; no: string; plate: string; at: Date | null; titles: string }[]
  closeHref: string
  locale: Locale
  timeZone: string
}

/** The orders behind one number of the weak items. */
export function WeakOrders({ group, what, rows, closeHref, locale, timeZone }: Props) {
  const t = weakLines[locale]
  const title = t.rows({ group: weakName(group, locale), what: t.counts[what] })
  return (
    <Section title={title} action={<LinkButton href={closeHref}>{t.close}</LinkButton>}>
      <Table caption={title}>
        <thead>
          <tr>
            <Th>{t.plate}</Th>
            <Th>{t.number}</Th>
            <Th>{t.when}</Th>
            <Th>{t.lines}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ orderId, no, plate, at, titles }) => (
            <Tr key={orderId}>
              <Td className="font-medium">{plate}</Td>
              <Td>
                <Link
                  href={`/orders/${orderId}`}
                  className="text-celadon-ink underline-offset-4 hover:underline"
                >
                  {no}
                </Link>
              </Td>
              <Td className="tabular">{at && fullDateTime(at, { locale, timeZone })}</Td>
              <Td>{titles}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
