import type { Metadata } from 'next'
import { PackageForm } from '@/components/catalogue/package-form'
import { PackagePrices } from '@/components/catalogue/package-prices'
import { RetireButton } from '@/components/catalogue/retire-button'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { packageOne, packagePieces } from '@/lib/catalogue/server/catalogue-lists'
import { nameIn } from '@/lib/core/name-in'
import { catalogue } from '@/lib/i18n/catalogue'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { orNotFound } from '../../../or-not-found'
import { dropPackagePrice, endPackage, keepPackage, newPackagePrice } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].views.packages }
}

export default async function PackagePage({ params }: PageProps<'/settings/catalogue/packages/[id]'>) {
  const context = await requireContext('catalogue.manage')
  const locale = await currentLocale()
  const t = catalogue[locale]
  const found = await orNotFound(packageOne(context, { id: (await params).id }))
  const pieces = await packagePieces(context, {})
  const { id, disabledAt, prices, listed, today, ...values } = found
  const name = nameIn(found, locale)
  return (
    <Page>
      <PageHeader
        title={
          <>
            {name}
            {disabledAt && <Status shape="off">{t.retired}</Status>}
          </>
        }
        back={{ href: '/settings/catalogue', label: t.packageBack }}
        action={<RetireButton id={id} name={name} retired={!!disabledAt} action={endPackage} />}
      />
      <div className="desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] grid items-start gap-8">
        <Section title={t.contents}>
          <PackageForm key={id} action={keepPackage} values={{ id, ...values }} pieces={pieces} />
        </Section>
        <PackagePrices
          packageId={id}
          name={name}
          prices={prices}
          listed={listed}
          today={today}
          hasParts={values.parts.length > 0}
          actions={{ set: newPackagePrice, withdraw: dropPackagePrice }}
        />
      </div>
    </Page>
  )
}
