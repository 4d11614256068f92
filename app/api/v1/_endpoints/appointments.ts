import * as z from 'zod'
import { CHANGE_REASONS } from '@/lib/appointments/reason'
import { appointment } from '@/lib/appointments/server/appointment'
import { appointmentPages } from '@/lib/appointments/server/appointment-pages'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { rescheduleAppointment } from '@/lib/appointments/server/reschedule-appointment'
import { COMING, comingOf, type Way } from '@/lib/appointments/way'
import { endpoint, fen, instant, page, pageOf, paging } from '../_kit/endpoint'

const WAY_MEANS =
  'own: the customer drives in; pickUp: a driver fetches the car and brings it back; loaner: the customer drives a loaner car meanwhile'

const Appointment = z
  .object({
    id: z.uuid(),
    no: z.string(),
    status: z.string(),
    channel: z.string(),
    startsAt: instant,
    promisedAt: instant.nullable(),
    labourMinutes: z.int(),
    labourFen: fen,
    partsFen: fen,
    discountBp: z.int().describe('Share of the labour price taken off for a quiet time'),
    waiting: z.enum(['waits', 'leaves']),
    way: z.enum(COMING).describe(WAY_MEANS),
    pickUpAddress: z.string().describe('Where the car is fetched; empty for other ways'),
    vehicle: z.object({ id: z.uuid(), plate: z.string() }),
    adviser: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  })
  .meta({ id: 'Appointment' })
const Booked = z
  .object({
    id: z.uuid(),
    no: z.string(),
    startsAt: instant,
    promisedAt: instant.nullable(),
    adviserName: z.string(),
    priceFen: fen,
    discountBp: z.int(),
    minutes: z.int(),
  })
  .meta({ id: 'BookedAppointment' })

const NewAppointment = z
  .strictObject({
    packageIds: z.array(z.uuid()).max(12).default([]),
    wishes: z.array(z.string().max(300)).max(10).default([]).describe('What is wanted in own words'),
    plate: z.string().max(40).optional(),
    vin: z.string().max(60).optional(),
    brand: z.string().max(60).optional(),
    model: z.string().max(60).optional(),
    name: z.string().max(60),
    phone: z.string().max(40),
    startsAt: z.iso.datetime({ offset: true }),
    adviserId: z.uuid().optional(),
    waiting: z
      .enum(['waits', 'leaves'])
      .optional()
      .describe(
        'Unless given, who drives in waits, and who has the car fetched or takes a loaner car does not',
      ),
    way: z.enum(COMING).default('own').describe(WAY_MEANS),
    pickUpAddress: z.string().max(200).optional().describe('Needed for pickUp'),
    pickUpFrom: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .optional()
      .describe(
        'Where the car stands; only its distance from the house is kept, and one too far away is refused',
      ),
    remarks: z.string().max(500).optional(),
  })
  .refine(({ way, waiting }) => way === 'own' || waiting !== 'waits', {
    path: ['waiting'],
    message: 'invalid',
  })
  .meta({ id: 'NewAppointment' })
const Move = z
  .strictObject({
    startsAt: z.iso.datetime({ offset: true }),
    adviserId: z.uuid().optional(),
    reason: z.enum(CHANGE_REASONS),
    note: z.string().max(300).optional(),
  })
  .meta({ id: 'MoveAppointment' })
const Cancel = z
  .strictObject({ reason: z.enum(CHANGE_REASONS), note: z.string().max(300).optional() })
  .meta({ id: 'CancelAppointment' })
const byId = z.object({ id: z.uuid() })

const bookingOf = ({ way, waiting, ...rest }: z.output<typeof NewAppointment>) => ({
  ...rest,
  waiting: waiting ?? (way === 'own' ? 'waits' : 'leaves'),
  pickUp: way === 'pickUp',
  loaner: way === 'loaner',
})
const shown = <Row extends Way & { pickUpAddress: string }>(row: Row) => ({
  ...row,
  way: comingOf(row),
  pickUpAddress: row.pickUp ? row.pickUpAddress : '',
})

export const appointmentEndpoints = [
  endpoint({
    method: 'get', path: '/appointments', id: 'listAppointments', summary: 'Bookings', scope: 'appointments:read',
    query: z.object({ ...paging, day: z.iso.date().optional() }), answer: pageOf(Appointment),
    run: async (context, { query }) => page((await appointmentPages(context, query)).map(shown), query.limit),
  }), // prettier-ignore
  endpoint({
    method: 'post', path: '/appointments', id: 'bookAppointment', summary: 'Books a visit into a free slot', scope: 'appointments:write',
    body: NewAppointment, status: 201, answer: Booked, run: (context, { body }) => bookAppointment(context, bookingOf(body)),
  }), // prettier-ignore
  endpoint({
    method: 'get', path: '/appointments/{id}', id: 'getAppointment', summary: 'One booking', scope: 'appointments:read',
    params: byId, answer: Appointment, run: async (context, { params }) => shown(await appointment(context, params)),
  }), // prettier-ignore
  endpoint({
    method: 'patch', path: '/appointments/{id}', id: 'moveAppointment', summary: 'Moves a booking: the old one is kept as rescheduled, the answer is the new one', scope: 'appointments:write',
    params: byId, body: Move, answer: z.object({ id: z.uuid() }),
    run: (context, { params, body }) => rescheduleAppointment(context, { appointmentId: params.id, ...body }),
  }), // prettier-ignore
  endpoint({
    method: 'post', path: '/appointments/{id}/cancellations', id: 'cancelAppointment', summary: 'Cancels a booking and frees its slot', scope: 'appointments:write',
    params: byId, body: Cancel, status: 201, answer: z.object({ id: z.uuid() }),
    run: (context, { params, body }) => cancelAppointment(context, { appointmentId: params.id, ...body }),
  }), // prettier-ignore
]
