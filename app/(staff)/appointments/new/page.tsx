import type { Metadata } from 'next'
import { BookingDesk } from '@/components/appointments/booking-desk'
import { KnownCarList } from '@/components/appointments/known-car-list'
import { Page, PageHeader } from '@/components/shell/page-header'
import { bookingDesk } from '@/lib/appointments/server/booking-desk'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { dayOf } from '@/lib/core/time'
import { nameIn } from '@/lib/core/name-in'
import { advisers } from '@/lib/dealership/server/advisers'
import { appointments } from '@/lib/i18n/appointments'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { bookOrWait, findOtherWays, freeTimes } from '../actions'
import { hearNeed, note, prefer, settleNeed } from '../../customers/actions'
import { findCallers, openFile, packagesFor } from '../desk-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].form.title }
}

const ACTIONS = {
  book: bookOrWait,
  findCallers,
  openFile,
  findSlots: freeTimes,
  findOtherWays,
  keepNote: note,
  keepPreferences: prefer,
  noteLead: hearNeed,
  settleLead: settleNeed,
}

export default async function NewAppointment({ searchParams }: PageProps<'/appointments/new'>) {
  const { q, vehicle, customer, task } = await searchParams
  const typed = typeof q === 'string' ? q.slice(0, 40) : ''
  const context = await requireContext('appointment.book')
  const { actor, dealership, now, timeZone } = context
  const locale = await currentLocale()
  const t = appointments[locale]
  const [found, offered, people, house] = await Promise.all([
    typed ? knownCars(context, { q: typed }) : [],
    packagesFor(''),
    advisers(context, {}),
    bookingDesk(context, {}),
  ])
  const caller = found.find((one) => one.vehicleId === vehicle && one.customerId === customer) ?? null
  return (
    <Page>
      <PageHeader title={t.form.title} back={{ href: '/appointments', label: t.title }} />
      {typed && !caller && (
        <noscript>
          {found.length === 0 && <p className="text-muted">{t.find.none}</p>}
          <KnownCarList cars={found} locale={locale} timeZone={timeZone} now={now} />
        </noscript>
      )}
      <BookingDesk
        key={caller?.vehicleId ?? 'new'}
        actions={ACTIONS}
        typed={typed}
        caller={caller}
        opened={caller && (await openFile(caller))}
        contactTaskId={typeof task === 'string' ? task : undefined}
        offered={offered}
        advisers={people}
        house={{
          name: nameIn(dealership, locale),
          me: actor.name,
          today: dayOf(now, timeZone),
          ...house,
        }}
      />
    </Page>
  )
}
