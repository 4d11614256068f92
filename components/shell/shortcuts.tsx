'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { shell } from '@/lib/i18n/shell'
import { useMessages } from './locale'
import type { NavEntry } from './nav'
import { KEY } from './palette'

const STORED = 'babu-single-keys'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** `Ctrl K` and `/` open the palette, `?` this list, `g` and a letter go to a place. Single keys can be switched off. */
export function Shortcuts({ entries, onSearch }: { entries: NavEntry[]; onSearch: () => void }) {
  const t = useMessages(shell)
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const waiting = useRef(0)
  const single = useSyncExternalStore(
    watchStore,
    () => localStorage.getItem(STORED) !== 'off',
    () => true,
  )

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      onSearch()
      return
    }
    const busy =
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.isComposing ||
      document.querySelector('dialog[open]')
    if (!single || busy || typing(event.target)) return
    const goes = event.timeStamp - waiting.current < 1200
    waiting.current = event.key === 'g' ? event.timeStamp : 0
    const place = goes ? entries.find(({ key }) => key === event.key) : undefined
    if (place) {
      event.preventDefault()
      router.push(place.href)
    } else if (event.key === '/') {
      event.preventDefault()
      onSearch()
    } else if (event.key === '?') {
      event.preventDefault()
      setOpen(true)
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  const rows: [string, string[]][] = [
    [t.shortcuts.search, [t.keys.palette, '/']],
    [t.shortcuts.open, ['?']],
    [t.shortcuts.closeDialog, [t.keys.escape]],
    ...entries.map(({ area, key }): [string, string[]] => [t.areas[area], [`g ${key}`]]),
  ]
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t.shortcuts.title}>
      <dl className="grid grid-cols-[1fr_max-content] gap-x-6">
        {rows.map(([word, keys]) => (
          <div
            key={word}
            className="border-line col-span-2 grid grid-cols-subgrid items-center border-b py-1.5"
          >
            <dt>{word}</dt>
            <dd className="flex justify-end gap-1.5">
              {keys.map((key) => (
                <kbd key={key} className={KEY}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          checked={single}
          className="accent-celadon size-5"
          onChange={(event) => {
            localStorage.setItem(STORED, event.target.checked ? 'on' : 'off')
            window.dispatchEvent(new StorageEvent('storage'))
          }}
        />
        {t.shortcuts.single}
      </label>
    </Dialog>
  )
}

function watchStore(changed: () => void) {
  window.addEventListener('storage', changed)
  return () => window.removeEventListener('storage', changed)
}
