import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { StopForm } from '@/components/reminders/stop-form'
import { CustomerShell } from '@/components/shell/customer-shell'
import { Notice } from '@/components/ui/notice'
import { Refusal } from '@/lib/core/refusal'
import { invitation } from '@/lib/i18n/invitation'
import { reminderStop } from '@/lib/reminders/server/stop-reminders'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import { stop } from '../../../../actions'
import { publicDealerships } from '../../../../dealerships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: invitation[await currentLocale()].stop.title, robots: { index: false } }
}

export default async function StopReminders({ params }: PageProps<'/book/[code]/car/[token]/stop'>) {
  const { code, token } = await params
  const locale = await currentLocale()
  const t = invitation[locale].stop
  const dealership = (await publicDealerships()).find((one) => one.code === decodeURIComponent(code))
  if (!dealership) notFound()
  const context = await visitorContext(dealership.id)
  const reader = await reminderStop(context, { token: decodeURIComponent(token) }).catch((error: unknown) => {
    if (error instanceof Refusal) notFound()
    throw error
  })
  return (
    <CustomerShell
      dealership={locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name}
      timeZone={dealership.timeZone}
      phone={dealership.phone}
    >
      <div className="grid gap-4">
        <h1 className="font-title text-2xl font-semibold">{t.title}</h1>
        {reader.stopped ? (
          <Notice kind="good" announce>
            <p className="font-medium">{t.done}</p>
            <p>{t.doneLead}</p>
          </Notice>
        ) : (
          <>
            <p>{t.lead({ plate: reader.plateTail })}</p>
            <StopForm action={stop.bind(null, dealership.id, decodeURIComponent(token))} />
          </>
        )}
      </div>
    </CustomerShell>
  )
}
