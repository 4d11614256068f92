import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AskForm } from '@/components/appointments/ask-form'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { bookingRules } from '@/lib/dealership/server/booking-rules'
import { booking } from '@/lib/i18n/booking'
import { duration } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import { ask } from '../../actions'
import { publicDealerships } from '../../dealerships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: booking[await currentLocale()].askUs.title }
}

export default async function Ask({ params, searchParams }: PageProps<'/book/[code]/ask'>) {
  const code = decodeURIComponent((await params).code)
  const locale = await currentLocale()
  const t = booking[locale].askUs
  const dealership = (await publicDealerships()).find((one) => one.code === code)
  if (!dealership) notFound()
  const { requestMinutes } = await bookingRules(await visitorContext(dealership.id), {})
  const time = duration(requestMinutes, locale)
  const name = locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name
  const toBooking = `/book/${encodeURIComponent(code)}`
  return (
    <CustomerShell dealership={name} timeZone={dealership.timeZone} phone={dealership.phone}>
      {(await searchParams).sent ? (
        <div className="grid gap-4">
          <Notice kind="good" announce>
            <h1 className="font-title text-2xl font-semibold">{t.sent}</h1>
            <p className="mt-1">{t.sentLead({ time })}</p>
          </Notice>
          <LinkButton href={toBooking} size="large" variant="primary">
            {t.book}
          </LinkButton>
        </div>
      ) : (
        <div className="grid gap-4">
          <div>
            <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
            <p className="text-muted">{t.lead({ time })}</p>
          </div>
          <AskForm action={ask.bind(null, dealership.id, code)} />
          <LinkButton href={toBooking} variant="quiet">
            {t.book}
          </LinkButton>
        </div>
      )}
    </CustomerShell>
  )
}
