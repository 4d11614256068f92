import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MergeForm } from '@/components/customers/merge-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { id as uuid } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { compareCustomers } from '@/lib/customers/server/duplicates'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { distinguish, merge } from '../../../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].merge.compareTitle }
}

export default async function ComparePage({ params }: PageProps<'/customers/duplicates/[one]/[other]'>) {
  const context = await requireContext('customer.duplicates')
  const { one: oneId, other: otherId } = await params
  if (!uuid.safeParse(oneId).success || !uuid.safeParse(otherId).success) notFound()
  const t = customers[await currentLocale()].merge
  const pair = await compareCustomers(context, { oneId, otherId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  return (
    <Page>
      <PageHeader
        back={{ href: '/customers/duplicates', label: t.title }}
        title={t.compareTitle}
        lead={t.compareLead}
      />
      <MergeForm {...pair} merge={merge} distinguish={distinguish} />
    </Page>
  )
}
