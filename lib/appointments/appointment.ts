import { workflow } from '../core/workflow'

export type AppointmentStatus =
  | 'requested' | 'confirmed' | 'waitingParts' | 'ready' | 'arrived' | 'converted' | 'noShow' | 'cancelled' | 'rescheduled' // prettier-ignore

export type AppointmentAction =
  | 'confirm' | 'awaitParts' | 'prepare' | 'reopen' | 'checkIn' | 'convert' | 'markNoShow' | 'reschedule' | 'cancel' // prettier-ignore

/** Register 6.1. The confirmations one day and one hour before are records of their own, not states. */
export const appointmentFlow = workflow<AppointmentStatus, AppointmentAction>({
  requested: { confirm: 'confirmed', reschedule: 'rescheduled', cancel: 'cancelled' },
  confirmed: {
    awaitParts: 'waitingParts',
    prepare: 'ready',
    checkIn: 'arrived',
    markNoShow: 'noShow',
    reschedule: 'rescheduled',
    cancel: 'cancelled',
  },
  waitingParts: {
    confirm: 'confirmed',
    checkIn: 'arrived',
    markNoShow: 'noShow',
    reschedule: 'rescheduled',
    cancel: 'cancelled',
  },
  ready: {
    reopen: 'confirmed',
    awaitParts: 'waitingParts',
    checkIn: 'arrived',
    markNoShow: 'noShow',
    reschedule: 'rescheduled',
    cancel: 'cancelled',
  },
  arrived: { convert: 'converted' },
  converted: {},
  noShow: { checkIn: 'arrived', reschedule: 'rescheduled', cancel: 'cancelled' },
  cancelled: {},
  rescheduled: {},
})

/** Holds capacity and the adviser's reception time. */
export const OPEN_APPOINTMENTS = [
  'requested',
  'confirmed',
  'waitingParts',
  'ready',
] as const satisfies AppointmentStatus[]
export const isOpen = (status: AppointmentStatus): boolean =>
  (OPEN_APPOINTMENTS as readonly string[]).includes(status)
