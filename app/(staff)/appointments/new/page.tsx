import type { Metadata } from 'next'
import { KnownCarList } from '@/components/appointments/known-car-list'
import { StaffBookingForm } from '@/components/appointments/staff-booking-form'
import { Page, PageHeader } from '@/components/shell/page-header'
import { buttonClass } from '@/components/ui/button-class'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SearchForm } from '@/components/ui/search-form'
import { knownCars } from '@/lib/appointments/server/known-cars'
import { menu } from '@/lib/catalogue/server/menu'
import { advisers } from '@/lib/dealership/server/advisers'
import { dayOf } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { bookOrWait, findOtherWays, freeTimes } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: appointments[await currentLocale()].form.title }
}

export default async function NewAppointment({ searchParams }: PageProps<'/appointments/new'>) {
  const { q = '', vehicle, customer, task } = await searchParams
  const context = await requireContext('appointment.book')
  const locale = await currentLocale()
  const t = appointments[locale]
  const [found, offered, people] = await Promise.all([
    q ? knownCars(context, { q }) : [],
    menu(context, {}),
    advisers(context, {}),
  ])
  const car = found.find((one) => one.vehicleId === vehicle && one.customerId === customer) ?? null
  const { now, timeZone } = context
  return (
    <Page width="narrow">
      <PageHeader title={t.form.title} back={{ href: '/appointments', label: t.title }} />
      <Section title={t.find.title} className="mb-8">
        {!car && (
          <SearchForm action="/appointments/new" className="mb-3 flex flex-wrap items-end gap-2">
            <Field label={t.find.label} name="q" hint={t.find.hint} className="min-w-56 flex-1">
              <Input defaultValue={String(q)} maxLength={40} autoComplete="off" />
            </Field>
            <button className={buttonClass({ variant: 'secondary', className: 'mb-6' })}>
              {t.find.button}
            </button>
          </SearchForm>
        )}
        {q && !car && found.length === 0 && <p className="text-muted">{t.find.none}</p>}
        <KnownCarList
          cars={car ? [car] : found}
          locale={locale}
          timeZone={timeZone}
          now={now}
          taken={!!car}
        />
      </Section>
      <StaffBookingForm
        key={car?.vehicleId ?? 'new'}
        action={bookOrWait}
        car={car}
        contactTaskId={typeof task === 'string' ? task : undefined}
        offered={offered}
        today={dayOf(now, timeZone)}
        advisers={people}
        findSlots={freeTimes}
        findOtherWays={findOtherWays}
      />
    </Page>
  )
}
