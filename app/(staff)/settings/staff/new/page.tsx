import type { Metadata } from 'next'
import { StaffForm } from '@/components/settings/staff-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { people } from '@/lib/i18n/people'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { add } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: people[await currentLocale()].addTitle }
}

export default async function NewStaffPage() {
  const { actor } = await requireContext('staff.add')
  const t = people[await currentLocale()]
  return (
    <Page width="narrow">
      <PageHeader title={t.addTitle} back={{ href: '/settings/staff', label: t.back }} />
      <Card>
        <StaffForm action={add} mayMakeAdministrator={actor.roles.includes('administrator')} />
      </Card>
    </Page>
  )
}
