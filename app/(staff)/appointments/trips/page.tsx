import { CarFront, ChevronLeft, ChevronRight, KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import { AppointmentTabs } from '@/components/appointments/appointment-tabs'
import { LoanerTable } from '@/components/appointments/loaner-table'
import { TripTable } from '@/components/appointments/trip-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { tripsOfDay } from '@/lib/appointments/server/trips-of-day'
import { may } from '@/lib/auth/permissions'
import * as f from '@/lib/core/fields'
import { plusDays } from '@/lib/core/time'
import { calendarDay } from '@/lib/i18n/format'
import { trips } from '@/lib/i18n/trips'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { loanerIsBack, tripIsDriven } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: trips[await currentLocale()].title }
}

export default async function Trips({ searchParams }: PageProps<'/appointments/trips'>) {
  const asked = (await searchParams).day
  const context = await requireContext('trip.list')
  const locale = await currentLocale()
  const t = trips[locale]
  const found = await tripsOfDay(context, { day: f.day.safeParse(asked).data })
  const { day, today, loaners } = found
  const open = found.trips.filter(({ state }) => state !== 'done').length
  const { actor } = context
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={`${calendarDay(day, locale)} · ${t.lead({ trips: found.trips.length, open })}`}
        action={
          <>
            <LinkButton
              href={`/appointments/trips?day=${plusDays(day, -1)}`}
              icon={<ChevronLeft aria-hidden className="size-4" />}
            >
              <span className="tablet:not-sr-only sr-only">{t.previousDay}</span>
            </LinkButton>
            {day !== today && <LinkButton href="/appointments/trips">{t.today}</LinkButton>}
            <LinkButton href={`/appointments/trips?day=${plusDays(day, 1)}`}>
              <span className="tablet:not-sr-only sr-only">{t.nextDay}</span>
              <ChevronRight aria-hidden className="size-4" />
            </LinkButton>
          </>
        }
      >
        <AppointmentTabs actor={actor} locale={locale} current="trips" day={day === today ? '' : day} />
      </PageHeader>
      <div className="grid gap-8">
        <Section title={t.trips} className="min-w-0">
          {found.trips.length === 0 ? (
            <Empty title={t.noTrips} icon={<CarFront aria-hidden />}>
              {t.noTripsLead}
            </Empty>
          ) : (
            <TripTable rows={found.trips} settle={may(actor, 'trip.settle') ? tripIsDriven : undefined} />
          )}
        </Section>
        <Section title={t.loaners} className="min-w-0">
          {loaners.length === 0 ? (
            <Empty title={t.noLoaners} icon={<KeyRound aria-hidden />}>
              {t.noLoanersLead}
            </Empty>
          ) : (
            <LoanerTable rows={loaners} giveBack={may(actor, 'loaner.return') ? loanerIsBack : undefined} />
          )}
        </Section>
      </div>
    </Page>
  )
}
