export default {
  title: 'Figures',
  lead: 'Counted from what was really done, never typed in.',
  period: 'Period',
  days: (f: { count: number }) => `${f.count} days`,
  since: (f: { day: string }) => `Since ${f.day}.`,
  none: 'nothing to count yet',
  counted: (f: { good: number; all: number }) => `${f.good} of ${f.all}`,
  formula: 'Formula',
  waitDays: (f: { days: string; target: number }) => `${f.days} days on average, target below ${f.target}`,
  suggestions: {
    title: 'Suggestions to customers',
    lead: 'Lines recommended with a reason, and additional work, by adviser.',
    adviser: 'Adviser',
    offered: 'Offered',
    accepted: 'Accepted',
    share: 'Share',
    declined: 'Declined',
    deferred: 'Put off',
    worth: 'Worth',
    none: 'Nothing was suggested in this time.',
  },
  measures: {
    onTime: {
      name: 'Ready on time',
      formula:
        'Orders ready by the end of the promised range ÷ all orders that became ready and had a promise.',
    },
    greeted: {
      name: 'Greeted in time',
      formula: 'Visits greeted within the set seconds after arrival (15 by default) ÷ all greeted visits.',
    },
    firstTimeFix: {
      name: 'Fixed the first time',
      formula:
        'Delivered orders without rework inside and without “not solved” in the follow-up ÷ all delivered orders.',
    },
    answered: {
      name: 'Requests answered in time',
      formula:
        'Requests answered within the set time (one hour by default, opening hours only) ÷ all requests that were answered or whose time is over.',
    },
    firstOffer: {
      name: 'A time within days',
      formula:
        'Bookings whose first free time lay less than the set days (3 by default) after the request ÷ all bookings made. The first free time is looked for when the visit is booked.',
    },
    walkInsBooked: {
      name: 'Walk-ins who booked later',
      formula: 'Visits without a booking whose car was booked afterwards ÷ all visits without a booking.',
    },
    verySatisfied: {
      name: 'Very satisfied',
      formula:
        '“Very satisfied” ÷ all answers in ratings and calls. Basically satisfied does not count as loyal.',
    },
  },
}
