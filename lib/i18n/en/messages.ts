import { lines, partsIn, quarterOf } from '../message-parts'
import type { MessageFacts } from '../messages'

const { text, when, range, price, length, papers } = partsIn('en')

const visit = (f: MessageFacts) =>
  lines(
    `${text(f, 'plate')} on ${when(f, 'startsAt')}`,
    `Your adviser: ${text(f, 'adviser')}`,
    `Work: ${text(f, 'items')} (about ${length(f, 'minutes')})`,
    f.promisedAt && `Expected ready: ${range(f, 'promisedFrom', 'promisedAt')}`,
    `Price today: ${price(f, 'priceFen')}${f.openPrice ? '; your own wishes are priced after a look, before any work' : ', nothing hidden'}`,
  )
const signature = (f: MessageFacts) =>
  `${text(f, 'dealership')}, ${text(f, 'dealershipAddress')}, ${text(f, 'dealershipPhone')}`

/** How long ago the last service was, and of which model. */
const since = (f: MessageFacts) =>
  typeof f.months === 'number' &&
  f.months > 0 &&
  `${f.model ? `Your ${text(f, 'model')} had its` : 'Its'} last service ${f.months} ${f.months === 1 ? 'month' : 'months'} ago.`

/** The package that fits, and what booking ahead takes off. */
const offered = (f: MessageFacts) =>
  lines(
    f.package && `We suggest: ${text(f, 'package')}.`,
    typeof f.labourBp === 'number' &&
      f.labourBp < 10_000 &&
      `Book ahead and get ${(10_000 - f.labourBp) / 100} % off the labour.`,
  )

/** How to book: with the link of the car where there is one, and how to get no more of these. */
const book = (f: MessageFacts) =>
  lines(
    'Who books does not queue, gets the car on time, and routine service on the same day.',
    f.link && `Choose a time in two taps: ${text(f, 'link')}`,
    f.adviser && `Your adviser: ${text(f, 'adviser')}`,
    `${f.link ? 'Or call' : 'Book by telephone'}: ${text(f, 'dealershipPhone')}. ${text(f, 'dealership')}`,
    f.link ? `No more reminders: ${text(f, 'link')}/stop` : 'To get no more reminders, tell us there.',
  )

/** Advice for winter, spring, summer and autumn, by the quarter (X-COM-20). */
const SEASONS = [
  'Cold mornings: have the battery and the antifreeze checked, and let the engine warm up gently.',
  'Spring rain: look at wipers and tread, and have the cabin filter changed.',
  'Summer heat: check the tyre pressure once a week, and leave no lighter in the car.',
  'Before winter: have brakes, battery and antifreeze checked, and think of the heating.',
]

/** Messages to people, one function of facts per template; grouped by area. */
export default {
  // appointments
  'phone-code': (f) =>
    `${text(f, 'code')} is your code. It is valid for ${text(f, 'minutes')} minutes. Please tell it to nobody.`,
  'appointment-confirmed': (f) =>
    lines(
      `Dear ${text(f, 'name')}, your visit is booked (${text(f, 'no')}).`,
      visit(f),
      `Please bring: ${papers(f, 'documents')}.`,
      f.link && `See, move or cancel: ${text(f, 'link')}`,
      `Thank you for booking. ${signature(f)}`,
    ),
  'appointment-reminder': (f) =>
    `${text(f, 'dealership')}: a reminder of your booking ${text(f, 'no')} for ${text(f, 'plate')}, ${when(f, 'startsAt')}. ${text(f, 'adviser')} expects you. To move or cancel, use the link of your booking or call ${text(f, 'dealershipPhone')}.`,
  'waiting-joined': (f) =>
    lines(
      `Dear ${text(f, 'name')}, you are on the waiting list (${text(f, 'plate')}, ${text(f, 'firstDay')} to ${text(f, 'lastDay')}).`,
      'When a time becomes free that suits you, we hold it for you and write to you.',
      f.link && `To leave the list: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'waiting-offer': (f) =>
    lines(
      `Dear ${text(f, 'name')}, a time has become free for you.`,
      visit(f),
      `We hold it until ${when(f, 'heldUntil')}. Please take it or leave it here: ${text(f, 'link')}`,
      signature(f),
    ),
  'waiting-over': (f) =>
    lines(
      `Dear ${text(f, 'name')}, the time on ${when(f, 'startsAt')} (${text(f, 'plate')}) is no longer held for you.`,
      `Book another one whenever you like, or call ${text(f, 'dealershipPhone')}. ${text(f, 'dealership')}`,
    ),
  'request-overdue': (f) =>
    `${text(f, 'dealership')}: a customer’s request of ${when(f, 'receivedAt')}${f.plate ? ` (${text(f, 'plate')})` : ''} has not been answered in time. Please take it over under Bookings, Requests.`,
  'help-asked': (f) =>
    `${text(f, 'dealership')}: your help is asked for with ${text(f, 'plate')} (visit ${text(f, 'no')}): ${text(f, 'question')}`,
  'special-care': (f) =>
    f.why === 'comeback'
      ? `${text(f, 'dealership')}: ${text(f, 'plate')} has come back for an earlier repair${f.earlierNo ? ` (${text(f, 'earlierNo')})` : ''}; visit ${text(f, 'no')}. Please give it your attention.`
      : `${text(f, 'dealership')}: a complaint-sensitive customer has arrived with ${text(f, 'plate')}; visit ${text(f, 'no')}. Please give it your attention.`,
  'appointment-moved': (f) =>
    lines(
      `Dear ${text(f, 'name')}, your visit has a new time (${text(f, 'no')}).`,
      visit(f),
      f.link && `See, move or cancel: ${text(f, 'link')}`,
      `Thank you. ${signature(f)}`,
    ),
  'appointment-cancelled': (f) =>
    lines(
      `Dear ${text(f, 'name')}, your visit on ${when(f, 'startsAt')} (${text(f, 'plate')}) is cancelled.`,
      `Thank you for telling us; we are glad to see you another day. ${signature(f)}`,
    ),
  'appointment-missed': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we missed you on ${when(f, 'startsAt')} (${text(f, 'plate')}).`,
      `Thank you for choosing us; call ${text(f, 'dealershipPhone')} for a new time that suits you. ${text(f, 'dealership')}`,
    ),
  'appointment-provisional': (f) =>
    lines(
      `Dear ${text(f, 'name')}, for your visit on ${when(f, 'startsAt')} a part has to be ordered first.`,
      `The date is provisional; we confirm it as soon as the part is here. ${signature(f)}`,
    ),
  // reception
  'visit-welcome': (f) =>
    lines(
      `Dear ${text(f, 'name')}, welcome to ${text(f, 'dealership')}. ${text(f, 'plate')} is in our care (visit ${text(f, 'no')}).`,
      `Follow every step of your visit here: ${text(f, 'link')}`,
      `Questions? ${text(f, 'dealershipPhone')}`,
    ),
  // orders
  'order-to-sign': (f) =>
    lines(
      `Dear ${text(f, 'name')}, repair order ${text(f, 'no')} for ${text(f, 'plate')} is ready for you to read: ${price(f, 'totalFen')}.`,
      `Please check and sign: ${text(f, 'link')}`,
      `Work begins only after your signature. ${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'order-signed': (f) =>
    lines(
      `Dear ${text(f, 'name')}, thank you for your order ${text(f, 'no')} (${text(f, 'plate')}): ${price(f, 'totalFen')}.`,
      f.promisedAt && `Promised for ${when(f, 'promisedAt')}.`,
      `Your pick-up code: ${text(f, 'voucherCode')}. Your copy and the progress live: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-to-answer': (f) =>
    lines(
      `Dear ${text(f, 'name')}, while working on ${text(f, 'plate')} we found: ${text(f, 'what')}.`,
      f.why && `Why it matters: ${text(f, 'why')}`,
      f.whatIfNot && `If it is not done: ${text(f, 'whatIfNot')}`,
      f.how && `We propose: ${text(f, 'how')}`,
      `Cost: ${price(f, 'totalFen')}. Nothing is done without your yes. Please answer: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-reminder': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we still wait for your answer about ${text(f, 'plate')} (${text(f, 'what')}).`,
      `Until ${when(f, 'expiresAt')} you can answer here; then we call you: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'additional-work-answered': (f) =>
    `${text(f, 'plate')} (${text(f, 'no')}), ${text(f, 'what')}: ${text(f, 'approved')} approved, ${text(f, 'declined')} declined.${f.approved ? ' Approved lines wait for dispatch, their parts are set aside or asked for.' : ''}`,
  'additional-work-unanswered': (f) =>
    `${text(f, 'plate')} (${text(f, 'no')}): no answer in time to ${text(f, 'what')}. Please call the customer.`,
  'additional-work-withdrawn': (f) =>
    lines(
      `Dear ${text(f, 'name')}, you need not answer any more: we have taken back our proposal for ${text(f, 'plate')} (${text(f, 'what')}).`,
      `The work you agreed to goes on as planned: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'order-stopped': (f) =>
    lines(
      `Dear ${text(f, 'name')}, as agreed we have stopped the work on ${text(f, 'plate')} (order ${text(f, 'no')}).`,
      f.billed ? 'Only what was done so far is on your bill.' : 'You pay nothing for this order.',
      `See everything here: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  // quality, lounge
  'car-ready': (f) =>
    lines(
      `Dear ${text(f, 'name')}, ${text(f, 'plate')} is ready. It has passed our inspection and been accepted by adviser and technician.`,
      f.solved && `Solved: ${text(f, 'solved')}.`,
      f.advice && `Our advice, not done yet: ${text(f, 'advice')}.`,
      `Please come to the service desk and bring your pick-up code (order ${text(f, 'no')}).`,
      `See what was done: ${text(f, 'link')}`,
      'Call us at once if it comes back, a warning lamp lights or anything seems unusual.',
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'car-back-in-work': (f) =>
    lines(
      `Dear ${text(f, 'name')}, please wait before you collect ${text(f, 'plate')}: something is not as it should be yet, and we put it right and inspect it again.`,
      `Your adviser tells you the new time. Progress live: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'visit-progress': (f) =>
    lines(
      `News of ${text(f, 'plate')}. Done: ${text(f, 'done')}.`,
      f.next && `Next: ${text(f, 'next')}.`,
      typeof f.minutesLeft === 'number' && `Still needed: about ${length(f, 'minutesLeft')}.`,
      `${f.photos ? 'Photos and live progress' : 'Live progress'}: ${text(f, 'link')}`,
      text(f, 'dealership'),
    ),
  'visit-delay': (f) =>
    lines(
      `Dear ${text(f, 'name')}, ${text(f, 'plate')} takes longer than promised; we are sorry.`,
      f.cause === 'partMissing' && 'A part we need is not here yet.',
      f.cause === 'technical' && 'We met a technical problem.',
      f.note && text(f, 'note'),
      `New time: ${when(f, 'newPromisedAt')}.`,
      f.offered && `We offer help until then. Please choose: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  // follow-up
  'followUp.ratingInvitation': (f) =>
    lines(
      `Dear ${text(f, 'name')}, thank you for your visit to ${text(f, 'dealership')}.`,
      f.highlights && `Done for your car: ${text(f, 'highlights')}.`,
      `Were you satisfied? Two taps are enough: ${text(f, 'link')}`,
    ),
  'followUp.notReached': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we tried to ring you to ask how your car drives.`,
      f.link && `You can answer here: ${text(f, 'link')}`,
      `Or call ${text(f, 'phone')}. ${text(f, 'dealership')}`,
    ),
  'followUp.serviceReminder': (f) =>
    lines(
      `Dear ${text(f, 'name')}, your next service is due soon.`,
      `Book early and choose your time: ${text(f, 'phone')}. ${text(f, 'dealership')}`,
    ),
  // reminders
  'reminder.overdue': (f) =>
    lines(
      `Dear ${text(f, 'name')}, the service of ${text(f, 'plate')} was due on ${text(f, 'dueOn')}. Driving on without it wears the engine and may end the warranty.`,
      since(f),
      f.offer && `${text(f, 'offer')}.`,
      offered(f),
      book(f),
    ),
  'reminder.lost': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we have not seen ${text(f, 'plate')} for a long time. Is everything well with your car?`,
      f.offer && `${text(f, 'offer')}.`,
      offered(f),
      book(f),
    ),
  'reminder.recall': (f) =>
    lines(
      `Dear ${text(f, 'name')}, the manufacturer recalls your car ${text(f, 'plate')}: ${text(f, 'occasion')}. It concerns your safety; the repair costs you nothing.`,
      f.link && `Please choose a time: ${text(f, 'link')}`,
      `${f.link ? 'Or call' : 'Please call'}: ${text(f, 'dealershipPhone')}. ${text(f, 'dealership')}`,
    ),
  'reminder.winBack': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we would like to see you and ${text(f, 'plate')} again.`,
      f.offer && `For you, until ${text(f, 'until')}: ${text(f, 'offer')}.`,
      offered(f),
      book(f),
    ),
  'reminder.campaign': (f) =>
    lines(
      `Dear ${text(f, 'name')}, you are invited with ${text(f, 'plate')}: ${text(f, 'occasion')}, ${text(f, 'fromOn')} to ${text(f, 'until')}.`,
      f.offer && `${text(f, 'offer')}.`,
      offered(f),
      book(f),
    ),
  'reminder.care': (f) =>
    lines(
      `Dear ${text(f, 'name')}, a word of care for you and ${text(f, 'plate')} from ${text(f, 'dealership')}.`,
      SEASONS[quarterOf(f)],
      f.offer && `${text(f, 'offer')}.`,
      `Questions about your car? ${text(f, 'dealershipPhone')}`,
      f.link && `No more of these: ${text(f, 'link')}/stop`,
    ),
  'reminder.agreed': (f) =>
    lines(
      `Dear ${text(f, 'name')}, thank you for the call about ${text(f, 'plate')}. ${text(f, 'words')}`,
      f.link && `To choose a time: ${text(f, 'link')}`,
      `${text(f, 'dealership')}, ${text(f, 'dealershipPhone')}`,
    ),
  'reminder.service': (f) =>
    lines(
      `Dear ${text(f, 'name')}, the next service of ${text(f, 'plate')} is due on ${text(f, 'dueOn')}.`,
      since(f),
      f.remainingKm && `About ${text(f, 'remainingKm')} km are left until then.`,
      f.offer && `${text(f, 'offer')}.`,
      offered(f),
      book(f),
    ),
  'complaint.received': (f) =>
    lines(
      `Dear ${text(f, 'name')}, we are sorry. Your complaint ${text(f, 'no')} is with our service manager now.`,
      `You hear from us within minutes, and have a first plan by ${text(f, 'planBy')}.`,
      `${text(f, 'dealership')}, ${text(f, 'phone')}`,
    ),
  // settings
  'channel-test': (f) => `This is a test message of ${text(f, 'dealership')}. Nothing has to be done.`,
} satisfies Record<string, (facts: MessageFacts) => string>
