import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LeaveForm } from '@/components/appointments/leave-form'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { ownWaiting } from '@/lib/appointments/server/leave-waiting-list'
import { Refusal } from '@/lib/core/refusal'
import { booking } from '@/lib/i18n/booking'
import { calendarDay, weekday } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import { leave } from '../../../actions'
import { publicDealerships } from '../../../dealerships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: booking[await currentLocale()].leaveList.title, robots: { index: false } }
}

export default async function Waiting({ params }: PageProps<'/book/[code]/waiting/[token]'>) {
  const { code, token } = await params
  const locale = await currentLocale()
  const t = booking[locale].leaveList
  const dealership = (await publicDealerships()).find((one) => one.code === decodeURIComponent(code))
  if (!dealership) notFound()
  const context = await visitorContext(dealership.id)
  const entry = await ownWaiting(context, { token: decodeURIComponent(token) }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  const day = (one: string) => `${weekday(one, locale)} ${calendarDay(one, locale, 'short')}`
  return (
    <CustomerShell
      dealership={locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name}
      timeZone={dealership.timeZone}
      phone={dealership.phone}
    >
      <div className="grid gap-4">
        <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
        <p className="text-muted">
          {t.facts({ plate: entry.plateTail, from: day(entry.firstDay), to: day(entry.lastDay) })}
        </p>
        {entry.status === 'waiting' || entry.status === 'offered' ? (
          <>
            {entry.status === 'offered' && <Notice>{t.offered}</Notice>}
            <LeaveForm action={leave.bind(null, dealership.id, decodeURIComponent(token))} />
          </>
        ) : (
          <>
            <Notice kind="good" announce>
              {t.over[entry.status]}
            </Notice>
            <LinkButton href={`/book/${encodeURIComponent(dealership.code)}`} size="large" variant="primary">
              {t.book}
            </LinkButton>
          </>
        )}
      </div>
    </CustomerShell>
  )
}
