import type { FormAction } from '@/components/ui/action-form'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Locale } from '@/lib/core/locale'
import { approvals } from '@/lib/i18n/approvals'
import { orderRules } from '@/lib/i18n/order-rules'
import type { RulePoint } from '@/lib/orders/order-rules'
import { RulePointDialog } from './rule-point-dialog'

type Props = { points: RulePoint[]; action: FormAction | null; locale: Locale }

/** The points of one version of the rules, each with the check of the order it stands behind. */
export function RulePoints({ points, action, locale }: Props) {
  const t = orderRules[locale]
  const checks = approvals[locale].audit.points
  if (points.length === 0) return <p className="text-muted">{t.empty}</p>
  return (
    <Table caption={t.title}>
      <thead>
        <tr>
          <Th numeric>{t.no}</Th>
          <Th>{t.point}</Th>
          <Th className="max-tablet:hidden">{t.check}</Th>
          {action && (
            <Th>
              <span className="sr-only">{t.change}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Tr key={point.no}>
            <Td numeric>{point.no}</Td>
            <Td>
              <span id={`point-${point.no}`} className="scroll-mt-24">
                {locale === 'en' ? point.textEn : point.text}
              </span>
            </Td>
            <Td className="text-muted max-tablet:hidden">
              {point.auditPoint ? checks[point.auditPoint].missing : t.noCheck}
            </Td>
            {action && (
              <Td className="text-right">
                <RulePointDialog point={point} action={action} />
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
