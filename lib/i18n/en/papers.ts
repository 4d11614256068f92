import type { PaperKind } from '@/lib/documents/paper'

export default {
  titles: {
    appointment: 'Booking confirmation',
    reception: 'Reception record',
    inspection: 'Vehicle inspection report',
    estimate: 'Estimate',
    order: 'Repair order',
    'additional-work': 'Approval of additional work',
  } satisfies Record<PaperKind, string>,
  number: (f: { no: string; version: number }) => `No. ${f.no} · version ${f.version}`,
  no: (f: { no: string }) => `No. ${f.no}`,
  page: (f: { page: number; pages: number }) => `Page ${f.page} of ${f.pages}`,
  none: 'None',
  notSigned: { estimate: 'Not signed yet.', order: 'Not signed yet. Work begins only after the signature.' },
  estimateTitle: 'About this estimate',
  estimateText:
    'Prices include tax and are from our price guide of the day. A line marked “price after inspection” is done only after you have agreed to its price. You will never be charged more than you agreed to.',
  proofTitle: 'Is this paper genuine?',
  proofText: 'Scan the code, or enter it at the address, and compare the PDF with what was signed.',

  actions: { pdf: 'PDF', pdfHint: 'Opens the paper as a PDF', print: 'Print' },
  file: (f: { title: string; no: string }) => `${f.title} ${f.no}`,

  verify: {
    title: 'Is this paper genuine?',
    lead: 'Each signed paper of this house has a code. This page says what was signed with it, and compares a PDF with it.',
    kind: 'Paper',
    no: 'Number',
    house: 'Dealership',
    signedOn: 'Signed on',
    fingerprint: 'SHA-256 of the PDF',
    making: 'The PDF of this paper is being made. Please come back in a minute.',
    found: 'This code belongs to a signed paper',
    choose: 'Choose or drop the PDF',
    chooseHint: 'The file stays on your device: it is compared here, in your browser.',
    comparing: 'Comparing…',
    same: 'Genuine: this file is exactly the paper that was signed.',
    different: 'Not the same: this file is not the paper that was signed, or it was changed.',
    unreadable: 'This file could not be read.',
    file: (f: { name: string }) => `File: ${f.name}`,
    code: 'Code of the paper',
    codeHint: '16 letters and figures, next to the QR code',
    look: 'Look it up',
    unknown: 'No signed paper has this code',
    unknownLead:
      'Please check the letters. If they are right, the paper is not one of ours: call the dealership.',
    noPersonal: 'This page shows no name, telephone or plate.',
  },
}
