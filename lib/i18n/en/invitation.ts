import type { ContactClass } from '@/lib/reminders/contact'

export default {
  title: 'Your visit',
  hello: (f: { name: string; title: string }) => `Dear ${f.title ? `${f.title} ` : ''}${f.name}`,
  leads: {
    due: 'The next service of your car is due. House, car and work are filled in already: only the time is missing.',
    overdue:
      'The service of your car is overdue. House, car and work are filled in already: only the time is missing.',
    lost: 'We have not seen your car for a long time. House, car and work are filled in already: only the time is missing.',
    recall:
      'The manufacturer recalls your car for a repair at no cost to you. Please choose a time; it is for your safety.',
    winBack: 'We would like to see you again, and have something for you. Only the time is missing.',
    care: 'Your car in good hands. House and car are filled in already: only the time is missing.',
    campaign: 'You are invited. House and car are filled in already: only the time is missing.',
  } satisfies Record<ContactClass, string>,
  car: 'Car',
  dueOn: 'Due on',
  until: 'Until',
  work: 'Work',
  offer: 'For you',
  labour: (f: { share: string }) => `${f.share} off the labour when booked ahead`,
  wishes: {
    due: 'Maintenance that is due',
    overdue: 'Maintenance that is due',
    lost: 'Maintenance and a check',
    recall: 'Recall of the manufacturer',
    winBack: 'Maintenance and a check',
    campaign: 'Invitation of the house',
    care: 'Check of the car',
  } satisfies Record<ContactClass, string>,
  choose: 'Choose a time',
  codeLater: 'At the end we send a code to the number we wrote to. Nothing has to be typed before.',
  over: 'This invitation is over',
  overLead: 'It was used, or its days are over. You can book at any time without it.',
  book: 'Book a visit',
  stopLink: 'No more reminders',
  stop: {
    title: 'No more reminders?',
    lead: (f: { plate: string }) =>
      `Car ···${f.plate}: you get no more reminders and offers from us. We still tell you of recalls, and of visits you have booked.`,
    button: 'End reminders',
    done: 'You get no more reminders and offers from us.',
    doneLead: 'If you change your mind, tell us at your next visit or when you book.',
  },
}
