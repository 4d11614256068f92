import type { Metadata } from 'next'
import { PasswordForm } from '@/components/account/password-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Facts, Section } from '@/components/ui/card'
import { nameIn } from '@/lib/core/name-in'
import { ownAccount } from '@/lib/dealership/server/own-account'
import { account } from '@/lib/i18n/account'
import { list } from '@/lib/i18n/format'
import { roles } from '@/lib/i18n/roles'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { changePassword } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: account[await currentLocale()].title }
}

export default async function AccountPage() {
  const context = await requireContext('account.changePassword')
  const { actor, nameEn, sessionId } = context
  const locale = await currentLocale()
  const t = account[locale]
  const { loginName, others } = await ownAccount(context, { sessionId })
  return (
    <Page width="narrow">
      <PageHeader title={t.title} lead={t.lead} />
      <div className="grid gap-8">
        <Section title={nameIn({ name: actor.name, nameEn }, locale)} card>
          <Facts
            facts={[
              { term: t.loginName, value: loginName },
              {
                term: t.roles,
                value: list(
                  actor.roles.map((role) => roles[locale][role]),
                  locale,
                ),
              },
            ]}
          />
          <p className="text-muted mt-3">{t.others({ count: others })}</p>
        </Section>
        <Section title={t.change} card>
          <PasswordForm action={changePassword} loginName={loginName} />
        </Section>
      </div>
    </Page>
  )
}
