'use client'

import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import { useFormat, useLocale, useMessages, useNow, useReader } from '@/components/shell/locale'
import type { LoadLine, Stretch } from '@/lib/appointments/board'
import type { BoardCard } from '@/lib/appointments/booking-board'
import { bookingBoard } from '@/lib/i18n/booking-board'
import { ArrivalRow } from './arrival-row'
import { LoadRow } from './load-row'

type Props = {
  times: Date[]
  slotMinutes: number
  lines: LoadLine[]
  quickLane: LoadLine | null
  stretches: Stretch[]
  band: { fromBp: number; toBp: number }
  advisers: { id: string; name: string; cells: { there: boolean; taken: boolean }[] }[]
  cards: BoardCard[]
}

/** The day by the half hour: the workshop's load, below it the arrivals per adviser, the quick lane, and the load of each skill. */
export function DayTable({ times, slotMinutes, lines, quickLane, stretches, band, advisers, cards }: Props) {
  const t = useMessages(bookingBoard)
  const format = useFormat()
  const locale = useLocale()
  const { timeZone } = useReader()
  const shared = { times, slotMinutes }
  const normal = cards.filter((card) => !card.quickLane)
  const quick = cards.filter((card) => card.quickLane)
  const present = advisers.filter(
    ({ id, cells }) => cells.some(({ there }) => there) || normal.some(({ adviserId }) => adviserId === id),
  )
  const known = new Set(advisers.map(({ id }) => id))
  const lost = normal.filter(({ adviserId }) => !adviserId || !known.has(adviserId))
  const nameOf = ({ resource }: LoadLine) =>
    resource === 'work' ? t.workshop : (t.skills[resource.slice('skill:'.length)] ?? resource)
  const workshop = lines.filter(({ resource }) => resource === 'work')
  const skills = lines.filter(({ resource }) => resource !== 'work')
  const { frame, nowAt } = useNowInView(times)
  return (
    <div
      ref={frame}
      className="rounded-card border-line bg-surface relative overflow-x-auto border"
      tabIndex={0}
      role="group"
      aria-label={t.table}
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{t.table}</caption>
        <thead>
          <tr className="bg-sunk border-line border-b">
            <th
              scope="col"
              className="border-line bg-sunk text-muted sticky left-0 z-10 border-r px-2.5 py-1.5 text-left text-xs font-medium"
            >
              {t.section.load}
            </th>
            {times.map((at, index) => (
              <th
                key={+at}
                scope="col"
                data-now={index === nowAt || undefined}
                aria-current={index === nowAt ? 'time' : undefined}
                className={clsx(
                  'border-line tabular border-l px-1 py-1.5 text-left text-xs font-medium',
                  index === nowAt ? 'bg-celadon text-on-celadon' : 'text-muted',
                )}
              >
                {format.time(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {workshop.map((line) => (
            <LoadRow
              key={line.resource}
              name={nameOf(line)}
              {...{ line, band, stretches, locale, timeZone }}
            />
          ))}
        </tbody>
        <tbody>
          <Heading columns={times.length}>{t.section.arrivals}</Heading>
          {present.map(({ id, name, cells }) => (
            <ArrivalRow
              key={id}
              adviserId={id}
              {...{ name, cells }}
              {...shared}
              cards={normal.filter(({ adviserId }) => adviserId === id)}
            />
          ))}
          {lost.length > 0 && <ArrivalRow name={t.noAdviser} {...shared} cards={lost} />}
        </tbody>
        {quickLane && (
          <tbody>
            <Heading columns={times.length}>{t.quickLane}</Heading>
            <LoadRow few name={t.quickLane} line={quickLane} {...{ band, locale, timeZone }} />
            <ArrivalRow name={t.section.arrivals} {...shared} cards={quick} />
          </tbody>
        )}
        {!quickLane && quick.length > 0 && (
          <tbody>
            <ArrivalRow name={t.quickLane} {...shared} cards={quick} />
          </tbody>
        )}
        {skills.length > 0 && (
          <tbody>
            <Heading columns={times.length}>{t.section.skills}</Heading>
            {skills.map((line) => (
              <LoadRow
                key={line.resource}
                low
                few
                name={nameOf(line)}
                {...{ line, band, locale, timeZone }}
              />
            ))}
          </tbody>
        )}
      </table>
    </div>
  )
}

/** The column of the present half hour, brought into view when the day is opened. */
function useNowInView(times: readonly Date[]) {
  const now = useNow()
  const [first] = times
  const next = times.findIndex((at) => +at > now)
  const nowAt = first && now >= +first && next > 0 ? next - 1 : -1
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const column = frame.current?.querySelector<HTMLElement>('[data-now]')
    if (frame.current && column) frame.current.scrollLeft = column.offsetLeft - 2 * column.offsetWidth
  }, [])
  return { frame, nowAt }
}

function Heading({ columns, children }: { columns: number; children: string }) {
  return (
    <tr className="bg-sunk border-line border-b">
      <th
        scope="rowgroup"
        colSpan={columns + 1}
        className="text-muted px-2.5 py-1.5 text-left text-xs font-medium"
      >
        <span className="sticky left-2.5">{children}</span>
      </th>
    </tr>
  )
}
