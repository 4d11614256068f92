'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import type { DuplicateReason } from '@/lib/customers/merge'
import { customers } from '@/lib/i18n/customers'

type Pair = { oneId: string; otherId: string; oneName: string; otherName: string; reasons: DuplicateReason[] }

/** Pairs of files that look like one person, each with why. */
export function DuplicateTable({ pairs }: { pairs: Pair[] }) {
  const t = useMessages(customers).merge
  const f = useFormat()
  return (
    <Table stacked caption={t.title}>
      <thead>
        <tr>
          <Th>{t.pair}</Th>
          <Th>{t.why}</Th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <Tr key={pair.oneId + pair.otherId}>
            <Td>
              <RowLink href={`/customers/duplicates/${pair.oneId}/${pair.otherId}`} prefetch={false}>
                {f.list([pair.oneName, pair.otherName])}
              </RowLink>
            </Td>
            <Td>{f.list(pair.reasons.map((reason) => t.reasons[reason]))}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
