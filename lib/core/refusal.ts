export type RefusalKind = 'forbidden' | 'missing' | 'conflict' | 'invalid'
export type RefusalFacts = Record<string, string | number>

/** Every "no" the business can say, and the kind of no it is. Wording lives in lib/i18n/<locale>/refusals.ts. */
export const REFUSALS = {
  'auth.forbidden': 'forbidden',
  'auth.signed-out': 'forbidden',
  'auth.wrong-login': 'forbidden',
  'auth.locked-out': 'forbidden',
  'auth.link-invalid': 'forbidden',
  'auth.wrong-digits': 'forbidden',
  'auth.too-many-requests': 'conflict',
  'common.not-found': 'missing',
  'common.changed-meanwhile': 'conflict',
  'common.busy': 'conflict',
  'common.key-reused': 'conflict',
  'common.already-exists': 'conflict',
  'status.not-from-here': 'conflict',
  'file.too-large': 'invalid',
  'file.wrong-kind': 'invalid',
  'signature.empty': 'invalid',
  'customer.plate-or-vin': 'invalid',
  'customer.other-car-has-vin': 'conflict',
  'catalogue.not-offered': 'invalid',
  'catalogue.no-price': 'conflict',
  'appointment.in-the-past': 'invalid',
  'appointment.too-soon': 'invalid',
  'appointment.too-far': 'invalid',
  'appointment.closed-day': 'invalid',
  'appointment.outside-hours': 'invalid',
  'appointment.not-a-slot': 'invalid',
  'appointment.slot-taken': 'conflict',
  'appointment.day-full': 'conflict',
  'appointment.nobody-skilled': 'conflict',
  'appointment.no-bay': 'conflict',
  'appointment.nothing-wanted': 'invalid',
  'appointment.not-read-back': 'invalid',
  'appointment.phone-not-proven': 'invalid',
  'appointment.wrong-code': 'invalid',
  'appointment.code-expired': 'invalid',
  'appointment.vehicle-already-booked': 'conflict',
  'appointment.too-many-open': 'conflict',
  'appointment.too-late-to-change': 'conflict',
  'appointment.still-expected': 'conflict',
  'appointment.override-needs-manager': 'forbidden',
  'appointment.pick-up-address': 'invalid',
  'appointment.same-time': 'invalid',
  'appointment.comeback-order': 'invalid',
  'order.visit-not-at-desk': 'conflict',
  'order.already-open': 'conflict',
  'order.not-editable': 'conflict',
  'order.no-lines': 'invalid',
  'order.line-without-price': 'invalid',
  'order.point-missing': 'invalid',
  'order.promise-in-the-past': 'invalid',
  'order.discount-above-limit': 'forbidden',
  'order.discount-above-price': 'invalid',
  'order.no-price-today': 'invalid',
  'additionalWork.order-too-far': 'conflict',
  'additionalWork.no-lines': 'invalid',
  'additionalWork.already-answered': 'conflict',
  'additionalWork.line-unanswered': 'invalid',
  'additionalWork.decline-reason-missing': 'invalid',
  'additionalWork.call-note-missing': 'invalid',
} as const satisfies Record<string, RefusalKind>

export type RefusalCode = keyof typeof REFUSALS

/** An expected "no": shown to the person, never reported as a fault. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(code)
  }

  get kind(): RefusalKind {
    return REFUSALS[this.code]
  }
}
