import type { Metadata } from 'next'
import { CatalogueTabs } from '@/components/catalogue/catalogue-tabs'
import { PriceDialog } from '@/components/catalogue/price-dialog'
import { PriceLines } from '@/components/catalogue/price-lines'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { rateList } from '@/lib/catalogue/server/catalogue-lists'
import { catalogue } from '@/lib/i18n/catalogue'
import { money } from '@/lib/i18n/format'
import { people } from '@/lib/i18n/people'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { dropRate, newRate } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].views.rates }
}

export default async function RatesPage() {
  const context = await requireContext('catalogue.manage')
  const { actor } = context
  const locale = await currentLocale()
  const t = catalogue[locale]
  const p = people[locale]
  const { today, skills } = await rateList(context, {})
  return (
    <Page>
      <PageHeader title={t.views.rates} lead={t.ratesLead}>
        <SettingsTabs actor={actor} locale={locale} current="catalogue" />
        <CatalogueTabs actor={actor} locale={locale} current="rates" />
      </PageHeader>
      <Card padded={false} className="divide-line divide-y">
        {skills.map(({ skill, rates, operations }) => (
          <section
            key={skill}
            aria-label={p.skillNames[skill]}
            className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3"
          >
            <div className="w-44">
              <h2 className="font-medium">{p.skillNames[skill]}</h2>
              <p className="text-muted text-sm">{t.usedBy({ count: operations })}</p>
            </div>
            <div className="min-w-56 flex-1">
              <PriceLines
                name={p.skillNames[skill]}
                today={today}
                withdraw={dropRate}
                empty={t.noRate}
                lines={rates.map(({ hourFen, ...rate }) => ({
                  ...rate,
                  amount: t.hourPrice({ price: money(hourFen, locale) }),
                }))}
              />
              {operations > 0 && !rates.some(({ state }) => state === 'now') && (
                <p className="text-muted text-sm">{t.noRateHint}</p>
              )}
            </div>
            <PriceDialog name={p.skillNames[skill]} today={today} action={newRate}>
              <input type="hidden" name="skill" value={skill} />
              <Field label={t.perHour} name="hour" required>
                <Input inputMode="decimal" maxLength={12} />
              </Field>
            </PriceDialog>
          </section>
        ))}
      </Card>
    </Page>
  )
}
