export default {
  CONTACT: {
    mark: '1',
    name: 'Contact',
    full: 'Reminder and booking',
    benefit: 'We think of your service date, so you never miss one and never queue for it.',
  },
  RECEPTION: {
    mark: '2',
    name: 'Reception',
    full: 'Reception and walk-around',
    benefit: 'We look at your car together with you, so nothing is overlooked and nothing is assumed.',
  },
  ORDER: {
    mark: '3',
    name: 'Order',
    full: 'Repair order and estimate',
    benefit: 'You know the work, the price and the time before anything begins.',
  },
  LOUNGE: {
    mark: '4',
    name: 'Lounge',
    full: 'Care while you wait',
    benefit: 'You rest or go about your day, and we tell you how your car is doing.',
  },
  REPAIR: {
    mark: '5',
    name: 'Repair',
    full: 'Dispatch and repair',
    benefit: 'A technician trained for this work does it, and only what you approved.',
  },
  QC: {
    mark: '6',
    name: 'Quality',
    full: 'Quality control',
    benefit: 'Someone who did not do the work checks every line of it.',
  },
  DELIVERY: {
    mark: '7',
    name: 'Delivery',
    full: 'Hand-over and settlement',
    benefit: 'We show you the result and explain each amount before you pay.',
  },
  FOLLOW_UP: {
    mark: '8',
    name: 'Follow-up',
    full: 'Follow-up and care',
    benefit: 'We ask how the car drives and stay answerable for our work.',
  },
}
