import type { Metadata } from 'next'
import { LoginForm } from '@/components/settings/login-form'
import { SessionList } from '@/components/settings/session-list'
import { StaffForm } from '@/components/settings/staff-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { Submit } from '@/components/ui/submit'
import { staffOne } from '@/lib/dealership/server/staff'
import { people } from '@/lib/i18n/people'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { orNotFound } from '../../or-not-found'
import { change, disable, enable, endSessions, password } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: people[await currentLocale()].person }
}

export default async function StaffMemberPage({ params }: PageProps<'/settings/staff/[id]'>) {
  const context = await requireContext('staff.manage')
  const { actor } = context
  const locale = await currentLocale()
  const t = people[locale]
  const person = await orNotFound(staffOne(context, { id: (await params).id }))
  const name = locale === 'en' && person.nameEn ? person.nameEn : person.name
  const own = person.id === actor.id
  return (
    <Page>
      <PageHeader
        title={
          <>
            {name}
            {person.disabledAt && <Status shape="off">{t.disabled}</Status>}
          </>
        }
        back={{ href: '/settings/staff', label: t.back }}
        action={
          !own &&
          (person.disabledAt ? (
            <ActionForm action={enable} okMessage={t.saved}>
              <input type="hidden" name="id" value={person.id} />
              <Submit variant="secondary">{t.enable}</Submit>
            </ActionForm>
          ) : (
            <ConfirmButton
              label={t.disable}
              title={t.disableTitle({ name })}
              action={disable}
              okMessage={t.saved}
              variant="danger"
            >
              <p>{t.disableLead}</p>
              <input type="hidden" name="id" value={person.id} />
            </ConfirmButton>
          ))
        }
      />
      <div className="desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] grid items-start gap-8">
        <Section title={t.person} card>
          <StaffForm
            action={change}
            person={person}
            own={own}
            mayMakeAdministrator={actor.roles.includes('administrator')}
          />
        </Section>
        <div className="grid gap-8">
          <Section title={t.login} card>
            <LoginForm action={password} id={person.id} loginName={person.loginName} />
          </Section>
          <SessionList id={person.id} sessions={person.sessions} action={endSessions} />
        </div>
      </div>
    </Page>
  )
}
