import type { Benefit, BookingShare, ContactEffect } from '@/lib/kpi/booking-results'

export default {
  title: 'Booking results',
  lead: 'What bookings have brought, counted from the visits. Tap a number to see its rows.',
  views: 'Figures',
  all: 'All figures',
  notYet: 'not yet',
  formula: 'Formula',
  of: (f: { count: number }) => `of ${f.count}`,
  shares: 'Bookings',
  reasons: 'Reasons for moves, cancellations and no-shows',
  noReasons: 'No reason was given yet.',
  benefitsTitle: 'Booked against walk-in',
  contactsTitle: 'Contacted against not contacted, last year',
  measure: 'Measure',
  booked: 'Booked',
  walkIn: 'Walk-in',
  contacted: 'Contacted',
  others: 'Not contacted',
  minutes: (f: { minutes: string }) => `${f.minutes} min`,
  hour: (f: { hour: number }) => `${f.hour}:00 to ${f.hour + 1}:00`,
  rows: (f: { what: string }) => `Rows: ${f.what}`,
  close: 'Close the rows',
  noRows: 'There are no rows in this period.',
  first: (f: { count: number }) => `The first ${f.count} rows are shown.`,
  number: 'Number',
  plate: 'Plate',
  when: 'When',
  group: 'Group',
  value: 'Value',
  yes: 'yes',
  no: 'no',
  result: {
    bookingRate: {
      name: 'Booking rate',
      formula:
        'Orders of cars that came with a booking ÷ all orders of cars that came. Target band 60 to 80 %.',
    },
    noShow: {
      name: 'No-shows',
      formula:
        'Bookings that nobody came for ÷ all bookings of the period without those cancelled or moved before.',
    },
    rescheduled: { name: 'Moved', formula: 'Bookings moved to another time ÷ all bookings of the period.' },
    cancelled: { name: 'Cancelled', formula: 'Cancelled bookings ÷ all bookings of the period.' },
    people: {
      name: 'People: wait for a technician',
      formula:
        'Average of the minutes from the signed order to the first technician at work. Less is better.',
    },
    materials: {
      name: 'Materials: no wait for parts',
      formula: 'Finished orders whose work never paused for parts ÷ all finished orders.',
    },
    difficult: {
      name: 'Difficult jobs: right the first time',
      formula:
        'Finished orders with diagnosis or general repair and without rework ÷ all finished orders with such work.',
    },
    reception: {
      name: 'Reception time',
      formula: 'Average of the minutes from arrival to the signed walk-around. Less is better.',
    },
    levelled: {
      name: 'Levelled load: busiest hour',
      formula: 'Arrivals in the hour of the day with most arrivals ÷ all arrivals. Less is more level.',
    },
    revenue: { name: 'Revenue per vehicle', formula: 'Bills without tax ÷ orders with a bill.' },
    satisfaction: {
      name: 'Very satisfied',
      formula: 'Orders whose last answer is “very satisfied” ÷ orders with an answer.',
    },
    visits: {
      name: 'Visits a car in a year',
      formula:
        'Visits with an order in the last 365 days ÷ cars in the files. Contacted: a call was tried in that time.',
    },
    turnover: {
      name: 'Turnover a car in a year',
      formula:
        'Bills without tax of the last 365 days ÷ cars in the files. Contacted: a call was tried in that time.',
    },
  } satisfies Record<BookingShare | Benefit | ContactEffect, { name: string; formula: string }>,
}
