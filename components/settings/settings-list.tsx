'use client'

import { useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { SettingGroup, SettingUnit } from '@/lib/dealership/setting-register'
import type { SettingKey } from '@/lib/dealership/settings'
import { settingNames } from '@/lib/i18n/setting-names'
import { settings } from '@/lib/i18n/settings'
import { SettingDialog } from './setting-dialog'
import { settingValue } from './setting-value'

export type SettingRow = {
  key: SettingKey
  unit: SettingUnit
  value: unknown
  fallback: unknown
  changedAt: Date | null
  changedBy: string
}
type Props = { groups: { group: SettingGroup; settings: SettingRow[] }[]; action?: FormAction }

/** The register of settings: what is in force, what the default is, who changed it. */
export function SettingsList({ groups, action }: Props) {
  const t = useMessages(settings)
  const names = useMessages(settingNames)
  const locale = useLocale()
  const f = useFormat()
  const [open, setOpen] = useState<SettingRow | null>(null)
  return (
    <div className="grid gap-8">
      {groups.map(({ group, settings: rows }) => (
        <Section
          key={group}
          id={group}
          title={t.groups[group]}
          aside={t.changedCount({ count: rows.filter(({ changedAt }) => changedAt).length })}
        >
          <Table stacked caption={t.groups[group]} className="tablet:table-fixed">
            <thead className="sr-only">
              <tr>
                <Th>{t.parts.rules}</Th>
                <Th>{t.value}</Th>
                <Th>{t.changed}</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Tr key={row.key}>
                  <Td className="w-1/2">
                    <span className="font-medium">{names[row.key].name}</span>
                    <span className="text-muted block text-sm">{names[row.key].meaning}</span>
                  </Td>
                  <Td className="w-1/4">
                    <span className="tabular flex flex-wrap items-center gap-2">
                      {settingValue(row.key, row.unit, row.value, locale)}
                      {row.changedAt && <Badge tone="celadon">{t.changed}</Badge>}
                    </span>
                    {row.changedAt && (
                      <span className="text-muted block text-sm">
                        {t.standard({ value: settingValue(row.key, row.unit, row.fallback, locale) })}
                        {' · '}
                        {t.changedBy({ who: row.changedBy, when: f.dateTime(row.changedAt) })}
                      </span>
                    )}
                  </Td>
                  <Td className="w-24 text-right">
                    {action && (
                      <Button
                        size="small"
                        aria-label={t.changeOf({ name: names[row.key].name })}
                        onClick={() => setOpen(row)}
                      >
                        {t.change}
                      </Button>
                    )}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Section>
      ))}
      {action && <SettingDialog row={open} action={action} onClose={() => setOpen(null)} />}
    </div>
  )
}
