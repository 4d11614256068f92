'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { packagesLike } from '@/lib/appointments/desk'
import { nameIn } from '@/lib/core/name-in'
import { desk } from '@/lib/i18n/desk'
import type { DeskPackage } from './desk-types'

type Wanted = { packageIds: string[]; wishes: string[] }
type Props = {
  offered: DeskPackage[]
  wanted: Wanted
  onChange: (wanted: Wanted) => void
  /** Enter with nothing typed: nothing else is wanted. */
  onNothingElse: (from: HTMLElement) => void
}

const MOST_WISHES = 10
const MOST_PACKAGES = 12

/** What is wanted: typed, chosen from the list, or kept in the caller's own words. */
export function DeskWork({ offered, wanted, onChange, onNothingElse }: Props) {
  const t = useMessages(desk).work
  const locale = useLocale()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const { packageIds, wishes } = wanted
  const words = text.trim()
  const found = packagesLike(
    offered.filter((one) => !packageIds.includes(one.id)),
    words,
  )
  const rows = words ? [...found, null] : found
  const shown = open && rows.length > 0
  const at = Math.min(active, rows.length - 1)

  const add = (one: DeskPackage | null) => {
    setText('')
    setActive(0)
    setOpen(false)
    if (one && packageIds.length < MOST_PACKAGES) onChange({ ...wanted, packageIds: [...packageIds, one.id] })
    if (!one && words && wishes.length < MOST_WISHES) onChange({ ...wanted, wishes: [...wishes, words] })
  }
  const removeLast = () =>
    wishes.length
      ? onChange({ ...wanted, wishes: wishes.slice(0, -1) })
      : onChange({ ...wanted, packageIds: packageIds.slice(0, -1) })

  const pressed = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setOpen(true)
      if (shown) setActive((at + step + rows.length) % rows.length)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    } else if (event.key === 'Backspace' && text === '') removeLast()
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (words || shown) add(rows[at] ?? null)
      else if (packageIds.length + wishes.length > 0) onNothingElse(event.currentTarget)
      else setOpen(true)
    }
  }

  return (
    <div className="grid gap-2">
      <Chosen offered={offered} wanted={wanted} onChange={onChange} />
      <Field label={packageIds.length + wishes.length ? t.ask : t.label}>
        <Input
          data-stop="work"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          maxLength={300}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
            setOpen(event.target.value.trim() !== '')
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={pressed}
        />
      </Field>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t.label}
        className={clsx('max-h-80 overflow-y-auto', !shown && 'hidden')}
      >
        {rows.map((one, index) => (
          <li
            key={one?.id ?? 'own'}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(one)}
            onPointerMove={() => setActive(index)}
            className={clsx(
              'rounded-control flex min-h-11 cursor-pointer items-center gap-3 px-3',
              index === at && 'bg-celadon-soft',
            )}
          >
            <span className="min-w-0 flex-1">{one ? nameIn(one, locale) : t.own({ text: words })}</span>
            {one && <PriceAndTime of={one} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function PriceAndTime({ of }: { of: DeskPackage }) {
  const format = useFormat()
  return (
    <span className="text-muted tabular text-sm whitespace-nowrap">
      {format.money(of.priceFen, { cents: false })} · {format.duration(of.minutes)}
    </span>
  )
}

function Chosen({ offered, wanted, onChange }: Omit<Props, 'onNothingElse'>) {
  const t = useMessages(desk).work
  const locale = useLocale()
  const { packageIds, wishes } = wanted
  if (packageIds.length + wishes.length === 0) return null
  const rows = [
    ...packageIds.map((packageId) => {
      const one = offered.find(({ id }) => id === packageId)
      return {
        key: packageId,
        name: one ? nameIn(one, locale) : '',
        one,
        input: <input type="hidden" name="packageIds" value={packageId} />,
        remove: () => onChange({ ...wanted, packageIds: packageIds.filter((id) => id !== packageId) }),
      }
    }),
    ...wishes.map((wish, index) => ({
      key: `wish${index}`,
      name: wish,
      one: undefined,
      input: <input type="hidden" name="wishes" value={wish} />,
      remove: () => onChange({ ...wanted, wishes: wishes.filter((_, i) => i !== index) }),
    })),
  ]
  return (
    <ul aria-label={t.chosen} className="grid gap-1">
      {rows.map(({ key, name, one, input, remove }) => (
        <li key={key} className="bg-sunk rounded-control flex min-h-11 items-center gap-2 pr-1 pl-3">
          {input}
          <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
          {one ? <PriceAndTime of={one} /> : <span className="text-muted text-sm">{t.looked}</span>}
          <IconButton
            label={t.remove({ name })}
            icon={<X aria-hidden className="size-4" />}
            onClick={remove}
          />
        </li>
      ))}
    </ul>
  )
}
