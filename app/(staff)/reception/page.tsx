import type { Metadata } from 'next'
import { CarFront, Plus } from 'lucide-react'
import { ErrandsAsked } from '@/components/reception/errands-asked'
import { FloorStrip } from '@/components/reception/floor-strip'
import { HouseLine } from '@/components/reception/house-line'
import { ReceivedTable } from '@/components/reception/received-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { may } from '@/lib/auth/permissions'
import { reception } from '@/lib/i18n/reception'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { receivedToday } from '@/lib/reception/server/received-today'
import { receptionFloor } from '@/lib/reception/server/reception-floor'
import { today } from '@/lib/reception/server/today'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { done, greet, makeOrder, weather } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reception[await currentLocale()].title }
}

export default async function ReceptionPage() {
  const context = await requireContext('visit.list')
  const { queue, received, ribbons, floor, greetSeconds, bufferMinutes } = await oneReading(
    context,
    async (within) => {
      const { inHouse, ...clock } = await today(within, {})
      const received = await receivedToday(within, {})
      const queue = inHouse.filter(({ status }) => status !== 'ordered')
      const ribbons = await visitRibbons(within, { visitIds: queue.map(({ visitId }) => visitId) })
      const floor = await receptionFloor(within, {})
      return { ...clock, queue, received, ribbons, floor }
    },
  )
  const t = reception[await currentLocale()]
  const { actor, now } = context
  const does = {
    greet: may(actor, 'visit.greet') ? greet : undefined,
    inspects: may(actor, 'reception.inspect'),
    order: may(actor, 'order.open') ? makeOrder : undefined,
    reads: may(context.actor, 'order.read'),
    delivers: false,
  }
  const clocks = { now, limit: greetSeconds, bufferMinutes }
  const arrive = may(actor, 'visit.arrive') && (
    <LinkButton
      variant="primary"
      size="large"
      href="/reception/new"
      icon={<Plus aria-hidden className="size-5" />}
    >
      {t.arrive}
    </LinkButton>
  )
  return (
    <Page>
      <PageHeader title={t.title} lead={t.lead} action={arrive} />
      <ErrandsAsked errands={floor.errands} done={may(actor, 'errand.do') ? done : undefined} />
      <div className="grid gap-8">
        <FloorStrip
          {...floor}
          setWeather={may(actor, 'weather.set') ? weather : undefined}
          checks={may(actor, 'shiftCheck.keep')}
        />
        <Section title={t.queue} aside={queue.length}>
          {queue.length === 0 ? (
            <Empty title={t.nothingWaiting} icon={<CarFront aria-hidden />}>
              {t.nothingWaitingLead}
            </Empty>
          ) : (
            <ol className="grid gap-3 min-[60rem]:grid-cols-2">
              {queue.map((car) => (
                <HouseLine
                  key={car.visitId}
                  car={car}
                  ribbon={ribbons[car.visitId]}
                  does={does}
                  {...clocks}
                />
              ))}
            </ol>
          )}
        </Section>
        <Section title={t.done} aside={received.length}>
          <ReceivedTable visits={received} />
        </Section>
      </div>
    </Page>
  )
}
