'use client'

import clsx from 'clsx'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Input } from '@/components/ui/input'

export type Choice = { id: string; label: string; detail?: ReactNode; disabled?: boolean }

type Props = {
  label: string
  placeholder: string
  choices: Choice[]
  /** Said when something was typed and nothing fits. */
  none: string
  text: string
  onText: (text: string) => void
  onPick: (id: string) => void
  busy?: boolean
}

/** A field that narrows a list while one types; arrows choose, Enter takes, Escape clears. */
export function Finder({ label, placeholder, choices, none, text, onText, onPick, busy }: Props) {
  const id = useId()
  const [at, setAt] = useState(0)
  const open = text.trim() !== ''
  const current = Math.min(at, choices.length - 1)
  const pick = (choice: Choice | undefined) => {
    if (!choice || choice.disabled) return
    onPick(choice.id)
    onText('')
    setAt(0)
  }
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && choices.length) {
      event.preventDefault()
      setAt((current + step + choices.length) % choices.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      pick(choices[current])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      onText('')
    }
  }
  return (
    <div className="relative min-w-0">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <Input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && choices[current] ? `${id}-${current}` : undefined}
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          onText(event.target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      {open && (
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          aria-busy={busy}
          className="rounded-card border-line bg-raised shadow-float absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto border p-1"
        >
          {choices.map((choice, index) => (
            <li
              key={choice.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              aria-disabled={choice.disabled || undefined}
              className={clsx(
                'rounded-control desk:min-h-9 flex min-h-11 cursor-pointer items-center gap-3 px-3 py-1.5',
                index === current && 'bg-celadon-soft',
                choice.disabled && 'text-muted cursor-not-allowed',
              )}
              onPointerEnter={() => setAt(index)}
              onPointerDown={(event) => {
                event.preventDefault()
                pick(choice)
              }}
            >
              <span className="min-w-0 flex-1">{choice.label}</span>
              <span className="text-muted tabular shrink-0 text-sm">{choice.detail}</span>
            </li>
          ))}
          {!choices.length && (
            <li role="option" aria-selected={false} aria-disabled className="text-muted px-3 py-2">
              {none}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
