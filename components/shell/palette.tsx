'use client'

import clsx from 'clsx'
import { CornerDownLeft, Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { Plate } from '@/components/visit/plate'
import { shell } from '@/lib/i18n/shell'
import { AreaIcon } from './area-icon'
import { useMessages } from './locale'
import type { NavEntry } from './nav'
import type { PaletteHit, PaletteSearch } from './palette-hit'

type Props = { open: boolean; onClose: () => void; entries: NavEntry[]; search?: PaletteSearch }

type Answer = { text: string; hits: PaletteHit[]; failed?: boolean }

const WAIT_MS = 90

/** Search and go: plate tail, phone tail, name, order number, or a place. */
export function Palette({ open, onClose, entries, search }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])
  const t = useMessages(shell).palette
  return (
    <dialog
      ref={dialog}
      aria-label={t.title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className="rounded-card border-line bg-raised text-ink shadow-float mx-auto mt-[10dvh] mb-auto w-[min(94vw,38rem)] overflow-hidden border p-0 open:animate-[rise_140ms]"
    >
      {open && <Finder entries={entries} search={search} onClose={onClose} />}
    </dialog>
  )
}

function Finder({ entries, search, onClose }: Omit<Props, 'open'>) {
  const t = useMessages(shell)
  const id = useId()
  const router = useRouter()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Answer>({ text: '', hits: [] })
  const [active, setActive] = useState(0)
  const wanted = text.trim()

  useEffect(() => {
    if (!search || wanted.length < 2) return
    let stale = false
    const timer = setTimeout(async () => {
      const found = await search(wanted).then(
        (hits) => ({ text: wanted, hits }),
        () => ({ text: wanted, hits: [], failed: true }),
      )
      if (!stale) setAnswer(found)
    }, WAIT_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [wanted, search])

  const hits = wanted.length < 2 ? [] : answer.hits
  const places = entries.filter(
    ({ area }) => !wanted || t.areas[area].toLowerCase().includes(wanted.toLowerCase()),
  )
  const rows = [...hits.map(({ href }) => href), ...places.map(({ href }) => href)]
  const at = Math.min(active, rows.length - 1)
  const answered = answer.text === wanted && wanted.length >= 2

  const go = (href: string | undefined) => {
    if (!href) return
    onClose()
    router.push(href)
  }

  return (
    <div>
      <div className="border-line flex items-center gap-3 border-b px-4">
        <Search aria-hidden className="text-muted size-5 shrink-0" />
        <input
          autoFocus
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label={t.palette.title}
          placeholder={t.palette.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          className="h-14 w-full bg-transparent text-lg outline-none"
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
            if (step) {
              event.preventDefault()
              setActive((at + step + rows.length) % Math.max(1, rows.length))
            }
            if (event.key === 'Enter') {
              event.preventDefault()
              go(rows[at])
            }
          }}
        />
        <kbd className={KEY}>{t.keys.escape}</kbd>
      </div>
      <p
        role="status"
        className={
          answered && (answer.failed || !rows.length) ? 'text-muted px-4 py-6 text-center' : 'sr-only'
        }
      >
        {answered &&
          (answer.failed
            ? t.palette.failed
            : hits.length || places.length
              ? t.palette.found({ count: hits.length })
              : t.palette.empty)}
      </p>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t.palette.title}
        className="max-h-[60dvh] overflow-y-auto p-2"
      >
        {hits.map((hit, index) => (
          <Row
            key={`${hit.kind}${hit.id}`}
            id={`${id}-${index}`}
            on={at === index}
            onPick={() => go(hit.href)}
            onPoint={() => setActive(index)}
          >
            {hit.plate ? <Plate plate={hit.plate} size="small" /> : null}
            <span className="min-w-0 flex-1 truncate">
              {hit.title}
              {hit.detail && <span className="text-muted ml-2 text-sm">{hit.detail}</span>}
            </span>
            <span className="text-muted text-sm">{t.palette.kinds[hit.kind]}</span>
          </Row>
        ))}
        {places.map((entry, index) => (
          <Row
            key={entry.area}
            id={`${id}-${hits.length + index}`}
            on={at === hits.length + index}
            onPick={() => go(entry.href)}
            onPoint={() => setActive(hits.length + index)}
          >
            <AreaIcon area={entry.area} className="text-muted size-5" />
            <span className="min-w-0 flex-1 truncate">{t.areas[entry.area]}</span>
            <kbd className={KEY}>g {entry.key}</kbd>
          </Row>
        ))}
      </ul>
    </div>
  )
}

type RowProps = {
  id: string
  on: boolean
  onPick: () => void
  onPoint: () => void
  children: React.ReactNode
}

function Row({ id, on, onPick, onPoint, children }: RowProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={on}
      onClick={onPick}
      onPointerMove={onPoint}
      className={clsx(
        'rounded-control flex min-h-11 cursor-pointer items-center gap-3 px-3',
        on && 'bg-celadon-soft',
      )}
    >
      {children}
      {on && <CornerDownLeft aria-hidden className="text-celadon-ink size-4" />}
    </li>
  )
}

export const KEY =
  'whitespace-nowrap inline-block min-w-6 shrink-0 rounded-sm border border-line-strong/60 bg-sunk px-1.5 text-center font-sans text-xs leading-5 text-muted'
