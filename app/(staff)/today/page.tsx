import type { Metadata } from 'next'
import { Plus } from 'lucide-react'
import { ArrivingLine } from '@/components/reception/arriving-line'
import { ErrandsAsked } from '@/components/reception/errands-asked'
import { FloorStrip } from '@/components/reception/floor-strip'
import { HelpAsked } from '@/components/reception/help-asked'
import { HouseLine } from '@/components/reception/house-line'
import { Lane } from '@/components/reception/lane'
import { Page, PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { reception } from '@/lib/i18n/reception'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { helpAsked } from '@/lib/reception/server/joint-drive'
import { receptionFloor } from '@/lib/reception/server/reception-floor'
import { today } from '@/lib/reception/server/today'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { prepare } from '../appointments/actions'
import { arriveHere, done, greet, makeOrder, receive, weather } from '../reception/actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: reception[await currentLocale()].today.title }
}

export default async function TodayPage({ searchParams }: { searchParams: Promise<{ cars?: string }> }) {
  const context = await requireContext('visit.list')
  const mine = (await searchParams).cars === 'mine'
  const { arriving, inHouse, toHandOver, greetSeconds, bufferMinutes, ribbons, questions, floor } =
    await oneReading(context, async (within) => {
      const cars = await today(within, { mine })
      const visitIds = [...cars.inHouse, ...cars.toHandOver].map(({ visitId }) => visitId)
      const questions = may(context.actor, 'reception.answerHelp') ? await helpAsked(within, {}) : []
      const floor = await receptionFloor(within, {})
      return { ...cars, questions, floor, ribbons: await visitRibbons(within, { visitIds }) }
    })
  const t = reception[await currentLocale()]
  const { actor, now } = context
  const mayArrive = may(actor, 'visit.arrive')
  const receives = mayArrive && may(actor, 'visit.greet') && may(actor, 'reception.inspect')
  const does = {
    greet: may(actor, 'visit.greet') ? greet : undefined,
    inspects: may(actor, 'reception.inspect'),
    order: may(actor, 'order.open') ? makeOrder : undefined,
    reads: may(actor, 'order.read'),
    delivers: may(actor, 'visit.deliver') || may(actor, 'payment.receive'),
  }
  const clocks = { now, limit: greetSeconds, bufferMinutes }
  return (
    <Page width="full">
      <PageHeader
        title={t.today.title}
        action={
          mayArrive && (
            <LinkButton
              variant="primary"
              size="large"
              href="/reception/new"
              icon={<Plus aria-hidden className="size-5" />}
            >
              {t.arrive}
            </LinkButton>
          )
        }
      >
        {may(actor, 'visit.takeOver') && (
          <TabLinks
            label={t.today.scope}
            tabs={[
              { href: '/today', label: t.today.all, current: !mine },
              { href: '/today?cars=mine', label: t.today.mine, current: mine },
            ]}
          />
        )}
      </PageHeader>
      <HelpAsked questions={questions} />
      <ErrandsAsked errands={floor.errands} done={may(actor, 'errand.do') ? done : undefined} />
      <div className="mb-6">
        <FloorStrip
          {...floor}
          bays={[]}
          setWeather={may(actor, 'weather.set') ? weather : undefined}
          checks={may(actor, 'shiftCheck.keep')}
        />
      </div>
      <div className="desk:grid-cols-[1fr_1.35fr_1fr] grid items-start gap-6 min-[60rem]:grid-cols-2">
        <Lane
          title={t.today.lanes.arriving}
          count={arriving.length}
          empty={t.today.noArriving}
          lead={t.today.noArrivingLead}
        >
          {arriving.map((car) => (
            <ArrivingLine
              key={car.appointmentId}
              car={car}
              arrive={mayArrive ? arriveHere : undefined}
              receive={receives && car.adviserId === actor.id ? receive : undefined}
              prepare={may(actor, 'appointment.prepare') ? prepare : undefined}
            />
          ))}
        </Lane>
        <div className="desk:contents grid gap-6">
          <Lane
            title={t.today.lanes.inHouse}
            count={inHouse.length}
            empty={t.today.noInHouse}
            lead={t.today.noInHouseLead}
          >
            {inHouse.map((car) => (
              <HouseLine key={car.visitId} car={car} ribbon={ribbons[car.visitId]} does={does} {...clocks} />
            ))}
          </Lane>
          <Lane
            title={t.today.lanes.toHandOver}
            count={toHandOver.length}
            empty={t.today.noToHandOver}
            lead={t.today.noToHandOverLead}
          >
            {toHandOver.map((car) => (
              <HouseLine key={car.visitId} car={car} ribbon={ribbons[car.visitId]} does={does} {...clocks} />
            ))}
          </Lane>
        </div>
      </div>
    </Page>
  )
}
