'use client'

import clsx from 'clsx'
import { useEffect, useId, useState } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SearchForm } from '@/components/ui/search-form'
import { Plate } from '@/components/visit/plate'
import { desk } from '@/lib/i18n/desk'
import { phone } from '@/lib/i18n/format'
import type { Caller } from './desk-types'

type Props = {
  typed: string
  find: (words: string) => Promise<Caller[]>
  onPick: (caller: Caller) => void
  /** Nobody is known by these words. */
  onNew: (words: string) => void
  onType: () => void
}
type Answer = { words: string; callers: Caller[]; failed?: boolean }

const WAIT_MS = 120

/** Who is calling: a few characters, the list below them, Enter. */
export function DeskFinder({ typed, find, onPick, onNew, onType }: Props) {
  const t = useMessages(desk).finder
  const id = useId()
  const [text, setText] = useState(typed)
  const [answer, setAnswer] = useState<Answer>({ words: '', callers: [] })
  const [active, setActive] = useState(0)
  const words = text.trim()
  useEffect(() => {
    if (words.length < 2) return
    let stale = false
    const timer = setTimeout(async () => {
      const found = await find(words).then(
        (callers) => ({ words, callers }),
        () => ({ words, callers: [], failed: true }),
      )
      if (!stale) setAnswer(found)
    }, WAIT_MS)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [words, find])
  const answered = words.length >= 2 && answer.words === words
  const callers = words.length < 2 ? [] : answer.callers
  const at = Math.min(active, callers.length - 1)

  const pressed = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && callers.length) {
      event.preventDefault()
      setActive((at + step + callers.length) % callers.length)
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const caller = answered ? callers[at] : undefined
    if (caller) onPick(caller)
    else if (answered && !answer.failed) onNew(words)
  }

  return (
    <SearchForm action="/appointments/new" className="grid gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Field label={t.label} name="q" className="min-w-64 flex-1">
          <Input
            data-stop="find"
            autoFocus
            role="combobox"
            aria-expanded={callers.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            placeholder={t.placeholder}
            value={text}
            className="text-lg"
            onChange={(event) => {
              setText(event.target.value)
              setActive(0)
              onType()
            }}
            onKeyDown={pressed}
          />
        </Field>
        <noscript>
          <Button type="submit">{t.button}</Button>
        </noscript>
        <Button onClick={() => onNew(words)}>{t.newCaller}</Button>
      </div>
      <p role="status" className={answered && !callers.length ? 'text-muted' : 'sr-only'}>
        {answered &&
          (answer.failed ? t.failed : callers.length ? t.found({ count: callers.length }) : t.none)}
      </p>
      <ul id={`${id}-list`} role="listbox" aria-label={t.label} className="grid gap-1">
        {callers.map((caller, index) => (
          <CallerRow
            key={`${caller.vehicleId}${caller.customerId}`}
            id={`${id}-${index}`}
            caller={caller}
            on={index === at}
            onPick={() => onPick(caller)}
            onPoint={() => setActive(index)}
          />
        ))}
      </ul>
    </SearchForm>
  )
}

type RowProps = { id: string; caller: Caller; on: boolean; onPick: () => void; onPoint: () => void }

function CallerRow({ id, caller, on, onPick, onPoint }: RowProps) {
  const t = useMessages(desk).finder
  const format = useFormat()
  return (
    <li
      id={id}
      role="option"
      aria-selected={on}
      onClick={onPick}
      onPointerMove={onPoint}
      className={clsx(
        'rounded-control border-line flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 border px-3 py-1.5',
        on && 'border-celadon bg-celadon-soft',
      )}
    >
      <Plate plate={caller.plate} size="small" />
      <span className="font-medium">
        {caller.name}
        {caller.formOfAddress}
      </span>
      <span className="tabular text-muted">{phone(caller.phone)}</span>
      <span className="text-muted text-sm">
        {[
          [caller.brand, caller.model].filter(Boolean).join(' '),
          caller.km === null ? '' : format.km(caller.km),
          caller.monthsSince === null ? t.never : t.months({ months: caller.monthsSince }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
