export default {
  title: 'Weak items',
  lead: 'Orders combined by their lines. Tap a number to see its orders.',
  by: 'Combined by',
  byWork: 'Work',
  byComplaint: 'Complaint',
  model: 'Model',
  plate: 'Plate',
  show: 'Show',
  group: 'Group',
  counts: {
    orders: 'Orders',
    cars: 'Cars',
    comebacks: 'Come-backs',
    additional: 'Additional work',
    warranty: 'Warranty',
  },
  formula:
    'Orders and cars with such a line; orders among them that are come-backs; lines of additional work; lines under warranty. A line may belong to several complaints, routine maintenance to none. Declined and cancelled lines do not count.',
  none: 'No line in this period.',
  noneHint: 'Choose a longer period, or another model or vehicle.',
  rows: (f: { group: string; what: string }) => `${f.group}: ${f.what}`,
  open: (f: { group: string; what: string; count: number }) =>
    `${f.group}, ${f.what}: ${f.count}, open the orders`,
  close: 'Close the orders',
  number: 'Order',
  when: 'Opened',
  lines: 'Lines',
}
