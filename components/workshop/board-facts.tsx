'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { workshop } from '@/lib/i18n/workshop'
import type { Hours } from '@/lib/workshop/board'

type Count = { id: string; label: string; value: ReactNode; alarm?: boolean; hint?: string }

type Props = {
  hours: Hours
  confirmed: number
  priority: number
  authority: number
  delayed: number
  wash: number
  roadTests: number
  booked: number
  dispatchMinutes: number | null
}

/** The day in one line of figures; each leads to its list. */
export function BoardFacts({ hours, ...counts }: Props) {
  const t = useMessages(workshop)
  const format = useFormat()
  const facts: Count[] = [
    { id: 'confirmed', label: t.facts.confirmed, value: counts.confirmed },
    { id: 'hours', label: t.facts.hoursLeft, value: format.labourHours(hours.leftMinutes) },
    { id: 'priority', label: t.facts.priority, value: counts.priority },
    { id: 'authority', label: t.facts.authority, value: counts.authority },
    { id: 'delayed', label: t.facts.delayed, value: counts.delayed, alarm: counts.delayed > 0 },
    { id: 'wash', label: t.facts.washAndRoad, value: `${counts.wash} + ${counts.roadTests}` },
    { id: 'booked', label: t.facts.booked, value: counts.booked },
  ]
  if (counts.dispatchMinutes !== null)
    facts.push({
      id: 'confirmed',
      label: t.facts.dispatch,
      value: format.duration(counts.dispatchMinutes),
      hint: t.facts.dispatchMean,
    })
  return (
    <nav aria-label={t.facts.label}>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(6.25rem,1fr))] gap-2">
        {facts.map(({ id, label, value, alarm, hint }) => (
          <li key={label}>
            <a
              href={`#${id}`}
              title={hint}
              className={clsx(
                'rounded-card border-line bg-surface hover:border-line-strong grid h-full content-between border px-3 py-2',
                alarm && 'border-vermilion/60 bg-vermilion-soft',
              )}
            >
              <span className={clsx('desk:text-sm text-xs', alarm ? 'text-vermilion-ink' : 'text-muted')}>
                {label}
              </span>
              <span className={clsx('tabular text-xl font-semibold', alarm && 'text-vermilion-ink')}>
                {value}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Hours of the day as one bar: worked, planned, left (S5-02). */
export function HoursBar({ hours }: { hours: Hours }) {
  const t = useMessages(workshop)
  const format = useFormat()
  const { availableMinutes, usedMinutes, plannedMinutes, bookedMinutes, leftMinutes } = hours
  const whole = Math.max(1, availableMinutes, usedMinutes + plannedMinutes + leftMinutes)
  const share = (minutes: number) => ({ width: `${(minutes / whole) * 100}%` })
  const rows: [string, number, string][] = [
    [t.hours.available, availableMinutes, 'bg-sunk border border-line-strong'],
    [t.hours.used, usedMinutes, 'bg-pine'],
    [t.hours.planned, plannedMinutes, 'bg-celadon'],
    [t.hours.left, leftMinutes, 'bg-line'],
    [t.hours.booked, bookedMinutes, 'bg-indigo-soft border border-indigo'],
  ]
  return (
    <div className="grid gap-3">
      <div
        role="img"
        aria-label={t.hours.sentence({
          available: format.labourHours(availableMinutes),
          used: format.labourHours(usedMinutes),
          planned: format.labourHours(plannedMinutes),
          left: format.labourHours(leftMinutes),
        })}
        className="bg-sunk flex h-4 overflow-hidden rounded-full"
      >
        <span className="bg-pine" style={share(usedMinutes)} />
        <span className="bg-celadon" style={share(plannedMinutes)} />
        <span className="bg-line" style={share(leftMinutes)} />
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1">
        {rows.map(([label, minutes, colour]) => (
          <div key={label} className="flex items-center gap-2">
            <dt className="text-muted flex items-center gap-1.5">
              <span aria-hidden className={clsx('size-3 rounded-sm', colour)} />
              {label}
            </dt>
            <dd className="tabular font-medium">{format.labourHours(minutes)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
