'use client'

import { useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { dispute } from '@/lib/i18n/dispute'

/** The photographs of a dispute and the way to the record it is about. */
export function DisputeEvidence({ visitId, fileIds }: { visitId: string; fileIds: string[] }) {
  const t = useMessages(dispute)
  return (
    <Section title={t.evidence} card>
      <div className="grid gap-3">
        {fileIds.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {fileIds.map((id, index) => (
              <li key={id}>
                <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
                  <img
                    src={`/api/files/${id}`}
                    alt={`${t.evidence} ${index + 1}`}
                    className="rounded-control border-line size-24 border object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        )}
        <LinkButton href={`/reception/${visitId}`} className="justify-self-start">
          {t.record}
        </LinkButton>
      </div>
    </Section>
  )
}
