import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BookingFlow } from '@/components/appointments/booking-flow'
import { menu } from '@/lib/catalogue/server/menu'
import { provinceOfAddress, PROVINCES } from '@/lib/core/plate'
import { advisers } from '@/lib/dealership/server/advisers'
import { bookingRules } from '@/lib/dealership/server/booking-rules'
import { booking } from '@/lib/i18n/booking'
import { currentLocale } from '@/lib/server/locale'
import { visitorContext } from '@/lib/server/session'
import {
  book, findOtherWays, findOwnCars, findSlots, findWays, join, proveCode, proveInvitation, removePhoto, sendCode, sendInvited,
} from '../actions' // prettier-ignore
import { publicDealerships } from '../dealerships'

export async function generateMetadata(): Promise<Metadata> {
  return { title: booking[await currentLocale()].landing.book }
}

export default async function Book({ params }: PageProps<'/book/[code]'>) {
  const { code } = await params
  const locale = await currentLocale()
  const dealership = (await publicDealerships()).find((one) => one.code === decodeURIComponent(code))
  if (!dealership) notFound()
  const context = await visitorContext(dealership.id)
  const [offered, people, rules] = await Promise.all([
    menu(context, {}),
    advisers(context, {}),
    bookingRules(context, {}),
  ])
  return (
    <BookingFlow
      code={dealership.code}
      dealership={locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name}
      phone={dealership.phone}
      timeZone={dealership.timeZone}
      province={provinceOfAddress(dealership.address) ?? PROVINCES.charAt(0)}
      wishMinutes={rules.wishMinutes}
      offered={offered}
      advisers={people}
      findSlots={findSlots.bind(null, dealership.id)}
      findOtherWays={findOtherWays.bind(null, dealership.id)}
      findWays={findWays.bind(null, dealership.id)}
      sendCode={sendCode.bind(null, dealership.id)}
      proveCode={proveCode.bind(null, dealership.id)}
      findOwnCars={findOwnCars.bind(null, dealership.id)}
      removePhoto={removePhoto.bind(null, dealership.id)}
      invitedCode={{
        send: sendInvited.bind(null, dealership.id),
        prove: proveInvitation.bind(null, dealership.id),
      }}
      book={book.bind(null, dealership.id)}
      join={join.bind(null, dealership.id)}
    />
  )
}
