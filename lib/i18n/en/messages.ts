import { lines, partsIn } from '../message-parts'
import type { MessageFacts } from '../messages'

const { text, when, price, length } = partsIn('en')

const visit = (f: MessageFacts) =>
  lines(
    `${text(f, 'plate')} on ${when(f, 'startsAt')}`,
    `Your adviser: ${text(f, 'adviser')}`,
    `Work: ${text(f, 'items')} (about ${length(f, 'minutes')})`,
    f.promisedAt && `Expected ready: ${when(f, 'promisedAt')}`,
    `Price today: ${price(f, 'priceFen')}${f.openPrice ? '; your own wishes are priced after a look, before any work' : ', nothing hidden'}`,
  )
const signature = (f: MessageFacts) =>
  `${text(f, 'dealership')}, ${text(f, 'dealershipAddress')}, ${text(f, 'dealershipPhone')}`

/** Messages to people, one function of facts per template; grouped by area. */
export default {
  // appointments
  'phone-code': (f) =>
    `${text(f, 'code')} is your code. It is valid for ${text(f, 'minutes')} minutes. Please tell it to nobody.`,
  'appointment-confirmed': (f) =>
    lines(
      `Dear ${text(f, 'name')}, your visit is booked (${text(f, 'no')}).`,
      visit(f),
      'Please bring: vehicle licence, service booklet, insurance papers if it is a claim.',
      f.link && `See, move or cancel: ${text(f, 'link')}`,
      `Thank you for booking. ${signature(f)}`,
    ),
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
} satisfies Record<string, (facts: MessageFacts) => string>
