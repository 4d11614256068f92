'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Status } from '@/components/ui/badge'
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table'
import { Submit } from '@/components/ui/submit'
import { TimeRange } from '@/components/ui/time'
import { Plate } from '@/components/visit/plate'
import type { TripState } from '@/lib/appointments/trips'
import { phone } from '@/lib/i18n/format'
import { trips as tripWords } from '@/lib/i18n/trips'

type Trip = {
  id: string
  leg: 'pickUp' | 'return'
  driver: number
  startsAt: Date
  endsAt: Date
  state: TripState
  carReady: boolean
  appointment: {
    id: string
    pickUpAddress: string
    pickUpMetres: number | null
    customer: { name: string; formOfAddress: string; phone: string }
    vehicle: { plate: string; brand: string; model: string }
  }
}

const SHAPES = { planned: 'open', now: 'now', late: 'late', done: 'done' } as const

/** The trips of a day: when, which car, whom to call, where to go, and whether it was driven. */
export function TripTable({ rows, settle }: { rows: Trip[]; settle?: FormAction }) {
  const t = useMessages(tripWords)
  const format = useFormat()
  return (
    <Table stacked caption={t.trips}>
      <thead>
        <tr>
          <Th>{t.columns.time}</Th>
          <Th>{t.columns.trip}</Th>
          <Th>{t.columns.car}</Th>
          <Th>{t.columns.customer}</Th>
          <Th>{t.columns.address}</Th>
          <Th>{t.columns.state}</Th>
          {settle && (
            <Th>
              <span className="sr-only">{t.columns.actions}</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, leg, driver, startsAt, endsAt, state, carReady, appointment }) => (
          <Tr key={id}>
            <Td className="tabular whitespace-nowrap">
              <RowLink href={`/appointments/${appointment.id}`}>
                <TimeRange from={startsAt} to={endsAt} />
              </RowLink>
            </Td>
            <Td className="whitespace-nowrap">
              <span className="font-medium">{t.legs[leg]}</span>
              <span className="text-muted block text-sm">{t.driver({ no: driver })}</span>
            </Td>
            <Td>
              <Plate plate={appointment.vehicle.plate} size="small" />
              <span className="text-muted block text-sm">
                {[appointment.vehicle.brand, appointment.vehicle.model].filter(Boolean).join(' ')}
              </span>
            </Td>
            <Td className="whitespace-nowrap">
              {appointment.customer.name}
              {appointment.customer.formOfAddress}
              <a
                href={`tel:${appointment.customer.phone}`}
                className="text-celadon-ink tabular relative z-10 flex min-h-11 items-center underline underline-offset-4"
              >
                {phone(appointment.customer.phone)}
              </a>
            </Td>
            <Td>
              <span className="block min-w-40 wrap-anywhere">{appointment.pickUpAddress || t.noAddress}</span>
              {appointment.pickUpMetres !== null && (
                <span className="text-muted tabular text-sm">
                  {format.km(Math.round(appointment.pickUpMetres / 100) / 10)}
                </span>
              )}
            </Td>
            <Td>
              <Status shape={SHAPES[state]}>{t.states[state]}</Status>
              {leg === 'return' && state !== 'done' && (
                <span className="text-muted block text-sm">{carReady ? t.carReady : t.carNotReady}</span>
              )}
            </Td>
            {settle && (
              <Td>
                <ActionForm action={settle} okMessage={t.noted} className="relative z-10 gap-0">
                  <input type="hidden" name="tripId" value={id} />
                  {state === 'done' && <input type="hidden" name="undo" value="on" />}
                  <Submit variant={state === 'done' ? 'quiet' : 'secondary'} size="small">
                    {state === 'done' ? t.undo : t.done}
                  </Submit>
                </ActionForm>
              </Td>
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}
