import type { Metadata } from 'next'
import { PackageForm } from '@/components/catalogue/package-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { packagePieces } from '@/lib/catalogue/server/catalogue-lists'
import { catalogue } from '@/lib/i18n/catalogue'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { addPackage } from '../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: catalogue[await currentLocale()].packageNew }
}

export default async function NewPackagePage() {
  const context = await requireContext('package.save')
  const t = catalogue[await currentLocale()]
  return (
    <Page width="narrow">
      <PageHeader title={t.packageNew} back={{ href: '/settings/catalogue', label: t.packageBack }} />
      <PackageForm action={addPackage} pieces={await packagePieces(context, {})} />
    </Page>
  )
}
