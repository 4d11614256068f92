import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Locale } from '@/lib/core/locale'
import { imports } from '@/lib/i18n/imports'
import type { RowProblem } from '@/lib/imports/check-rows'

const SHOWN = 200

/** Cell by cell what is wrong, with the value as it stands in the file. */
export function Problems({ problems, locale }: { problems: RowProblem[]; locale: Locale }) {
  const t = imports[locale]
  if (problems.length === 0) return <Notice kind="good">{t.noProblems}</Notice>
  return (
    <Section
      title={t.problems}
      aside={problems.length > SHOWN ? t.problemsShown({ shown: SHOWN }) : problems.length}
    >
      <Table caption={t.problems}>
        <thead>
          <tr>
            <Th>{t.cell}</Th>
            <Th>{t.heading}</Th>
            <Th>{t.value}</Th>
            <Th>{t.why}</Th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map(({ row, cell, heading, value, reason, warning }, index) => (
            <Tr key={`${row}${cell}${reason}${index}`}>
              <Td className="tabular font-medium">{cell}</Td>
              <Td className="text-muted">{heading}</Td>
              <Td className="break-all">{value || <span className="text-muted">{t.empty}</span>}</Td>
              <Td>
                <Badge tone={warning ? 'amber' : 'vermilion'} className="mr-2">
                  {warning ? t.warning : t.error}
                </Badge>
                {t.reasons[reason]}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Section>
  )
}
