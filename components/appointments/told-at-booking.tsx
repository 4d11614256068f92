import { Facts, Section } from '@/components/ui/card'
import type { Fault } from '@/lib/appointments/fault-questions'
import { faults } from '@/lib/i18n/faults'
import type { Locale } from '@/lib/i18n/locales'
import { faultFacts } from './fault-words'

type Props = {
  concern: string
  fault: Fault | null
  photoIds: readonly string[]
  locale: Locale
  /** Where files are read: staff, or the address behind a customer's link. */
  files?: string
}

/** What the customer told and photographed when booking (S1-28, S1-46); nothing where there is neither. */
export function ToldAtBooking({ concern, fault, photoIds, locale, files = '/api/files' }: Props) {
  const t = faults[locale]
  if (!fault && photoIds.length === 0) return null
  return (
    <Section title={t.toldTitle} card>
      <div className="grid gap-4">
        {concern && <blockquote className="border-celadon border-l-2 pl-3 font-medium">{concern}</blockquote>}
        {fault && <Facts facts={faultFacts(fault, locale)} />}
        {photoIds.length > 0 && (
          <ul className="flex flex-wrap gap-3">
            {photoIds.map((id, index) => (
              <li key={id}>
                <a href={`${files}/${id}`} target="_blank" rel="noreferrer">
                  <img
                    src={`${files}/${id}`}
                    alt={t.photo({ n: index + 1 })}
                    loading="lazy"
                    className="rounded-control border-line size-28 border object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}
