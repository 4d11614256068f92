'use client'

import { useMessages } from '@/components/shell/locale'
import { KEY } from '@/components/shell/palette'
import { desk } from '@/lib/i18n/desk'

/** The keys of the desk, in view where there is a keyboard. */
export function DeskKeys() {
  const t = useMessages(desk).keys
  const keys = [
    [t.arrows, t.pick],
    [t.enter, t.next],
    [t.pages, t.day],
    [t.bookKey, t.book],
  ]
  return (
    <p className="text-muted desk:flex hidden flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="sr-only">{t.title}</span>
      {keys.map(([key, what]) => (
        <span key={key}>
          <kbd className={KEY}>{key}</kbd> {what}
        </span>
      ))}
    </p>
  )
}

export function BookKey() {
  const t = useMessages(desk).keys
  return (
    <span aria-hidden className="desk:inline hidden">
      <kbd className={KEY}>{t.bookKey}</kbd> <kbd className={KEY}>{t.bookKeyMac}</kbd>
    </span>
  )
}
