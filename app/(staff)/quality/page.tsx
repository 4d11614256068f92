import type { Metadata } from 'next'
import { CheckQueue } from '@/components/quality/check-queue'
import { Figures } from '@/components/quality/figures'
import { ReleaseQueue } from '@/components/quality/release-queue'
import { RoadTests } from '@/components/quality/road-tests'
import { Page, PageHeader } from '@/components/shell/page-header'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { quality } from '@/lib/i18n/quality'
import { sidesOf } from '@/lib/quality/acceptance'
import { inspectionQueue, roadTestQueue } from '@/lib/quality/server/inspection-queue'
import { permittedDrivers } from '@/lib/quality/server/permitted-drivers'
import { workQuality } from '@/lib/quality/server/work-quality'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { accept, beginTrip, beginWash, endTrip, endWash, permitDriver, reject, take } from './actions'

const VIEWS = ['check', 'release', 'road', 'figures'] as const
const FIGURE_DAYS = 30

export async function generateMetadata(): Promise<Metadata> {
  return { title: quality[await currentLocale()].title }
}

export default async function Quality({ searchParams }: PageProps<'/quality'>) {
  const context = await requireContext('inspection.queue')
  const { actor } = context
  const wanted = (await searchParams).view
  const mayInspect = may(actor, 'inspection.start')
  const first = mayInspect || may(actor, 'quality.figures') ? 'check' : 'release'
  const allowed = VIEWS.filter((view) => view !== 'figures' || may(actor, 'quality.figures'))
  const view = allowed.find((one) => one === wanted) ?? first
  const locale = await currentLocale()
  const t = quality[locale]
  const cars = await inspectionQueue(context, {})
  const tests = await roadTestQueue(context, {})
  const released = cars.filter(({ status }) => status === 'qcPassed' || status === 'washing').length
  const counts = {
    check: cars.length - released,
    release: released,
    road: tests.filter(({ status }) => status !== 'done').length,
    figures: undefined,
  }
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead}>
        <TabLinks
          label={t.viewsLabel}
          tabs={allowed.map((one) => ({
            href: `/quality?view=${one}`,
            label: t.views[one],
            count: counts[one],
            current: one === view,
          }))}
        />
      </PageHeader>
      {view === 'check' && (
        <CheckQueue cars={cars} locale={locale} mayInspect={mayInspect} readerId={actor.id} take={take} />
      )}
      {view === 'release' && (
        <ReleaseQueue
          cars={cars}
          locale={locale}
          may={{ wash: may(actor, 'wash.start'), reject: may(actor, 'order.reject'), sides: sidesOf(actor) }}
          actions={{ beginWash, endWash, accept, reject }}
        />
      )}
      {view === 'road' && (
        <RoadTests
          tests={tests}
          locale={locale}
          readerId={actor.id}
          drivers={may(actor, 'roadTest.permit') ? await permittedDrivers(context, {}) : []}
          actions={{ permitDriver, beginTrip, endTrip }}
        />
      )}
      {view === 'figures' && (
        <Figures
          figures={await workQuality(context, { days: FIGURE_DAYS })}
          days={FIGURE_DAYS}
          locale={locale}
        />
      )}
    </Page>
  )
}
