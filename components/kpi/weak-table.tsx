import { Link } from '@/components/ui/link'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { comeback } from '@/lib/i18n/comeback'
import type { Locale } from '@/lib/i18n/locales'
import { weakLines } from '@/lib/i18n/weak-lines'
import { isComplaintGroup, WEAK_COUNTS, type WeakCount, type WeakLine } from '@/lib/kpi/weak-lines'

type Group = Pick<WeakLine, 'key' | 'name' | 'nameEn'>

export const weakName = (group: Group, locale: Locale): string =>
  isComplaintGroup(group.key) ? comeback[locale].groups[group.key] : nameIn(group, locale)

type Props = { groups: WeakLine[]; hrefOf: (key: string, what: WeakCount) => string; locale: Locale }

/** Groups of order lines with what is counted of them; a number opens its orders. */
export function WeakTable({ groups, hrefOf, locale }: Props) {
  const t = weakLines[locale]
  return (
    <Table caption={t.title}>
      <thead>
        <tr>
          <Th>{t.group}</Th>
          {WEAK_COUNTS.map((what) => (
            <Th key={what} numeric>
              {t.counts[what]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Tr key={group.key}>
            <Td className="font-medium">{weakName(group, locale)}</Td>
            {WEAK_COUNTS.map((what) => (
              <Td key={what} numeric>
                {group[what] === 0 ? (
                  <span className="text-muted">0</span>
                ) : (
                  <Link
                    href={hrefOf(group.key, what)}
                    aria-label={t.open({
                      group: weakName(group, locale),
                      what: t.counts[what],
                      count: group[what],
                    })}
                    className="text-celadon-ink desk:min-h-9 tabular inline-flex min-h-11 min-w-11 items-center justify-end underline-offset-4 hover:underline"
                  >
                    {group[what]}
                  </Link>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
