import type { BookingDocument } from '@/lib/appointments/documents'

export default {
  title: 'Please bring',
  names: {
    vehicleLicence: 'vehicle licence',
    serviceBooklet: 'service booklet',
    drivingLicence: 'your driving licence (for the loaner car)',
    purchaseInvoice: 'purchase invoice of the car',
    insurance: 'insurance papers',
    accidentReport: 'accident report',
    earlierBill: 'the bill of the earlier repair',
    recallLetter: 'the recall letter, if you have one',
  } satisfies Record<BookingDocument, string>,
}
