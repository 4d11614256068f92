import type { ContactClass } from '@/lib/reminders/contact'
import type { LeftOut } from '@/lib/reminders/written'

type Facts = {
  plate: string
  day: string
  occasion: string
  from: string
  until: string
}

/** Letters of the call lists, and the page that prints them. */
export default {
  title: 'Letters',
  lead: 'One page for each customer, in the customer’s language. Print them, put them in the post, then keep them as sent.',
  back: 'Reminders',
  choose: 'Letters to the chosen',
  chooseRow: (f: { name: string; plate: string }) => `Choose ${f.name}, ${f.plate}`,
  print: 'Print',
  record: (f: { count: number }) =>
    f.count === 1 ? 'Keep 1 letter as sent' : `Keep ${f.count} letters as sent`,
  recordTitle: 'Are the letters in the post?',
  recordLead: 'Each is kept as a try by letter; these customers get no message in this cycle.',
  recorded: 'Kept as sent.',
  none: 'No letter to print',
  noneHint: 'Choose customers on a call list first.',
  leftOut: 'Left out',
  reasons: {
    ended: 'the contact has ended',
    saidNo: 'wants no reminders and offers',
    tooMany: 'has had as many contacts as the tier allows',
    alreadyWritten: 'was written to in this cycle',
    noAddress: 'no address in the file',
  } satisfies Record<LeftOut | 'noAddress', string>,
  toFile: 'Open the file',
  code: 'QR code that opens the booking of this car',
  subjects: {
    due: 'The next service of your car',
    overdue: 'The service of your car is overdue',
    lost: 'We miss you and your car',
    recall: 'Recall of your car: please have it put right',
    winBack: 'An offer for your return',
    campaign: 'An invitation',
    care: 'A word to you and your car',
  } satisfies Record<ContactClass, string>,
  greeting: (f: { name: string; title: string }) => `Dear ${f.title ? `${f.title} ` : ''}${f.name},`,
  bodies: {
    due: (f) => `the next service of your car ${f.plate} is due on ${f.day}.`,
    overdue: (f) =>
      `the service of your car ${f.plate} was due on ${f.day}. Driving on without it wears the engine and may end the warranty.`,
    lost: (f) => `we have not seen your car ${f.plate} for a long time, and hope that all is well with it.`,
    recall: (f) =>
      `the manufacturer recalls your car ${f.plate}: ${f.occasion}. It concerns your safety. The repair costs you nothing; please have it done soon.`,
    winBack: (f) => `we would be glad to see you and your car ${f.plate} again.`,
    care: (f) =>
      `thank you for your trust. We hope that you are content with your car ${f.plate}; whatever it needs, we are glad to help.`,
    campaign: (f) => `you are invited with your car ${f.plate}: ${f.occasion}, from ${f.from} to ${f.until}.`,
  } satisfies Record<ContactClass, (f: Facts) => string>,
  offer: (f: { offer: string; until: string }) => `For you, until ${f.until}: ${f.offer}.`,
  package: (f: { name: string }) => `We suggest: ${f.name}.`,
  labour: (f: { share: string }) => `Who books ahead gets ${f.share} off the labour.`,
  benefits:
    'Who books does not queue at reception, gets the car back on time, and routine service on the same day.',
  book: (f: { phone: string }) => `Scan the code and choose a time; or call us: ${f.phone}.`,
  stop: 'No more reminders: scan the code and choose “No more reminders”, or tell us.',
  close: 'With kind regards',
}
