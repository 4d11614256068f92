import type { Metadata } from 'next'
import { RulePointDialog } from '@/components/settings/rule-point-dialog'
import { RulePoints } from '@/components/settings/rule-points'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Submit } from '@/components/ui/submit'
import { may } from '@/lib/auth/permissions'
import { nameIn } from '@/lib/core/name-in'
import { day } from '@/lib/i18n/format'
import { orderRules as words } from '@/lib/i18n/order-rules'
import { orderRules } from '@/lib/orders/server/order-rules'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { orNotFound } from '../or-not-found'
import { beginVersion, keepRulePoint, publishVersion } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title }
}

/** The rules for filling in the repair order: every version to read, the draft to write and to publish (S3-34). */
export default async function OrderRulesPage({ searchParams }: PageProps<'/settings/order-rules'>) {
  const context = await requireContext('orderRules.read')
  const locale = await currentLocale()
  const t = words[locale]
  const { version } = await searchParams
  const { versions, shown, points } = await orNotFound(orderRules(context, { version }))
  const inForce = versions.find(({ publishedAt }) => publishedAt)?.version
  const draft = versions.find(({ publishedAt }) => !publishedAt)
  const writes = may(context.actor, 'orderRules.draft')
  const isDraft = !!shown && !shown.publishedAt
  const begin = writes && !draft && (
    <ActionForm action={beginVersion} okMessage={t.begun}>
      <Submit>{t.begin}</Submit>
    </ActionForm>
  )
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} action={versions.length > 0 && begin}>
        <SettingsTabs actor={context.actor} locale={locale} current="order-rules" />
      </PageHeader>
      {!shown ? (
        <Empty title={t.none} action={begin}>
          {t.noneHint}
        </Empty>
      ) : (
        <div className="grid gap-6">
          <nav aria-label={t.versions} className="flex flex-wrap gap-2">
            {versions.map((one) => (
              <ChipLink
                key={one.version}
                href={`/settings/order-rules?version=${one.version}`}
                current={one.version === shown.version}
              >
                {t.version(one)}
                {one.version === inForce && ` · ${t.inForce}`}
                {!one.publishedAt && ` · ${t.draft}`}
              </ChipLink>
            ))}
          </nav>
          {shown.publishedAt ? (
            <p className="text-muted">
              {t.publishedBy({
                day: day(shown.publishedAt, { locale, timeZone: context.timeZone, now: context.now }),
                name: shown.publishedBy ? nameIn(shown.publishedBy, locale) : '',
              })}
            </p>
          ) : (
            writes && (
              <div className="flex flex-wrap items-center gap-4">
                <RulePointDialog action={keepRulePoint} />
                <ActionForm action={publishVersion} okMessage={t.published}>
                  <Submit variant="secondary">{t.publish}</Submit>
                </ActionForm>
                <p className="text-muted text-sm">{t.publishLead}</p>
              </div>
            )
          )}
          <RulePoints points={points} action={isDraft && writes ? keepRulePoint : null} locale={locale} />
        </div>
      )}
    </Page>
  )
}
