import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvitationCard } from '@/components/reminders/invitation-card'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { menu } from '@/lib/catalogue/server/menu'
import { Refusal } from '@/lib/core/refusal'
import { invitation as words } from '@/lib/i18n/invitation'
import { invitation } from '@/lib/reminders/server/invitation'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import { publicDealerships } from '../../../dealerships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLocale()].title, robots: { index: false } }
}

export default async function Invitation({ params }: PageProps<'/book/[code]/car/[token]'>) {
  const { code, token } = await params
  const locale = await currentLocale()
  const t = words[locale]
  const dealership = (await publicDealerships()).find((one) => one.code === decodeURIComponent(code))
  if (!dealership) notFound()
  const context = await visitorContext(dealership.id)
  const invited = await invitation(context, { token: decodeURIComponent(token) }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    if (error.code !== 'reminder.link-over') notFound()
    return null
  })
  return (
    <CustomerShell
      dealership={locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name}
      timeZone={dealership.timeZone}
      phone={dealership.phone}
    >
      {invited ? (
        <InvitationCard
          invited={invited}
          token={decodeURIComponent(token)}
          code={dealership.code}
          offeredIds={(await menu(context, {})).map(({ id }) => id)}
        />
      ) : (
        <div className="grid gap-4">
          <h1 className="font-title text-2xl font-semibold">{t.over}</h1>
          <Notice>{t.overLead}</Notice>
          <LinkButton href={`/book/${encodeURIComponent(dealership.code)}`} size="large" variant="primary">
            {t.book}
          </LinkButton>
        </div>
      )}
    </CustomerShell>
  )
}
