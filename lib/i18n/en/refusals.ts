import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'

const POINTS: Record<string, string> = {
  problems: 'the list of problems',
  prices: 'a price for each line',
  oldParts: 'where the replaced parts go',
  wash: 'whether to wash the car',
  completionTime: 'the completion time',
}
const obligatoryPoints = (points: unknown) =>
  String(points ?? '')
    .split(',')
    .map((point) => POINTS[point] ?? point)

export default {
  'auth.forbidden': 'Your role does not include this. Ask your service manager if you need it.',
  'auth.signed-out': 'You have been signed out. Sign in again; nothing you saved is lost.',
  'auth.wrong-login': 'Login name and password do not match. Please try again.',
  'auth.locked-out': (f) => `Too many wrong tries. Please wait ${f.seconds ?? 60} seconds, then try again.`,
  'auth.link-invalid': 'This link is no longer valid. Ask us for a new one.',
  'auth.wrong-digits': 'These are not the last four digits we have noted. Please try again or call us.',
  'auth.too-many-requests': 'That was too often in a short time. Please wait a minute and try again.',
  'common.not-found': 'This is not here (any more). Go back and open it anew.',
  'common.changed-meanwhile':
    'Someone else changed this in the meantime. Reload to see the new state, then try again.',
  'common.busy': 'Many people are working on this right now. Nothing was saved; please try again.',
  'common.key-reused': 'This was already sent with other contents. Reload the page and try again.',
  'common.already-exists': 'This is already there.',
  'status.not-from-here': 'This step is not possible in the present state. Reload to see what is next.',
  'file.too-large': (f) =>
    `This file is too large${f.limitMb ? ` (limit ${f.limitMb} MB)` : ''}. Choose a smaller one.`,
  'file.wrong-kind': 'This kind of file cannot be used here. Photos as JPEG, PNG or WebP are fine.',
  'signature.empty': 'The signature is still empty. Please sign in the frame.',
  'customer.plate-or-vin': 'We need the plate or the VIN of the car.',
  'customer.other-car-has-vin': (f) =>
    `This VIN belongs to ${f.plate ?? 'another car'} already. Please check it.`,
  'catalogue.not-offered': 'This service is not offered here (any more). Please choose another.',
  'catalogue.no-price': (f) =>
    `${f.name ?? 'This service'} has no valid price today. Ask your service manager.`,
  'appointment.in-the-past': 'This time has passed. Please choose a later one.',
  'appointment.too-soon': (f) => `Please book at least ${f.minutes ?? 60} minutes ahead, or call us.`,
  'appointment.too-far': (f) => `You can book up to ${f.days ?? 30} days ahead.`,
  'appointment.closed-day': (f) => `We are closed on ${f.day ?? 'that day'}. Please choose another day.`,
  'appointment.outside-hours': (f) => `On that day we are open from ${f.opensAt} to ${f.closesAt}.`,
  'appointment.not-a-slot': (f) =>
    `Reception times are every ${f.minutes ?? 30} minutes. Please choose one of them.`,
  'appointment.slot-taken':
    'This time has just been taken. Nothing you typed is lost; please choose another time.',
  'appointment.day-full': 'The workshop is fully booked on that day. Please choose another day.',
  'appointment.nobody-skilled': 'No technician for this work is on duty that day. Please choose another day.',
  'appointment.no-bay': 'No bay for this work is available that day. Please choose another day.',
  'appointment.nothing-wanted': 'Please choose a service or tell us in your own words what the car needs.',
  'appointment.not-read-back': 'Read the booking back to the customer first and tick it.',
  'appointment.phone-not-proven': 'Please confirm your phone number with the code first.',
  'appointment.wrong-code': (f) =>
    Number(f.left) > 0
      ? `This code is not right. ${f.left} more tries.`
      : 'This code is not right. Please ask for a new one.',
  'appointment.code-expired': 'This code is no longer valid. Please ask for a new one.',
  'appointment.vehicle-already-booked':
    'This car is already booked on that day. Open that booking to change it.',
  'appointment.too-many-open': (f) =>
    `There are already ${f.count ?? 2} open bookings for this phone number. Call us if you need one more.`,
  'appointment.too-late-to-change': (f) =>
    `Online changes end ${f.minutes ?? 120} minutes before the visit. Please call us; we will find a way.`,
  'appointment.still-expected': (f) =>
    `The customer may still come: a no-show can be noted ${f.minutes ?? 30} minutes after the agreed time.`,
  'appointment.override-needs-manager': 'Only the service manager may book past the capacity of a day.',
  'appointment.pick-up-address': 'Please tell us where to pick up the car.',
  'appointment.same-time': 'This is the time it has already.',
  'appointment.comeback-order': 'No earlier order with this number belongs to this car.',
  'order.visit-not-at-desk':
    'The customer is not at the desk yet. Finish and sign the reception record first.',
  'order.already-open': (f) =>
    `Repair order ${f.no ?? ''} is already open for this visit. Go on with that one.`,
  'order.not-editable':
    'The customer has this version in hand. Take it back for changes first; that makes a new version.',
  'order.no-lines': 'There is no line on this order yet. Add at least one job.',
  'order.line-without-price': (f) =>
    `“${f.title ?? ''}” has no price. Enter labour or parts, or mark it “price after inspection”.`,
  'order.point-missing': (f) =>
    `Before the customer signs, please complete: ${obligatoryPoints(f.points).join(', ')}.`,
  'order.promise-in-the-past': 'The promised time has already passed. Please choose a later one.',
  'order.discount-above-limit': (f) =>
    `A discount of ${Number(f.percent)}% is above your limit of ${Number(f.limitPercent)}%. The service manager may grant it.`,
  'order.discount-above-price': 'The discount is larger than the price of this line.',
  'order.no-price-today': (f) =>
    `There is no price valid today for “${f.title ?? ''}”. Ask the service manager to enter one.`,
  'additionalWork.order-too-far':
    'The car is already in final inspection or later, so no work can be added now. Please agree on a new visit or ask the inspector to send it back.',
  'additionalWork.no-lines': 'Add at least one line with its price before it goes to the customer.',
  'additionalWork.already-answered':
    'This request has already been answered. Nothing was changed a second time.',
  'additionalWork.line-unanswered': 'Please say yes or no to each line.',
  'additionalWork.decline-reason-missing':
    'Please give a reason for each line that is declined; we keep it for your next visit.',
  'additionalWork.call-note-missing':
    'For consent by telephone, note who was called, when, and what was said.',
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
