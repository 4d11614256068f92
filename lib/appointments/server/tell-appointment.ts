import 'server-only'
import type { Tx } from '@/lib/server/db'
import { tell } from '@/lib/server/outbox'
import { documentsOf } from '../documents'
import { quietDiscountFen } from '../work'

type Told =
  | 'appointment-confirmed'
  | 'appointment-moved'
  | 'appointment-cancelled'
  | 'appointment-missed'
  | 'appointment-provisional'
  | 'appointment-reminder'
  | 'waiting-offer'
  | 'waiting-over'

/** Writes to the customer of an appointment: what, when, who receives, how long, what it costs, what to bring. */
export async function tellAppointment(
  tx: Tx,
  template: Told,
  dealershipId: string,
  id: string,
  at: Date,
  link = '',
  dedupeKey?: string,
) {
  const appointment = await tx.appointment.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id } },
    include: {
      customer: true,
      vehicle: { select: { plate: true, plateKind: true } },
      loanerStay: { select: { plate: true } },
      appointmentProposals: { select: { kind: true, outcome: true } },
      adviser: { select: { name: true, nameEn: true } },
      dealership: true,
      appointmentItems: { orderBy: { position: 'asc' }, include: { package: true, operation: true } },
    },
  })
  const { customer, dealership, adviser } = appointment
  const english = customer.locale === 'en'
  const named = (of: { name: string; nameEn: string } | null) =>
    of ? (english && of.nameEn ? of.nameEn : of.name) : ''
  const items = appointment.appointmentItems.map(
    (item) => named(item.package ?? item.operation) || item.description,
  )
  await tell(tx, {
    dealershipId,
    template,
    recipient: customer.phone,
    locale: customer.locale,
    customerId: customer.id,
    appointmentId: id,
    at,
    dedupeKey,
    facts: {
      no: appointment.no,
      name: customer.name,
      address: customer.formOfAddress,
      plate: appointment.vehicle.plate,
      dealership: named(dealership),
      dealershipPhone: dealership.phone,
      dealershipAddress: english && dealership.addressEn ? dealership.addressEn : dealership.address,
      timeZone: dealership.timeZone,
      startsAt: appointment.startsAt.toISOString(),
      promisedFrom: appointment.promisedFrom?.toISOString() ?? null,
      promisedAt: appointment.promisedAt?.toISOString() ?? null,
      heldUntil: appointment.heldUntil?.toISOString() ?? null,
      adviser: named(adviser),
      items: items.join(english ? '; ' : '\uff1b'),
      documents: documentsOf(appointment).join(','),
      minutes: appointment.labourMinutes,
      priceFen:
        appointment.labourFen +
        appointment.partsFen -
        quietDiscountFen(appointment.appointmentItems, appointment.discountBp),
      discountBp: appointment.discountBp,
      openPrice: appointment.appointmentItems.some((item) => !item.packageId && !item.operationId),
      link: link && `/v/${link}`,
    },
  })
}
