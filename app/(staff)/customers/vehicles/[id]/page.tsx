import { notFound } from 'next/navigation'
import { CarDimension } from '@/components/customers/car-dimension'
import { CarPeople } from '@/components/customers/car-people'
import { Timeline } from '@/components/customers/timeline'
import { Page, PageHeader } from '@/components/shell/page-header'
import { WearCard } from '@/components/reception/wear-card'
import { Section } from '@/components/ui/card'
import { Plate } from '@/components/visit/plate'
import { may } from '@/lib/auth/permissions'
import { id as uuid } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { TIMELINE_KINDS } from '@/lib/customers/timeline'
import { customers } from '@/lib/i18n/customers'
import { carFile } from '@/lib/reminders/server/car-file'
import { fileTimeline } from '@/lib/reminders/server/file-timeline'
import { vehicleWear } from '@/lib/reception/server/car-wear'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext, type StaffContext } from '@/lib/server/session'
import { timelineWays } from '../../[id]/timeline-ways'
import { changeParty, correctCar, handOn, reveal } from '../../actions'

const KINDS = TIMELINE_KINDS.filter((kind) => kind !== 'message' && kind !== 'consent')

const load = (context: StaffContext, vehicleId: string, part: { kind: unknown; after: unknown }) =>
  oneReading(context, async (within) => {
    const car = await carFile(within, { vehicleId })
    return {
      car,
      wear: await vehicleWear(within, { vehicleId: car.id }),
      timeline: may(context.actor, 'customer.timeline')
        ? await fileTimeline(within, { vehicleId: car.id, ...part })
        : null,
    }
  }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })

export default async function VehiclePage({ params, searchParams }: PageProps<'/customers/vehicles/[id]'>) {
  const context = await requireContext('vehicle.file')
  const { actor, now, timeZone } = context
  const { id } = await params
  if (!uuid.safeParse(id).success) notFound()
  const t = customers[await currentLocale()]
  const { kind, after } = await searchParams
  const { car, wear, timeline } = await load(context, id, { kind, after })
  return (
    <Page>
      <PageHeader
        back={{ href: '/customers', label: t.title }}
        title={<Plate plate={car.plate} size="large" />}
        lead={[t.car.lead, car.brand, car.model].filter(Boolean).join(' · ')}
      />
      <div className="desk:grid-cols-[24rem_minmax(0,1fr)] grid items-start gap-8">
        <div className="grid gap-6">
          <CarPeople
            vehicleId={car.id}
            parties={car.parties}
            today={dayOf(now, timeZone)}
            open={may(actor, 'customer.read')}
            handOn={may(actor, 'vehicle.transfer') ? handOn : undefined}
            change={may(actor, 'vehicle.setParty') ? changeParty : undefined}
          />
          <CarDimension
            car={car}
            reveal={car.mayReveal ? reveal : undefined}
            correct={may(actor, 'vehicle.correct') ? correctCar : undefined}
          />
          <WearCard {...wear} />
        </div>
        {timeline && (
          <Section title={t.timeline.title}>
            <Timeline
              {...timeline}
              base={`/customers/vehicles/${car.id}`}
              kind={KINDS.find((one) => one === kind)}
              kinds={KINDS}
              cars={[]}
              ways={timelineWays(actor)}
            />
          </Section>
        )}
      </div>
    </Page>
  )
}
