import { FileText } from 'lucide-react'
import type { BookingDocument } from '@/lib/appointments/documents'
import { documents as words } from '@/lib/i18n/documents'
import type { Locale } from '@/lib/i18n/locales'

/** What to have along, one below the other (S1-44). */
export function DocumentList({
  documents,
  locale,
}: {
  documents: readonly BookingDocument[]
  locale: Locale
}) {
  const t = words[locale]
  return (
    <section className="text-sm">
      <h2 className="font-medium">{t.title}</h2>
      <ul className="mt-1 grid gap-1">
        {documents.map((document) => (
          <li key={document} className="flex items-center gap-2">
            <FileText aria-hidden className="text-muted size-4 shrink-0" />
            {t.names[document]}
          </li>
        ))}
      </ul>
    </section>
  )
}
