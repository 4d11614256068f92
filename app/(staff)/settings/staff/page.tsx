import { Plus, Users } from 'lucide-react'
import type { Metadata } from 'next'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge, Status } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { staffList } from '@/lib/dealership/server/staff'
import { people } from '@/lib/i18n/people'
import { roles } from '@/lib/i18n/roles'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: people[await currentLocale()].title }
}

export default async function StaffPage() {
  const context = await requireContext('staff.manage')
  const locale = await currentLocale()
  const t = people[locale]
  const rows = await staffList(context, {})
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          <LinkButton
            variant="primary"
            href="/settings/staff/new"
            icon={<Plus aria-hidden className="size-4" />}
          >
            {t.add}
          </LinkButton>
        }
      >
        <SettingsTabs actor={context.actor} locale={locale} current="staff" />
      </PageHeader>
      {rows.length === 0 ? (
        <Empty title={t.empty} icon={<Users aria-hidden />}>
          {t.emptyHint}
        </Empty>
      ) : (
        <Table caption={t.title}>
          <thead>
            <tr>
              <Th>{t.no}</Th>
              <Th>{t.person}</Th>
              <Th>{t.roles}</Th>
              <Th>{t.loginName}</Th>
              <Th>{t.sessions}</Th>
              <Th>{t.state}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id} className={row.disabledAt ? 'text-muted' : undefined}>
                <Td className="tabular">{row.employeeNo}</Td>
                <Td className="whitespace-nowrap">
                  <RowLink href={`/settings/staff/${row.id}`}>
                    {locale === 'en' && row.nameEn ? row.nameEn : row.name}
                  </RowLink>
                </Td>
                <Td>
                  <span className="flex flex-wrap gap-1">
                    {row.roles.map((role) => (
                      <Badge key={role}>{roles[locale][role]}</Badge>
                    ))}
                    {row.grade && <Badge tone="indigo">{t.grades[row.grade]}</Badge>}
                  </span>
                </Td>
                <Td>{row.loginName ?? <span className="text-muted">{t.noLogin}</span>}</Td>
                <Td className="whitespace-nowrap">
                  {row.sessions > 0 && t.sessionCount({ count: row.sessions })}
                  {row.lastSeenAt && (
                    <span className="text-muted ml-2 text-sm">
                      <Time at={row.lastSeenAt} />
                    </span>
                  )}
                </Td>
                <Td>
                  <Status shape={row.disabledAt ? 'off' : row.locked ? 'paused' : 'done'}>
                    {row.disabledAt ? t.disabled : row.locked ? t.locked : t.active}
                  </Status>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  )
}
