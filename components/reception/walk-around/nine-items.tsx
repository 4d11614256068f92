'use client'

import { CheckCheck, Plus, X } from 'lucide-react'
import { useRef } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { common } from '@/lib/i18n/common'
import { reception } from '@/lib/i18n/reception'
import { ITEM_STATES, WALK_AROUND_ITEMS, type ItemState } from '@/lib/reception/walk-around'
import type { Change, Draft } from './draft'

type Shown = { state: ItemState | ''; note: string }

/** S2-25 … S2-34: each item in order, defective or not checked, and why. */
export function NineItems({ draft, change }: { draft: Draft; change: Change }) {
  const t = useMessages(reception)
  const words = useMessages(common)
  const { items, extraItems } = draft
  const list = useRef<HTMLUListElement>(null)
  const given = { odometer: draft.odometerKm !== null, fuel: draft.fuelEighths !== null } as Record<
    string,
    boolean
  >
  const set = (kind: string, changed: Partial<{ state: ItemState; note: string }>) => {
    const before = items.find((item) => item.kind === kind) ?? { kind, state: 'ok' as ItemState, note: '' }
    change('items', { items: [...items.filter((item) => item.kind !== kind), { ...before, ...changed }] })
  }
  const open = WALK_AROUND_ITEMS.filter((kind) => !given[kind] && !items.some((item) => item.kind === kind))
  const setExtra = (index: number, changed: Partial<(typeof extraItems)[number]>) =>
    change('items', {
      extraItems: extraItems.map((item, i) => (i === index ? { ...item, ...changed } : item)),
    })
  return (
    <div className="grid gap-3">
      {open.length > 0 && (
        <Button
          className="min-h-12"
          icon={<CheckCheck aria-hidden className="size-5" />}
          onClick={() => {
            change('items', {
              items: [...items, ...open.map((kind) => ({ kind, state: 'ok' as const, note: '' }))],
            })
            // The button goes; whoever works by keys stays where the ticks appeared.
            list.current?.focus({ preventScroll: true })
          }}
        >
          {open.length < WALK_AROUND_ITEMS.length - 2 ? t.restInOrder({ count: open.length }) : t.allInOrder}
        </Button>
      )}
      <ul ref={list} tabIndex={-1} className="divide-line divide-y">
        {WALK_AROUND_ITEMS.map((kind) => {
          const item = items.find((one) => one.kind === kind)
          const shown: Shown = { state: item?.state ?? (given[kind] ? 'ok' : ''), note: item?.note ?? '' }
          return (
            <li key={kind} className="py-2">
              <Line
                name={`item-${kind}`}
                title={t.items[kind] ?? kind}
                shown={shown}
                onChange={(changed) => set(kind, changed)}
              />
            </li>
          )
        })}
        {extraItems.map((item, index) => (
          <li key={index} className="grid gap-2 py-2">
            <div className="flex items-end gap-2">
              <label className="min-w-0 flex-1">
                <span className="sr-only">{t.itemTitle}</span>
                <Input
                  value={item.title}
                  placeholder={t.itemTitle}
                  className="min-h-12"
                  onChange={(event) => setExtra(index, { title: event.target.value })}
                />
              </label>
              <IconButton
                label={words.remove}
                icon={<X aria-hidden className="size-5" />}
                className="size-12"
                onClick={() => change('items', { extraItems: extraItems.filter((_, i) => i !== index) })}
              />
            </div>
            {item.title && (
              <Line
                name={`extra-${index}`}
                title={item.title}
                shown={item}
                onChange={(changed) => setExtra(index, changed)}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        className="min-h-12 justify-self-start"
        icon={<Plus aria-hidden className="size-4" />}
        onClick={() =>
          change('items', { extraItems: [...extraItems, { title: t.itemTitle, state: 'ok', note: '' }] })
        }
      >
        {t.addItem}
      </Button>
    </div>
  )
}

type LineProps = {
  name: string
  title: string
  shown: Shown
  onChange: (changed: Partial<{ state: ItemState; note: string }>) => void
}

function Line({ name, title, shown: { state, note }, onChange }: LineProps) {
  const t = useMessages(reception)
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span aria-hidden className="min-w-0">
          {title}
        </span>
        <Choices
          legend={title}
          hideLegend
          name={name}
          value={state}
          onChange={(value) => onChange({ state: value as ItemState })}
          className="tablet:w-auto w-full [&_label]:min-h-12 [&_label]:whitespace-nowrap"
          choices={ITEM_STATES.map((value) => ({ value, label: t.states[value] }))}
        />
      </div>
      {state !== '' && state !== 'ok' && (
        <label>
          <span className="sr-only">{t.itemNote({ item: title })}</span>
          <Input
            value={note}
            placeholder={state === 'notOk' ? t.whatIsWrong : t.whyNotChecked}
            className="min-h-12"
            onChange={(event) => onChange({ note: event.target.value })}
          />
        </label>
      )}
    </div>
  )
}
