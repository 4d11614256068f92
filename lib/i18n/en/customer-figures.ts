export default {
  title: 'Customers',
  lead: 'Whether customers stay, come more often, bring others, or are lost: the last twelve months, counted from delivered visits.',
  visits: (f: { good: number; all: number }) =>
    `${f.good} ${f.good === 1 ? 'visit' : 'visits'} of ${f.all} ${f.all === 1 ? 'car' : 'cars'}`,
  toLost: 'Open the lost',
  figures: {
    retention: {
      name: 'Retention',
      formula: () =>
        'Cars here in the twelve months before that came again in the last twelve ÷ cars here in the twelve months before.',
    },
    repurchase: {
      name: 'Visits a car',
      formula: () => 'Delivered visits of the last twelve months ÷ cars that came in them.',
    },
    referral: {
      name: 'Referrals',
      formula: () =>
        'New customers recommended by a customer ÷ new customers who said how they heard of us. It is noted in the customer’s file.',
    },
    firstService: {
      name: 'First maintenance',
      formula: (f: { months: number; cycles: number }) =>
        `Cars that had maintenance here after their purchase ÷ cars bought new whose first maintenance (${f.months} months after the purchase) was due.`,
    },
    lost: {
      name: 'Lost',
      formula: (f: { months: number; cycles: number }) =>
        `Cars whose last service lies more than ${f.cycles} cycles back ÷ all cars that were served here, as the last nightly list found them.`,
    },
  },
}
