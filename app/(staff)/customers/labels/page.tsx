import type { Metadata } from 'next'
import { LabelList } from '@/components/customers/label-list'
import { Page, PageHeader } from '@/components/shell/page-header'
import { may } from '@/lib/auth/permissions'
import { customerLabels } from '@/lib/customers/server/labels'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { listLabel, unlistLabel } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: customers[await currentLocale()].labels.list }
}

export default async function LabelsPage() {
  const context = await requireContext('customer.labels')
  const t = customers[await currentLocale()]
  return (
    <Page width="narrow">
      <PageHeader
        back={{ href: '/customers', label: t.title }}
        title={t.labels.list}
        lead={`${t.labels.listLead} ${t.labels.hint}`}
      />
      <LabelList
        labels={await customerLabels(context, {})}
        add={may(context.actor, 'customerLabel.add') ? listLabel : undefined}
        remove={may(context.actor, 'customerLabel.remove') ? unlistLabel : undefined}
      />
    </Page>
  )
}
