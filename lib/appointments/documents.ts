/** What a customer should have along, by the work that was booked (S1-44). */
export const DOCUMENTS = [
  'vehicleLicence', 'serviceBooklet', 'drivingLicence', 'purchaseInvoice', 'insurance', 'accidentReport', 'earlierBill', 'recallLetter',
] as const // prettier-ignore
export type BookingDocument = (typeof DOCUMENTS)[number]

export type BroughtFor = {
  /** Classes of the booked packages and operations; a wish in own words has none. */
  workClasses: readonly string[]
  /** The car has no plate yet. */
  unregistered?: boolean
  comeback?: boolean
  recall?: boolean
  /** Somebody drives a car of the house meanwhile. */
  loaner?: boolean
}

/**
 * The list in the order of the register: licence and service booklet always, the invoice for a car without plate, insurance
 * papers and the accident report for body repairs, the earlier bill for a come-back, the letter for a recall, the driver's own
 * licence for a loaner car.
 */
export function documentsFor({
  workClasses,
  unregistered,
  comeback,
  recall,
  loaner,
}: BroughtFor): BookingDocument[] {
  const accident = workClasses.includes('bodyRepair')
  const wanted: Record<BookingDocument, boolean> = {
    vehicleLicence: !unregistered,
    serviceBooklet: true,
    drivingLicence: loaner === true,
    purchaseInvoice: unregistered === true,
    insurance: accident,
    accidentReport: accident,
    earlierBill: comeback === true,
    recallLetter: recall === true,
  }
  return DOCUMENTS.filter((document) => wanted[document])
}

type Work = { package: { workClass: string } | null; operation: { workClass: string } | null }
type Booked = {
  appointmentItems: readonly Work[]
  vehicle: { plateKind: string }
  comebackOfId: string | null
  /** The loaner car that is reserved. */
  loanerStay: object | null
  appointmentProposals: readonly { kind: string; outcome: string }[]
}

/** The list for a booking as it stands. */
export const documentsOf = ({
  appointmentItems,
  vehicle,
  comebackOfId,
  loanerStay,
  appointmentProposals,
}: Booked) =>
  documentsFor({
    workClasses: appointmentItems.flatMap((item) => (item.package ?? item.operation)?.workClass ?? []),
    unregistered: vehicle.plateKind === 'none',
    comeback: comebackOfId !== null,
    loaner: loanerStay !== null,
    recall: appointmentProposals.some(({ kind, outcome }) => kind === 'recall' && outcome === 'accepted'),
  })
