import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Readiness } from '@/components/settings/readiness'
import { SettingsList } from '@/components/settings/settings-list'
import { settingsPartsFor } from '@/components/settings/settings-parts'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { may } from '@/lib/auth/permissions'
import { houseReadiness } from '@/lib/catalogue/server/house-readiness'
import { settingList } from '@/lib/dealership/server/setting-list'
import { settings } from '@/lib/i18n/settings'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { change } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: settings[await currentLocale()].title }
}

export default async function SettingsPage() {
  const context = await requireContext()
  const { actor } = context
  const first = settingsPartsFor(actor)[0]
  if (first && first.part !== 'rules') redirect(first.href)
  const locale = await currentLocale()
  const t = settings[locale]
  const groups = await settingList(context, {})
  const steps = may(actor, 'catalogue.manage') ? await houseReadiness(context, {}) : []
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <SettingsTabs actor={actor} locale={locale} current="rules" />
      </PageHeader>
      <Readiness steps={steps} locale={locale} />
      <SettingsList groups={groups} action={may(actor, 'setting.change') ? change : undefined} />
    </Page>
  )
}
