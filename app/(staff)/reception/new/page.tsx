import type { Metadata } from 'next'
import { ArriveForm } from '@/components/reception/arrive-form'
import { PlateForm } from '@/components/reception/plate-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { reception } from '@/lib/i18n/reception'
import { isPlate, normalPlate } from '@/lib/core/plate'
import { plateLookup } from '@/lib/reception/server/plate-lookup'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { arrive } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reception[await currentLocale()].arrive }
}

export default async function NewArrivalPage({
  searchParams,
}: {
  searchParams: Promise<{ plate?: string }>
}) {
  const context = await requireContext('visit.arrive')
  const typed = normalPlate((await searchParams).plate ?? '')
  const t = reception[await currentLocale()]
  const found = isPlate(typed) ? await plateLookup(context, { plate: typed }) : null
  return (
    <Page width="narrow">
      <PageHeader
        title={t.walkInForm.title}
        lead={t.walkInForm.lead}
        back={{ href: '/reception', label: t.back }}
      />
      {found ? <ArriveForm found={found} action={arrive} /> : <PlateForm typed={typed} />}
    </Page>
  )
}
