import { MessageCircleQuestion } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { AnsweredRequests, OpenRequests } from '@/components/appointments/request-tables'
import { RequestDialog } from '@/components/appointments/request-dialogs'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { requests } from '@/lib/appointments/server/requests'
import { may } from '@/lib/auth/permissions'
import { appointments } from '@/lib/i18n/appointments'
import { duration } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { answerCustomer, noteRequest } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].requests.title }
}

export default async function Requests() {
  const context = await requireContext('request.list')
  const locale = await currentLocale()
  const t = appointments[locale].requests
  const { open, answered, minutes } = await requests(context, {})
  const note = may(context.actor, 'request.make') && <RequestDialog action={noteRequest} />
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead({ time: duration(minutes, locale) })} action={note}>
        <AppointmentTabs
          actor={context.actor}
          locale={locale}
          current="requests"
          counts={{ requests: open.length }}
        />
      </PageHeader>
      <div className="grid grid-cols-1 gap-8">
        <Section title={t.waiting}>
          {open.length === 0 ? (
            <Empty title={t.none} icon={<MessageCircleQuestion aria-hidden />}>
              {t.noneLead}
            </Empty>
          ) : (
            <OpenRequests
              rows={open}
              action={may(context.actor, 'request.answer') ? answerCustomer : undefined}
              mayBook={may(context.actor, 'appointment.book')}
            />
          )}
        </Section>
        {answered.length > 0 && (
          <Section title={t.answered}>
            <AnsweredRequests rows={answered} />
          </Section>
        )}
      </div>
    </Page>
  )
}
