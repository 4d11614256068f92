import type { Metadata } from 'next'
import { AccessTable } from '@/components/customers/access-table'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { accessLog } from '@/lib/customers/server/access-log'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].access.title }
}

export default async function AccessPage({ searchParams }: PageProps<'/settings/access'>) {
  const context = await requireContext('access.log')
  const locale = await currentLocale()
  const t = customers[locale].access
  const { before } = await searchParams
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <SettingsTabs actor={context.actor} locale={locale} current="access" />
      </PageHeader>
      <AccessTable {...await accessLog(context, { before })} base="/settings/access" />
    </Page>
  )
}
