import { CircleCheck, Circle, Package, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { CatalogueTabs } from '@/components/catalogue/catalogue-tabs'
import { PackageTable } from '@/components/catalogue/package-table'
import { SettingsTabs } from '@/components/settings/settings-tabs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { packageList } from '@/lib/catalogue/server/catalogue-lists'
import { catalogue } from '@/lib/i18n/catalogue'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].title }
}

export default async function CataloguePage() {
  const context = await requireContext('catalogue.manage')
  const { actor } = context
  const locale = await currentLocale()
  const t = catalogue[locale]
  const { packages, counts } = await packageList(context, {})
  const add = (
    <LinkButton
      variant="primary"
      href="/settings/catalogue/packages/new"
      icon={<Plus aria-hidden className="size-4" />}
    >
      {t.packageAdd}
    </LinkButton>
  )
  const steps = [
    {
      href: '/settings/catalogue/operations',
      done: counts.operations,
      label: t.stepOperations({ count: counts.operations }),
    },
    { href: '/settings/catalogue/parts', done: counts.parts, label: t.stepParts({ count: counts.parts }) },
    { href: '/settings/catalogue/rates', done: counts.rates, label: t.stepRates({ count: counts.rates }) },
  ]
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} action={packages.length ? add : undefined}>
        <SettingsTabs actor={actor} locale={locale} current="catalogue" />
        <CatalogueTabs actor={actor} locale={locale} current="packages" />
      </PageHeader>
      {packages.length ? (
        <PackageTable packages={packages} />
      ) : (
        <Empty title={t.noPackages} icon={<Package aria-hidden />} action={add}>
          <p>{t.noPackagesHint}</p>
          <p className="mt-3 font-medium">{t.firstSteps}</p>
          <ul className="mx-auto mt-1 grid w-fit justify-items-start">
            {steps.map(({ href, done, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="text-celadon-ink flex min-h-11 items-center gap-2 underline underline-offset-4"
                >
                  {done ? (
                    <CircleCheck aria-hidden className="size-4" />
                  ) : (
                    <Circle aria-hidden className="size-4" />
                  )}
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Empty>
      )}
    </Page>
  )
}
