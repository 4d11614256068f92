import { notFound } from 'next/navigation'
import { calendarFile } from '@/lib/appointments/calendar-file'
import { appointment } from '@/lib/appointments/server/appointment'
import { documentsOf } from '@/lib/appointments/documents'
import { booking } from '@/lib/i18n/booking'
import { documents, documentsText } from '@/lib/i18n/documents'
import { ways } from '@/lib/i18n/ways'
import { list } from '@/lib/i18n/format'
import { currentLocale } from '@/lib/server/locale'
import { customerContext } from '../../context'

export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const context = await customerContext(token, 'appointment')
  const id = context.actor.appointmentId
  if (!id) notFound()
  const locale = await currentLocale()
  const found = await appointment(context, { id })
  const named = (cn: string, en: string) => (locale === 'en' && en ? en : cn)
  const { dealership } = found
  const file = calendarFile({
    uid: found.id,
    now: context.now,
    startsAt: found.startsAt,
    endsAt: found.receptionEndsAt,
    title: booking[locale].calendarTitle({
      dealership: named(dealership.name, dealership.nameEn),
      plate: found.vehicle.plate,
    }),
    place: named(dealership.address, dealership.addressEn),
    description: [
      list(
        found.appointmentItems.map((item) => item.description),
        locale,
      ),
      found.pickUp ? `${ways[locale].pickUp}: ${found.pickUpAddress}` : '',
      `${documents[locale].title}: ${documentsText(documentsOf(found).join(','), locale)}`,
    ]
      .filter(Boolean)
      .join('\n'),
    cancelled: found.status === 'cancelled',
  })
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${found.no}.ics"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
