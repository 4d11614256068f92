import { Time } from '@/components/ui/time'
import { duration } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { progress } from '@/lib/i18n/progress'

export type Note = {
  id: string
  done: string
  next: string
  minutesLeft: number | null
  photoFileIds: string[]
  at: Date
}

/** News of the car, newest first: what is done, what comes next, how long, with photographs. */
export function News({ notes, token, locale }: { notes: Note[]; token: string; locale: Locale }) {
  const t = progress[locale]
  if (!notes.length)
    return (
      <p className="text-muted">
        <span className="text-ink font-medium">{t.noNotes}.</span> {t.noNotesLead}
      </p>
    )
  return (
    <ol className="border-line grid gap-5 border-l-2 pl-4">
      {notes.map((note, index) => (
        <li key={note.id} className="relative grid gap-2">
          <span
            aria-hidden
            className={`absolute top-1.5 -left-[1.4rem] size-2.5 rounded-full ${index ? 'bg-line-strong' : 'bg-celadon'}`}
          />
          <p className="text-muted text-sm">
            <Time at={note.at.toISOString()} />
          </p>
          <p className="text-lg">{note.done}</p>
          {(note.next || note.minutesLeft !== null) && (
            <p className="text-muted">
              {note.next && (
                <>
                  {t.noteNext}: <span className="text-ink">{note.next}</span>
                </>
              )}
              {note.next && note.minutesLeft !== null && ' · '}
              {note.minutesLeft !== null && t.noteLeft({ duration: duration(note.minutesLeft, locale) })}
            </p>
          )}
          {note.photoFileIds.length > 0 && (
            <ul className="grid grid-cols-2 gap-2">
              {note.photoFileIds.map((id, photo) => (
                <li key={id} className="only:col-span-2">
                  <a href={`/v/${token}/files/${id}`} target="_blank" rel="noreferrer">
                    <img
                      src={`/v/${token}/files/${id}`}
                      alt={t.notePhoto({ number: photo + 1 })}
                      loading="lazy"
                      className="rounded-card border-line aspect-4/3 w-full border object-cover"
                    />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
