import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { BookingNotice } from '@/components/appointments/booking-notice'
import { PrintButton } from '@/components/orders/print-button'
import { Page } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { bookingNotice } from '@/lib/appointments/server/booking-notice'
import { LOCALES, type Locale } from '@/lib/core/locale'
import { appointments } from '@/lib/i18n/appointments'
import { orders } from '@/lib/i18n/orders'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].notice.title }
}

const CHOICES: Record<string, readonly Locale[]> = { both: ['zh-CN', 'en'], 'zh-CN': ['zh-CN'], en: ['en'] }

export default async function NoticePage({ searchParams }: PageProps<'/appointments/notice'>) {
  const { lang } = await searchParams
  const context = await requireContext('appointment.list')
  const locale = await currentLocale()
  const t = appointments[locale]
  const chosen = typeof lang === 'string' && CHOICES[lang] ? lang : 'both'
  const notice = await bookingNotice(context, {})
  const languages = orders[locale].terms.languages
  return (
    <Page width="narrow" className="print:p-0">
      <h1 className="sr-only">{t.notice.title}</h1>
      <div data-print="no" className="mb-4 flex flex-wrap items-center gap-2">
        <LinkButton
          href="/appointments"
          variant="quiet"
          icon={<ArrowLeft aria-hidden className="size-4" />}
          className="-ml-4"
        >
          {t.title}
        </LinkButton>
        <ChipLink href="/appointments/notice" current={chosen === 'both'}>
          {t.notice.both}
        </ChipLink>
        {LOCALES.map((language) => (
          <ChipLink
            key={language}
            href={`/appointments/notice?lang=${language}`}
            current={language === chosen}
          >
            {languages[language]}
          </ChipLink>
        ))}
        <span className="ml-auto">
          <PrintButton label={t.notice.print} />
        </span>
      </div>
      <Card className="print:border-0 print:p-0">
        <BookingNotice notice={notice} locales={CHOICES[chosen] ?? LOCALES} />
      </Card>
    </Page>
  )
}
