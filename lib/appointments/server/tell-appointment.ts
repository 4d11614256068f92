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
  const appointment = await toldOf(tx, dealershipId, id)
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

type Named = { name: string; nameEn: string }
type Work = Named & { workClass: string }
type Appointment = {
  no: string
  startsAt: Date
  promisedFrom: Date | null
  promisedAt: Date | null
  heldUntil: Date | null
  comebackOfId: string | null
  labourMinutes: number
  labourFen: number
  partsFen: number
  discountBp: number
  customer: { id: string; name: string; formOfAddress: string; phone: string; locale: string }
  vehicle: { plate: string; plateKind: string }
  dealership: Named & { phone: string; address: string; addressEn: string; timeZone: string }
  adviser: Named | null
  loanerStay: object | null
  appointmentProposals: { kind: string; outcome: string }[]
  appointmentItems: {
    packageId: string | null
    operationId: string | null
    description: string
    labourFen: number
    package: Work | null
    operation: Work | null
  }[]
}

/** All that a message about an appointment may say, in one question. */
async function toldOf(tx: Tx, dealershipId: string, id: string): Promise<Appointment> {
  const [found] = await tx.$queryRaw<
    Appointment[]
  >`SELECT * FROM told_of_appointment(${dealershipId}::uuid, ${id}::uuid)`
  if (!found) throw new Error(`no appointment ${id} to tell about`)
  return found
}
