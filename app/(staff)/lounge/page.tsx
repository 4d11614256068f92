import type { Metadata } from 'next'
import { Armchair } from 'lucide-react'
import { GuestCard } from '@/components/lounge/guest-card'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { may } from '@/lib/auth/permissions'
import { lounge } from '@/lib/i18n/lounge'
import { loungeList } from '@/lib/lounge/server/lounge-list'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { arrive, care, delay, keep, promise, tell, waiting } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: lounge[await currentLocale()].title }
}

export default async function Lounge() {
  const context = await requireContext('lounge.list')
  const { actor } = context
  const guests = await loungeList(context, {})
  const locale = await currentLocale()
  const t = lounge[locale]
  const owed = guests.filter((guest) => guest.owed.length > 0).length
  const here = guests
    .filter((guest) => guest.waiting === 'waits')
    .toSorted((a, b) => b.owed.length - a.owed.length || b.waitingMinutes - a.waitingMinutes)
  const away = guests.filter((guest) => guest.waiting === 'leaves')
  const allowed = {
    care: may(actor, 'lounge.care'),
    tell: may(actor, 'progress.tell'),
    delay: may(actor, 'delay.announce'),
    promise: may(actor, 'promise.make'),
  }
  const actions = { arrive, care, tell, delay, promise, keep, waiting }
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={guests.length ? t.owedCount({ count: owed }) : t.lead}
        action={
          <LinkButton href="/lounge/screen" target="_blank">
            {t.screen}
          </LinkButton>
        }
      />
      <div className="grid gap-8">
        <Section title={t.waitHere} aside={here.length || undefined}>
          {here.length ? (
            <div className="tablet:grid-cols-2 desk:grid-cols-3 wall:grid-cols-4 grid items-start gap-4">
              {here.map((guest) => (
                <GuestCard
                  key={guest.visitId}
                  guest={guest}
                  locale={locale}
                  may={allowed}
                  actions={actions}
                />
              ))}
            </div>
          ) : (
            <Empty title={t.nobody} icon={<Armchair aria-hidden />}>
              {t.nobodyLead}
            </Empty>
          )}
        </Section>
        {away.length > 0 && (
          <Section title={t.leftHouse} aside={away.length}>
            <div className="tablet:grid-cols-2 desk:grid-cols-3 wall:grid-cols-4 grid items-start gap-4">
              {away.map((guest) => (
                <GuestCard
                  key={guest.visitId}
                  guest={guest}
                  locale={locale}
                  may={allowed}
                  actions={actions}
                />
              ))}
            </div>
          </Section>
        )}
      </div>
    </Page>
  )
}
