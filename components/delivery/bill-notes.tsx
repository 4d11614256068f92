'use client'

import { useLocale } from '@/components/shell/locale'
import type { BillLine } from '@/lib/delivery/bill'
import { billNotes } from '@/lib/documents/order-notes'

/** Who shares a line of the bill, or that its price came with additional work. */
export function BillNotes({ line }: { line: BillLine }) {
  const notes = billNotes(line, useLocale())
  return notes.map((note) => (
    <span key={note} className="text-muted block text-sm">
      {note}
    </span>
  ))
}
