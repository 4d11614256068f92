'use client'

import clsx from 'clsx'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Notice } from '@/components/ui/notice'
import { bestSlot } from '@/lib/appointments/best-slot'
import type { LatePart } from '@/lib/appointments/late-parts'
import { booking } from '@/lib/i18n/booking'

export type PickableSlot = {
  startsAt: string
  advisers: number
  wanted: boolean
  readyFrom: string | null
  readyAt: string | null
  stay: boolean
  over: boolean
  provisional: boolean
  rank: number
  discountBp: number
}
export type PickableDay = {
  day: string
  state: 'open' | 'full' | 'closed' | 'past' | 'parts'
  /** The part that is waited for on this day. */
  waitsFor: LatePart | null
  rateBp: number
  bookableMinutes: number
  bookedMinutes: number
  slots: PickableSlot[]
}

type Props = {
  days: PickableDay[]
  value: string
  onChange: (slot: PickableSlot) => void
  /** A particular adviser was asked for. */
  adviserAsked?: boolean
  /** A day is taken with its best time. */
  eager?: boolean
  /** What else there is when this day, or every day shown, is full. */
  otherWays?: (day: string | undefined) => ReactNode
}

/** A strip of days with their load as calm bars, and the free times of the chosen day. */
export function SlotPicker({ days, value, onChange, adviserAsked, eager, otherWays }: Props) {
  const t = useMessages(booking).when
  const locale = useLocale()
  const format = useFormat()
  const id = useId()
  const holding = days.find(({ slots }) => slots.some(({ startsAt }) => startsAt === value))
  const firstOpen = days.find(({ slots }) => slots.length > 0)
  const [asked, setAsked] = useState<string | null>(null)
  const chosen = days.find(({ day }) => day === asked) ?? holding ?? firstOpen
  const late = days.find(({ state, waitsFor }) => waitsFor && state !== 'closed')?.waitsFor
  const next = chosen && chosen.slots.length === 0 ? nextFree(days, chosen.day) : []
  const root = useRef<HTMLDivElement>(null)
  const turned = useRef(false)
  useEffect(() => {
    if (turned.current) root.current?.querySelector<HTMLElement>('[data-stop=time] input:checked')?.focus()
    turned.current = false
  })
  const take = (one: PickableDay | undefined) => {
    const best = one && bestSlot(one.slots)
    if (best) onChange(best)
  }
  /** Page up and down among the times: the day before or after that has room, by its best time. */
  const turn = (event: React.KeyboardEvent) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key]
    if (!step || !chosen) return
    event.preventDefault()
    const withRoom = days.filter(({ slots }) => bestSlot(slots))
    const next =
      step > 0
        ? withRoom.find(({ day }) => day > chosen.day)
        : withRoom.findLast(({ day }) => day < chosen.day)
    if (!next) return
    setAsked(next.day)
    take(next)
    turned.current = true
  }
  return (
    <div ref={root} className="grid min-w-0 gap-4" onKeyDown={turn}>
      <fieldset className="min-w-0" data-stop="day">
        <legend className="mb-1 text-sm font-medium">{t.days}</legend>
        <div className="-mx-4 flex snap-x scroll-px-4 gap-2 overflow-x-auto px-4 pt-0.5 pb-2">
          {days.map((one) => (
            <DayChoice
              key={one.day}
              day={one}
              group={id}
              chosen={one === chosen}
              onChoose={() => {
                setAsked(one.day)
                if (eager) take(one)
              }}
            />
          ))}
        </div>
      </fieldset>
      {late && (
        <Notice kind="warning">
          {t.partComes({
            part: locale === 'en' && late.nameEn ? late.nameEn : late.name,
            day: format.calendarDay(late.day, 'long'),
          })}
        </Notice>
      )}
      {chosen && chosen.slots.length > 0 && (
        <SlotGroups day={chosen} group={id} value={value} onChange={onChange} adviserAsked={adviserAsked} />
      )}
      {chosen && chosen.slots.length === 0 && (
        <Notice kind="warning" announce>
          {!chosen.waitsFor && <p>{next.length ? t.fullDay : t.none}</p>}
          <div className="mt-2 flex flex-wrap gap-2">
            {next.map((slot) => (
              <button
                key={slot.startsAt}
                type="button"
                className="rounded-control border-line-strong/60 bg-raised text-ink min-h-11 border px-3"
                onClick={() => {
                  setAsked(null)
                  onChange(slot)
                }}
              >
                {format.dateTime(slot.startsAt)}
              </button>
            ))}
          </div>
          {otherWays?.(chosen.day)}
        </Notice>
      )}
      {!chosen && (
        <Notice kind="warning" announce>
          <strong className="font-medium">{t.none}</strong>
          <p>{t.noneLead}</p>
          {otherWays?.(undefined)}
        </Notice>
      )}
    </div>
  )
}

/** The first free times of up to three other days, nearest first (S1-57, S1-58). */
function nextFree(days: PickableDay[], from: string): PickableSlot[] {
  const open = days.filter(({ slots }) => slots.length > 0)
  const after = open.filter(({ day }) => day > from)
  return [...after, ...open.filter(({ day }) => day < from)]
    .slice(0, 3)
    .flatMap(({ slots }) => slots.slice(0, 1))
}

function DayChoice(props: { day: PickableDay; group: string; chosen: boolean; onChoose: () => void }) {
  const { day, group, chosen, onChoose } = props
  const t = useMessages(booking).when
  const format = useFormat()
  const share = day.bookableMinutes > 0 ? Math.min(1, day.bookedMinutes / day.bookableMinutes) : 1
  const off = day.state !== 'open'
  const word = off
    ? t[day.state as 'full' | 'closed' | 'past' | 'parts']
    : share < 0.5
      ? t.calm
      : share > 0.8
        ? t.busy
        : ''
  return (
    <label
      className={clsx(
        'rounded-card border-line-strong/60 bg-raised has-checked:border-celadon has-checked:bg-celadon-soft has-checked:ring-celadon has-focus-visible:outline-celadon relative flex min-h-20 w-19 shrink-0 snap-start flex-col items-center gap-0.5 border px-1 py-2 text-center has-checked:ring-1 has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        off && 'bg-sunk',
      )}
    >
      <input
        type="radio"
        className="sr-only"
        name={`${group}-day`}
        value={day.day}
        checked={chosen}
        disabled={day.state === 'closed' || day.state === 'past'}
        onChange={onChoose}
        aria-label={`${format.calendarDay(day.day)}${word ? `, ${word}` : ''}`}
      />
      <span className="text-muted text-xs">{format.weekday(day.day)}</span>
      <span className="tabular font-medium">{format.calendarDay(day.day, 'short')}</span>
      <span aria-hidden className="bg-line mt-0.5 h-1 w-11 overflow-hidden rounded-full">
        <span
          className={clsx('block h-full rounded-full', share > 0.8 ? 'bg-amber' : 'bg-celadon')}
          style={{ width: `${Math.round((day.state === 'closed' ? 0 : share) * 100)}%` }}
        />
      </span>
      <span className="text-muted text-xs leading-4">{word || '\u00a0'}</span>
    </label>
  )
}

type GroupProps = {
  day: PickableDay
  group: string
  value: string
  onChange: (slot: PickableSlot) => void
  adviserAsked?: boolean
}

function SlotGroups({ day, group, value, onChange, adviserAsked }: GroupProps) {
  const t = useMessages(booking).when
  const format = useFormat()
  const best = day.slots.filter(({ over }) => !over).sort((a, b) => a.rank - b.rank)[0]
  const isMorning = (slot: PickableSlot) => Number(format.time(slot.startsAt).split(':')[0]) < 12
  const parts = [
    { title: t.morning, slots: day.slots.filter(isMorning) },
    { title: t.afternoon, slots: day.slots.filter((slot) => !isMorning(slot)) },
  ]
  return (
    <fieldset className="grid min-w-0 gap-3" data-stop="time" aria-keyshortcuts="PageUp PageDown">
      <legend className="sr-only">{t.slots({ day: format.calendarDay(day.day) })}</legend>
      {parts.map(({ title, slots }) =>
        slots.length ? (
          <div key={title}>
            <p className="text-muted mb-1 text-sm">{title}</p>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
              {slots.map((slot) => (
                <label
                  key={slot.startsAt}
                  className="rounded-control border-line-strong/60 bg-raised has-checked:border-celadon has-checked:bg-celadon has-checked:text-on-celadon has-focus-visible:outline-celadon relative flex min-h-11 flex-col items-center justify-center border px-1 py-1 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
                >
                  <input
                    type="radio"
                    className="sr-only"
                    name={`${group}-slot`}
                    value={slot.startsAt}
                    checked={slot.startsAt === value}
                    onChange={() => onChange(slot)}
                  />
                  <span className="tabular">{format.time(slot.startsAt)}</span>
                  <SlotNote slot={slot} best={slot === best} adviserAsked={adviserAsked} />
                </label>
              ))}
            </div>
          </div>
        ) : null,
      )}
    </fieldset>
  )
}

/** What speaks for or against a time, in two words: the most that matters. */
function SlotNote({
  slot,
  best,
  adviserAsked,
}: {
  slot: PickableSlot
  best: boolean
  adviserAsked?: boolean
}) {
  const t = useMessages(booking).when
  const format = useFormat()
  const note = slot.over
    ? t.over
    : slot.provisional
      ? t.provisional
      : adviserAsked && !slot.wanted
        ? t.otherAdviser
        : slot.discountBp
          ? t.discount({ percent: format.percent(slot.discountBp) })
          : !slot.stay
            ? t.leaveCar
            : best
              ? t.best
              : ''
  return note ? <span className="text-xs leading-4">{note}</span> : null
}
