import type { Metadata } from 'next'
import { ShiftForm, ShiftPeople } from '@/components/reception/shift-form'
import { UnmetList } from '@/components/reception/unmet-list'
import { Page, PageHeader } from '@/components/shell/page-header'
import { may } from '@/lib/auth/permissions'
import { floor } from '@/lib/i18n/floor'
import { reception } from '@/lib/i18n/reception'
import { shiftChecklist } from '@/lib/reception/server/shift-check'
import { unmetCars } from '@/lib/reception/server/unmet-car'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { checkShift, explain, judge } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: floor[await currentLocale()].shift.title }
}

export default async function ShiftPage() {
  const context = await requireContext('shiftCheck.keep')
  const { points, mine, people, cars } = await oneReading(context, async (within) => ({
    ...(await shiftChecklist(within, {})),
    cars: await unmetCars(within, {}),
  }))
  const locale = await currentLocale()
  const t = floor[locale].shift
  const { actor } = context
  return (
    <Page>
      <PageHeader
        back={{ href: '/reception', label: reception[locale].back }}
        title={t.title}
        lead={t.lead}
      />
      <div className="desk:grid-cols-[minmax(0,36rem)_minmax(0,1fr)] grid items-start gap-8">
        <ShiftForm points={points} mine={mine} action={checkShift} />
        <div className="grid min-w-0 gap-8">
          {people && <ShiftPeople people={people} points={points} />}
          <UnmetList
            cars={cars}
            answer={may(actor, 'unmet.answer') ? explain : undefined}
            judge={may(actor, 'unmet.judge') ? judge : undefined}
          />
        </div>
      </div>
    </Page>
  )
}
