import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'
import reception from './reception'
import { money } from '../format'
import customers from './customers'
import approvals from './approvals'
import delivery from './delivery'

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

const GRADES: Record<string, string> = { junior: 'a junior', middle: 'a middle-grade', senior: 'a senior' }

const deliveryGate = (missing: unknown) =>
  String(missing ?? '')
    .split(',')
    .map((key) => (delivery.gate as Record<string, string>)[key] ?? key)
    .join(', ')

const named = (words: Record<string, string>, keys: RefusalFacts[string] | undefined) =>
  String(keys ?? '')
    .split(',')
    .map((key) => words[key] ?? key)
    .join(', ')

export default {
  'auth.forbidden': 'Your role does not include this. Ask your service manager if you need it.',
  'auth.signed-out': 'You have been signed out. Sign in again; nothing you saved is lost.',
  'auth.wrong-login': 'Login name and password do not match. Please try again.',
  'auth.locked-out': (f) => `Too many wrong tries. Please wait ${f.seconds ?? 60} seconds, then try again.`,
  'auth.link-invalid': 'This link is no longer valid. Ask us for a new one.',
  'auth.link-shows-only':
    'This visit is over, so this link only shows it. Call us if something is to be changed.',
  'auth.wrong-digits': 'These are not the last four digits we have noted. Please try again or call us.',
  'auth.too-many-requests': 'That was too often in a short time. Please wait a minute and try again.',
  'common.not-found': 'This is not here (any more). Go back and open it anew.',
  'common.changed-meanwhile':
    'Someone else changed this in the meantime. Reload to see the new state, then try again.',
  'common.text-changed': (f) =>
    `${f.by || 'Someone else'} has changed this text in the meantime. It now says: “${f.text ?? ''}”. What you wrote is still here; save again to put it in its place.`,
  'common.busy': 'Many people are working on this right now. Nothing was saved; please try again.',
  'common.key-reused': 'This was already sent with other contents. Reload the page and try again.',
  'common.already-exists': 'This is already there.',
  'status.not-from-here': 'This step is not possible in the present state. Reload to see what is next.',
  'file.too-large': (f) =>
    `This file is too large${f.limitMb ? ` (limit ${f.limitMb} MB)` : ''}. Choose a smaller one.`,
  'document.kept': 'The PDF of this paper is kept already.',
  'file.wrong-kind': 'This kind of file cannot be used here. Photos as JPEG, PNG or WebP are fine.',
  'file.too-many': (f) =>
    `This visit already has ${f.most} photos. Remove nothing, but choose the most telling ones.`,
  'file.wrong-video': 'This video cannot be used here. MP4, MOV or WebM from a phone or tablet is fine.',
  'file.too-long': (f) => `This video is too long (limit ${f.seconds} s). Film only the moment of the fault.`,
  'file.too-many-videos': (f) => `This visit already has ${f.most} videos. Remove one that tells less.`,
  'visit.already-open': (f) =>
    `${f.plate} is already in the house (visit ${f.no}). Open that visit instead of a second one.`,
  'visit.booking-too-far': (f) =>
    `This booking is more than ${f.months} month away from today. Receive the car without a booking, or move the booking first.`,
  'visit.register-first': (f) =>
    `${f.plate} is not in our files yet. Please enter name, telephone and model of the car.`,
  'visit.has-order': (f) =>
    `Repair order ${f.no} belongs to this visit. Cancel the order first, then let the customer leave.`,
  'reception.kit-first': (f) =>
    `Fit the protective kit first. Still missing: ${named(reception.kitPieces, f.missing)}.`,
  'reception.not-started':
    'The walk-around has not begun. Greet the customer and fit the protective kit first.',
  'reception.changed-elsewhere':
    'Somebody else changed the same in the meantime. Both are shown; please choose.',
  'reception.shown-otherwise':
    'Somebody changed the record after it was shown. Close this window, look at what is new, and let the customer sign again.',
  'reception.frozen': 'The customer has signed this record; it can be read but no longer changed.',
  'reception.incomplete': (f) => `Not ready to sign. Still missing: ${named(reception.required, f.missing)}.`,
  'reception.odometer-lower': (f) =>
    `${f.km} km is less than the last reading of ${f.lastKm} km. Check the number, or say why it is lower.`,
  'reception.too-many-marks': (f) =>
    `The drawing already holds ${f.most} marks. Put what is left into the note of a mark nearby.`,
  'signature.empty': 'The signature is still empty. Please sign in the frame.',
  'customer.plate-or-vin': 'We need the plate or the VIN of the car.',
  'customer.other-car-has-vin': (f) =>
    `This VIN belongs to ${f.plate ?? 'another car'} already. Please check it.`,
  'customer.same-file': 'This is one and the same file. Choose two different ones.',
  'customer.merged-already': 'One of the two files has been merged meanwhile. Open the customer again.',
  'customer.merge-too-old': (f) => `A merge can be undone for ${f.days ?? 30} days; this one is older.`,
  'customer.merged-onward':
    'The file that stayed has itself been merged into another one since. Undo that merge first.',
  'customer.changed-since-merge': (f) =>
    `What the merge wrote has been changed since (${named(customers.merge.columns, f.fields)}), so it is not taken back by itself.`,
  'customer.moved-since-merge': (f) =>
    `${f.count ?? 'Some'} of the moved records belong to somebody else by now, so the two files cannot be parted by themselves.`,
  'customer.label-in-use': (f) =>
    `${f.count === 1 ? 'One customer carries' : `${f.count ?? 'Some'} customers carry`} this label. Take it off them first.`,
  'vehicle.same-owner': 'The car belongs to this person already.',
  'vehicle.transfer-ahead': 'The car can be handed over today or earlier, not on a day to come.',
  'vehicle.transfer-too-early': (f) =>
    `The owner in the file has had the car since ${f.day}. Choose that day or a later one.`,
  'customer.empty-note': 'The note is still empty. Write something, or close it.',
  'catalogue.not-offered': 'This service is not offered here (any more). Please choose another.',
  'catalogue.no-price': (f) =>
    `${f.nameEn || f.name || 'This service'} has no valid price today. Ask your service manager.`,
  'catalogue.code-taken': (f) => `${f.code ?? 'This code'} is in use already. Choose another code.`,
  'catalogue.used-in-package': (f) =>
    `Package ${f.code ?? ''} needs this. Take it out of the package, or retire the package first.`,
  'catalogue.package-empty': 'A package needs at least one labour operation.',
  'catalogue.unknown-operation': (f) =>
    `There is no labour operation ${f.code ?? ''} in use. Add it first, or correct the code.`,
  'catalogue.unknown-part': (f) =>
    `There is no part ${f.no ?? ''} in use. Add or import it first, or correct the number.`,
  'catalogue.price-zero': 'A price of 0 is no price. Enter what the customer pays.',
  'catalogue.price-in-the-past': 'A price cannot start before today: what was sold keeps its price.',
  'catalogue.price-overlaps': (f) =>
    `A price that starts on ${f.day ?? 'a later day'} stands already. Choose a later day, or withdraw that price first.`,
  'catalogue.price-begun':
    'This price is in force since before today and stays on record. Set a new price that starts on another day.',
  'catalogue.parts-price-without-parts':
    'This package holds no parts, so it can have no parts price. Add the parts, or enter 0.',
  'appointment.in-the-past': 'This time has passed. Please choose a later one.',
  'appointment.parts-not-there': (f) =>
    `The parts for this work will be there on ${f.day ?? 'a later day'}. Please choose a time from then on, or call us.`,
  'request.answered-already': 'Somebody has answered this request already.',
  'request.booking-unknown': 'Please give the number of the booking that came of it.',
  'request.reason-wanted': 'Please say why it was refused.',
  'appointment.too-soon': (f) => `Please book at least ${f.minutes ?? 60} minutes ahead, or call us.`,
  'appointment.too-far': (f) => `You can book up to ${f.days ?? 30} days ahead.`,
  'appointment.closed-day': (f) => `We are closed on ${f.day ?? 'that day'}. Please choose another day.`,
  'appointment.outside-hours': (f) => `On that day we are open from ${f.opensAt} to ${f.closesAt}.`,
  'appointment.not-a-slot': (f) =>
    `Reception times are every ${f.minutes ?? 30} minutes. Please choose one of them.`,
  'appointment.slot-taken':
    'This time has just been taken. Nothing you typed is lost; please choose another time.',
  'appointment.not-while-waiting':
    'At this time the work cannot be done while you wait. Leave the car with us, or choose another time.',
  'appointment.day-full': 'The workshop is fully booked on that day. Please choose another day.',
  'appointment.nobody-skilled': 'No technician for this work is on duty that day. Please choose another day.',
  'appointment.no-bay': 'No bay for this work is available that day. Please choose another day.',
  'appointment.nothing-wanted': 'Please choose a service or tell us in your own words what the car needs.',
  'appointment.who-comes': 'We need the name and the phone number of who brings the car.',
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
  'pickUp.too-far': (f) =>
    `We fetch cars within ${f.km ?? 3} km. Please bring it to us; we keep the time for you.`,
  'pickUp.no-driver': (f) =>
    `No driver is free to fetch the car and bring it back at this time. Choose another time, or another way of coming: the car is brought to us${Number(f.loaner) ? ', or exchanged for a loaner car, which is free' : ''}.`,
  'loaner.none-free': (f) =>
    `No loaner car is free for this time. Choose another time, or another way of coming: without a loaner car${Number(f.pickUp) ? ', or fetched and brought back by our driver, who is free' : ''}.`,
  'loaner.too-short': (f) =>
    `At this time the work is done in less than ${f.hours ?? 24} hours; a loaner car is lent for longer work. Choose another time, or another way of coming: without a loaner car${Number(f.pickUp) ? ', or fetched and brought back by our driver, who is free' : ''}.`,
  'appointment.plan-wanted': 'Write down the repair plan first: the car comes with a difficult problem.',
  'appointment.same-time': 'This is the time it has already.',
  'waiting.days-out-of-order': 'The last day has to be today or later, and not before the first day.',
  'waiting.already-waits': 'This car is on the waiting list already.',
  'waiting.hold-over':
    'The time was held only for a while, and that is over. We have offered it to the next person.',
  'waiting.nothing-free': 'Nothing is free that fits this wish.',
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
  'order.on-the-road': 'Somebody is on a road test with this car. Wait until it is back.',
  'order.last-line': 'This is the last line of the order. The service manager stops the whole order instead.',
  'order.discount-above-limit': (f) =>
    `A discount of ${Number(f.percent)}% is above your limit of ${Number(f.limitPercent)}%. Ask for it with a reason.`,
  'order.discount-above-price': 'The discount is larger than the price of this line.',
  'order.suggestion-without-reason': 'Say why you recommend this line; the customer reads it.',
  'order.discount-not-asked': 'This question has been answered or replaced meanwhile.',
  'order.deferred-in-the-past': 'The day to come back to it must lie ahead.',
  'order.goodwill-above-limit': (f) =>
    `You may let the house bear at most ${f.limitPercent} % of a line. The service manager can let it bear more.`,
  'order.payer-reason-missing': 'Say why the house pays for it itself.',
  'order.shares-above-line': 'The shares together take more than this line costs.',
  'order.share-of-own-payer': 'This payer bears the rest of the line already. Choose another one.',
  'order.choice-full': (f) => `A job can have ${f.most ?? 3} alternatives at most.`,
  'order.not-a-choice': 'This line is not one of several alternatives any more.',
  'order.line-has-price': 'This line has a price, or its price has been asked for already.',
  'order.promise-reason-missing':
    'The workshop cannot be ready by then. Say why you promise it all the same.',
  'settlement.line-unpriced': (f) =>
    `“${f.title ?? ''}” was to be priced after the inspection. Price it and let the customer agree, or make it free of charge.`,
  'additionalWork.order-too-far':
    'The car is already in final inspection or later, so no work can be added now. Please agree on a new visit or ask the inspector to send it back.',
  'additionalWork.no-lines': 'Add at least one line with its price before it goes to the customer.',
  'additionalWork.already-answered': (f) =>
    f.by
      ? `${f.by} has already answered this request: ${f.approved} approved, ${f.declined} declined. Nothing was changed a second time.`
      : 'This request has already been answered. Nothing was changed a second time.',
  'additionalWork.line-unanswered': 'Please say yes or no to each line.',
  'additionalWork.decline-reason-missing':
    'Please give a reason for each line that is declined; we keep it for your next visit.',
  'additionalWork.call-note-missing':
    'For consent by telephone, note who was called, when, and what was said.',
  'additionalWork.number-missing': 'For consent by telephone, note the number that was called.',
  'additionalWork.read-out-missing': (f) =>
    `A yes on the telephone counts only for what was read out. Please read out and tick: ${named(approvals.readOut, f.points)}.`,
  'additionalWork.notice-unsigned':
    'This is about safety. Please sign that you have read what happens if it is not done.',
  'additionalWork.code-missing':
    'For this amount we send a one-time code to your telephone. Please ask for it and enter it.',
  'warranty.day-out-of-order': 'The day of the answer lies between the report and today.',
  'additionalWork.no-number': 'We have no telephone number of you. Please call your adviser.',
  'part.out-of-stock': (f) =>
    `Too little in stock: ${f.part}. Wanted ${f.wanted}, free ${f.free}. Order it, or release it from another car.`,
  'part.nothing-left-to-issue': (f) =>
    Number(f.open) > 0
      ? `Only ${f.open} of ${f.part} is still open on this line.`
      : `${f.part}: everything has been handed out already. Nothing was taken from stock twice.`,
  'part.line-not-approved': (f) => `${f.part}: the customer has not approved this line, or it is closed.`,
  'part.line-billed': (f) => `${f.part} is on the bill already and cannot come back into stock here.`,
  'part.more-than-issued': (f) => `Only ${f.issued} of ${f.part} was handed out for this line.`,
  'part.expected-in-the-past': 'The expected day is in the past. Choose today or later.',
  'plan.not-approved': (f) =>
    `The customer has not approved “${f.job}” yet. Only approved work is given out.`,
  'plan.order-not-open': (f) => `Order ${f.order} is not open for work at the moment.`,
  'plan.already-planned': (f) =>
    `Someone was faster: ${f.technician} has this job already. Move the block on the board if that should change.`,
  'plan.in-work': (f) => `${f.technician} is working on this job. Let it be paused first.`,
  'plan.in-the-past': 'This time has passed. Choose a time from now on.',
  'plan.not-a-technician': (f) => `${f.technician} does no workshop jobs.`,
  'plan.not-certified': (f) => `${f.technician} has no valid brand certificate, so no job may be given.`,
  'plan.grade-too-low': (f) =>
    `${f.technician} may not do this job: it takes ${GRADES[String(f.needed)] ?? 'a'} technician${f.needed === 'middle' ? ' or higher' : ''}.`,
  'plan.high-voltage': (f) =>
    `${f.technician} is not trained for high voltage. Choose someone with the new-energy skill.`,
  'plan.off-shift': (f) => `${f.technician} is not on duty at that time.`,
  'plan.bay-unfit': (f) => `${f.bay} is not made for this kind of work.`,
  'plan.bay-closed': (f) => `${f.bay} is out of use at that time.`,
  'plan.no-free-bay': 'No fitting bay is free at that time. Choose another time.',
  'plan.technician-busy': (f) =>
    `${f.technician} has another car at that time (${f.plate}, ${f.from} to ${f.to}). Choose another time or person.`,
  'plan.bay-busy': (f) =>
    `${f.bay} holds another car at that time (${f.plate}, ${f.from} to ${f.to}). Choose another bay or time.`,
  'plan.vehicle-busy': (f) =>
    `Another job on this car is planned then (${f.from} to ${f.to}). A car is in one place at a time.`,
  'plan.requested-technician': (f) =>
    `The customer asked for ${f.technician}. Write down why someone else does it.`,
  'plan.reason-wanted': 'Please write down the reason.',
  'job.not-yours': 'This job is not on your list (any more).',
  'job.parts-not-issued': (f) =>
    `Not handed out yet: ${f.part}. The parts department must issue it before the job is finished.`,
  'clocking.already-running': 'The clock is already running for this job.',
  'clocking.other-job-running': (f) => `Your clock is running for ${f.plate}. Pause or finish that first.`,
  'finding.photo-wanted': 'Please add at least one photo, so that the customer can see it.',
  'handOver.not-open': 'The hand-over of this order has not been started. Start it first.',
  'handOver.closed': 'This car has been handed over. Its checklist can no longer be changed.',
  'handOver.wrong-person': (f) =>
    f.check === 'qualityTechnician'
      ? 'A technician sets this tick in person: quality is accepted by two people.'
      : 'This tick belongs to the service adviser.',
  'handOver.not-taken': 'This was not taken in at reception, so it cannot be returned.',
  'handOver.voucher-wrong':
    'This code does not belong to this order. Look at the customer’s copy again; do not release the car.',
  'handOver.promises-open': (f) =>
    `${f.count ?? 'Some'} promise(s) to the customer are still open. Keep them or talk with the customer before the bill.`,
  'settlement.none': 'There is no bill yet. The service adviser draws it first.',
  'settlement.has-payments':
    'Something was already paid on this bill. The cashier refunds it first; then the bill can be drawn anew.',
  'settlement.above-signed': (f) =>
    `The bill is ${money(Number(f.overFen ?? 0), 'en')} above what the customer signed. The service manager must authorise it first.`,
  'settlement.consent-unsigned':
    'Additional work was agreed by telephone and is not signed yet. Let the customer sign it, then go on.',
  'settlement.nothing-to-authorise': 'This bill needs no authorisation.',
  'settlement.not-claimable': 'The customer’s own share cannot be booked as a claim; it is paid at the till.',
  'payment.nothing-due': 'Nothing is due on this share any more. Nothing was taken a second time.',
  'payment.above-open': (f) =>
    `Only ${money(Number(f.openFen ?? 0), 'en')} is still open on this share. Nothing was taken.`,
  'payment.above-paid': (f) =>
    `Only ${money(Number(f.leftFen ?? 0), 'en')} of this payment is left to give back. Nothing was refunded.`,
  'visit.not-deliverable': (f) => `The car cannot leave yet. Still missing: ${deliveryGate(f.missing)}.`,
  'followUp.not-yet-due': 'The time for this call has not come yet. Too early a call is felt as pressure.',
  'followUp.answer-missing': 'Please note how satisfied the customer is and whether the problem is solved.',
  'reminder.later-when': 'Say when to call again: a time that is still to come.',
  'reminder.book-first': 'There is no booking of this car yet: book the visit first.',
  'reminder.script-wanted': 'A recall is read out word for word: issue its script first.',
  'reminder.ended': 'This contact has ended meanwhile. Open the list again.',
  'reminder.said-no': 'This customer wants no reminders and offers.',
  'reminder.too-many': 'This customer has had as many contacts in 30 days as the tier allows.',
  'reminder.already-written':
    'This customer was written to in this cycle. Write in your own words if you agreed on something.',
  'reminder.link-over': 'This invitation is over. You can book at any time without it.',
  'reminder.no-number': 'We have no number that works for this car: please type yours.',
  'gift.already-given': 'This gift was handed over already at this visit.',
  'contactPlan.no-cars': 'None of these cars is in the file with a customer who may be called.',
  'contactPlan.ends-before-start': 'The last day lies before the first.',
  'maintenanceRule.interval-wanted': 'Say after how many kilometres or months the item is due.',
  'maintenanceRule.already-there': 'The plan has this item for this model already.',
  'rating.not-delivered': 'You can rate the visit after your car has been handed over.',
  'rating.given-already': 'You have already rated this visit. Thank you!',
  'complaint.compensation-above-limit': (f) =>
    `A compensation above ${money(Number(f.limitFen ?? 0), 'en')} needs the service director.`,
  'staff.own-roles': 'Nobody changes their own roles. Ask another person who manages the staff.',
  'staff.own-account': 'You cannot disable your own account. Ask another person who manages the staff.',
  'staff.administrator-only': 'Only an administrator may give, change or disable an administrator.',
  'staff.last-administrator': 'This is the last administrator. Make another person administrator first.',
  'staff.number-taken': (f) =>
    `The employee number ${f.no ?? ''} belongs to ${f.who || 'somebody else'} already.`,
  'staff.login-taken': (f) => `The login name ${f.loginName ?? ''} is taken. Choose another one.`,
  'staff.password-common':
    'This password is among the first that others try. Choose one that is harder to guess.',
  'account.wrong-password': 'This is not your present password. Nothing was changed.',
  'account.same-password': 'The new password is the old one. Choose another.',
  'account.passwords-differ': 'The two new passwords are not the same. Type the new one twice.',
  'staff.no-login': 'This person has no login name yet. Fill it in together with the password.',
  'staff.grade-wanted': 'A technician needs a grade; work is given out by it.',
  'setting.out-of-order': 'These two values belong together: the lower one may not be above the upper one.',
  'openingHours.closes-before-opening': 'Closing time has to be after opening time.',
  'openingHours.hours-wanted': 'The house is usually closed on this weekday: enter when it opens and closes.',
  'quietOffer.ends-before-start': 'An offer has to end after it begins, by day and by time.',
  'quietOffer.over': 'The last day of this offer has passed already.',
  'bay.name-taken': (f) => `There is a bay named ${f.name ?? ''} already.`,
  'bay.planned': (f) => `${f.count ?? 'Some'} jobs are planned in this bay. Move them first.`,
  'closure.ends-before-start': 'A closure ends after it begins.',
  'closure.over': 'This closure is over already.',
  'closure.too-long': 'A closure lasts up to 92 days. Make a second one, or take the bay out of use.',
  'shift.overlaps': (f) =>
    `${f.who || 'This person'} has attendance at that time on ${f.day ?? 'that day'} already. Nothing was changed.`,
  'shift.ends-before-start': 'Attendance has to end after it begins.',
  'shift.too-long': 'At most 92 days can be planned at once.',
  'messageChannel.secret-wanted':
    'Enter the secret once more: it is needed for a new provider and whenever the address it goes to changes.',
  'messageChannel.test-template':
    'Choose a message for which this provider has a template; the provider sends nothing else.',
  'message.not-failed': 'Only a message that failed is sent again. This one has left or is on its way.',
  'message.secrets-gone':
    'The code or link in this message has been removed for safety. Let the customer get a new one.',
  'import.unreadable':
    'This file cannot be read. Send the first sheet as .xlsx, or a .csv in UTF-8 or GB18030.',
  'import.too-large': (f) =>
    `The file is larger than ${f.megabytes ?? 10} MB. Split it and import the parts one after the other.`,
  'import.too-many-rows': (f) =>
    `The file has ${f.rows ?? 'too many'} rows; at most ${f.limit ?? 50000} fit into one import. Split it, nothing was imported.`,
  'import.columns-missing': 'A required column is not matched yet. Choose its column and check again.',
  'import.has-bad-rows': (f) =>
    `${f.rows ?? 'Some'} rows have errors. Correct the file, or import the good rows only. Nothing was imported.`,
  'import.already-started': 'This import was started already. Nothing is imported twice.',
  'inspection.own-work': 'You worked on this car yourself. Another inspector has to check it.',
  'inspection.taken': (f) => `${f.who || 'Someone else'} is already checking this car.`,
  'inspection.not-yours': (f) =>
    `${f.who || 'Another inspector'} is checking this car, so only that person can decide.`,
  'inspection.reason-wanted': 'Say what is wrong, so that the technician can put it right.',
  'inspection.job-wanted': 'Choose the line of work that has to be put right.',
  'inspection.lines-open': (f) =>
    `Not everything has been decided yet: ${f.count} open. A car is released only when every line has passed.`,
  'inspection.road-test-open': 'A road test is still open. Finish it before the car can pass.',
  'inspection.requests-open': (f) =>
    `${Number(f.count) === 1 ? 'A request for additional work is' : `${f.count} requests for additional work are`} still open. The adviser gets the customer’s answer or takes the request back; then the car can be inspected.`,
  'acceptance.not-inspected': 'This car has not passed its inspection yet.',
  'acceptance.road-test-open': 'A road test is still open. Finish it before accepting the car.',
  'acceptance.wash-first': 'The customer wants the car washed. Wash it before accepting it.',
  'acceptance.already-given': 'This side has already accepted the car.',
  'acceptance.same-person':
    'Adviser and technician must be two different people. Someone else has to give the second acceptance.',
  'acceptance.not-your-work': 'Only a technician who worked on this car can accept it with the adviser.',
  'wash.declined': 'The customer does not want a wash.',
  'roadTest.already-queued': 'A road test is already open for this car.',
  'roadTest.not-permitted': 'You have no permission to drive this car. The workshop foreman can give it.',
  'roadTest.cannot-drive': (f) =>
    `${f.who || 'This person'} may not drive customers’ cars. Choose someone else.`,
  'roadTest.driver-busy': 'You are already on the road with another car. End that trip first.',
  'order.found-taken': 'This is on the order already.',
  'drive.over': 'The test drive is over and its result is kept.',
  'drive.not-planned': 'Plan the test drive first.',
  'drive.no-licence': 'Look at the licence of the driver before the car leaves.',
  'errand.done': 'This is done already.',
  'bay.taken': (f) => `${f.plate} stands in ${f.bay}.`,
  'unmet.answered': 'This is answered already.',
  'unmet.judged': 'This is decided already.',
  'orderRules.no-draft': 'There is no draft of the rules. Begin a new version first.',
  'orderRules.draft-there': 'A draft of the rules is there already. Work on that one.',
  'orderRules.empty': 'A version without a point cannot be published.',
  'orderRules.tied': (f) => `Point ${f.no} is tied to this check already.`,
  'shiftPoint.words': 'Say what is to be checked, and in which part.',
  'help.not-asked': 'No help was asked for here, or it is given already.',
  'dispute.no-record':
    'The customer has not signed the reception record, so there is nothing to compare with.',
  'comeback.answered': 'Somebody has answered this already; the page shows how.',
  'comeback.not-one': 'This order is not linked to an earlier repair.',
  'lounge.visit-over': 'This visit is over: the customer has left.',
  'lounge.already-here': 'The arrival in the lounge is already noted.',
  'promise.already-kept': 'This promise is already ticked as kept.',
  'delay.not-running': 'The promised time can only be moved while the car is being worked on.',
  'delay.nothing-promised': 'No time has been promised for this order yet.',
  'delay.not-later': 'The new time must be later than the one promised so far.',
  'delay.in-the-past': 'The new time has already passed. Choose a later one.',
  'delay.not-offered': 'This was not offered with the delay.',
  'delay.cost-wanted': 'Enter what the travel subsidy costs.',
  'delay.already-chosen': 'The choice for this delay is already recorded.',
  'api.not-json': 'Send a JSON body with the content type application/json.',
  'api.idempotency-key': 'An idempotency key has 8 to 255 characters.',
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
