'use client'

import { Eye } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Role } from '@/lib/auth/roles'
import { nameIn } from '@/lib/core/name-in'
import type { Revealed, RevealReason } from '@/lib/customers/reveal'
import { customers } from '@/lib/i18n/customers'
import { roles } from '@/lib/i18n/roles'

type Entry = {
  id: string
  what: Revealed
  reason: RevealReason
  at: Date
  by: { name: string; nameEn: string; roles: string[] }
  customer: { id: string; name: string } | null
  vehicle: { id: string; plate: string } | null
}

/** Who looked at which number in full, when and why. */
export function AccessTable({ entries, more, base }: { entries: Entry[]; more: boolean; base: string }) {
  const all = useMessages(customers)
  const names = useMessages(roles)
  const f = useFormat()
  const locale = useLocale()
  const t = all.access
  const last = entries.at(-1)
  if (entries.length === 0)
    return (
      <Empty title={t.none} icon={<Eye aria-hidden />}>
        {t.lead}
      </Empty>
    )
  return (
    <div className="grid gap-4">
      <Table stacked caption={t.title}>
        <thead>
          <tr>
            <Th>{t.at}</Th>
            <Th>{t.by}</Th>
            <Th>{t.what}</Th>
            <Th>{t.of}</Th>
            <Th>{t.why}</Th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Tr key={entry.id}>
              <Td className="whitespace-nowrap">
                <Time at={entry.at} />
              </Td>
              <Td>
                {nameIn(entry.by, locale)}{' '}
                <span className="text-muted text-sm">
                  {f.list(entry.by.roles.map((role) => names[role as Role]))}
                </span>
              </Td>
              <Td>{all.reveal.whats[entry.what]}</Td>
              <Td>
                <Link
                  href={
                    entry.customer
                      ? `/customers/${entry.customer.id}`
                      : `/customers/vehicles/${entry.vehicle?.id}`
                  }
                  prefetch={false}
                  className="text-celadon-ink inline-flex min-h-11 items-center underline"
                >
                  {entry.customer?.name ?? entry.vehicle?.plate}
                </Link>
              </Td>
              <Td>{all.reveal.reasons[entry.reason]}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {more && last && (
        <LinkButton href={`${base}${base.includes('?') ? '&' : '?'}before=${last.id}`} className="w-fit">
          {t.older}
        </LinkButton>
      )}
    </div>
  )
}
