import { expect, test } from 'vitest'
import { documentsFor, documentsOf } from '@/lib/appointments/documents'

const usual = ['vehicleLicence', 'serviceBooklet']

test('S1-44 the documents to bring follow the work', () => {
  expect(documentsFor({ workClasses: ['maintenance'] })).toEqual(usual)
  expect(documentsFor({ workClasses: ['maintenance', 'bodyRepair'] })).toEqual([
    ...usual,
    'insurance',
    'accidentReport',
  ])
  expect(documentsFor({ workClasses: [], unregistered: true })).toEqual(['serviceBooklet', 'purchaseInvoice'])
  expect(documentsFor({ workClasses: [], comeback: true, recall: true })).toEqual([
    ...usual,
    'earlierBill',
    'recallLetter',
  ])
  expect(documentsFor({ workClasses: [], loaner: true })).toContain('drivingLicence')
})

test('S1-44 the list of a booking is read from its lines, its car and its proposals', () => {
  const booked = {
    appointmentItems: [
      { package: null, operation: { workClass: 'bodyRepair' } },
      { package: null, operation: null },
    ],
    vehicle: { plateKind: 'blue' },
    comebackOfId: null,
    loanerStay: null,
    appointmentProposals: [{ kind: 'recall', outcome: 'declined' }],
  }
  expect(documentsOf(booked)).toEqual([...usual, 'insurance', 'accidentReport'])
  expect(
    documentsOf({ ...booked, appointmentProposals: [{ kind: 'recall', outcome: 'accepted' }] }),
  ).toContain('recallLetter')
})
