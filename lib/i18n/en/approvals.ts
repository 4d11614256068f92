export default {
  readOut: {
    what: 'what was found',
    why: 'why it matters',
    whatIfNot: 'what happens if not',
    how: 'what we propose',
    price: 'the price',
    time: 'the new time',
  },
  phone: {
    readOut: 'Read out to the customer',
    readOutHint: 'A yes counts for what was read out.',
    number: 'Number called',
    recorded: (f: { name: string; number: string }) => `Recorded by ${f.name}, called ${f.number}`,
    recordedWithout: (f: { name: string }) => `Recorded by ${f.name}`,
    read: (f: { points: string }) => `Read out: ${f.points}`,
    open: 'signature open',
  },
  safety: {
    badge: 'Safety',
    mark: 'A matter of safety (red)',
    markHint: 'Who declines it signs a notice, and it is shown at every later contact.',
    red: 'This is about your safety on the road.',
    noticeTitle: 'Safety notice',
    notice: (f: { consequence: string }) =>
      `The workshop has told me that this work concerns the safety of the vehicle and what happens if it is not done: ${f.consequence} I decline it now on my own responsibility.`,
    signNotice: 'Please sign that you have read the safety notice',
    open: 'The safety notice is not signed yet.',
    signed: 'Safety notice signed',
    signNow: 'Sign the safety notice',
    declinedTitle: 'Declined, although it concerns safety',
    declinedSince: (f: { day: string }) => `declined ${f.day}`,
    unsigned: 'notice not signed',
    tell: 'Tell the customer again at this contact.',
  },
  code: {
    lead: (f: { from: string }) =>
      `From ${f.from} on we make sure that it is you: a code goes to your telephone.`,
    prove: 'Check the code',
  },
}
