'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { nameIn } from '@/lib/core/name-in'
import { reminders } from '@/lib/i18n/reminders'
import { RuleDialog } from './rule-dialog'

type Named = { name: string; nameEn: string }
type Rule = Parameters<typeof RuleDialog>[0]['rule'] & object & { package: Named | null }
type Props = { rules: Rule[]; packages: (Named & { id: string })[]; keep: FormAction; end: FormAction }

/** The items of the manufacturer's plan. */
export function RuleTable({ rules, packages, keep, end }: Props) {
  const t = useMessages(reminders).plan
  const f = useFormat()
  const locale = useLocale()
  return (
    <Table caption={t.title}>
      <thead>
        <tr>
          <Th>{t.code}</Th>
          <Th>{t.name}</Th>
          <Th>{t.model}</Th>
          <Th numeric>{t.everyKm}</Th>
          <Th numeric>{t.everyMonths}</Th>
          <Th>{t.package}</Th>
          <Th />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <Tr key={rule.id}>
            <Td>{rule.code}</Td>
            <Td>{nameIn(rule, locale)}</Td>
            <Td>{[rule.brandPattern, rule.modelPattern].filter(Boolean).join(' ') || t.allModels}</Td>
            <Td numeric>{rule.everyKm === null ? '–' : f.number(rule.everyKm)}</Td>
            <Td numeric>{rule.everyMonths ?? '–'}</Td>
            <Td>{rule.package ? nameIn(rule.package, locale) : '–'}</Td>
            <Td>
              <span className="flex justify-end gap-2">
                <RuleDialog rule={rule} packages={packages} action={keep} />
                <ConfirmButton
                  label={t.retire}
                  title={t.retireOf({ name: nameIn(rule, locale) })}
                  action={end}
                  okMessage={t.saved}
                  variant="quiet"
                  size="small"
                >
                  <p className="text-left">{t.retireLead}</p>
                  <input type="hidden" name="id" value={rule.id} />
                </ConfirmButton>
              </span>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
