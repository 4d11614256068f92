'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { bookingBoard } from '@/lib/i18n/booking-board'
import type { ShownConsequence } from './use-consequence'

type Props = {
  shown: ShownConsequence | null
  checking: boolean
  failed: boolean
  /** Takes one of the free times; without it they are only named. */
  onTake?: (startsAt: string) => void
}

/** What would follow from moving a car: is it free, when ready, what load, who must be told, whose promise is in danger. */
export function ConsequenceView({ shown, checking, failed, onTake }: Props) {
  const t = useMessages(bookingBoard).consequence
  return (
    <section
      aria-live="polite"
      aria-busy={checking}
      className="rounded-card border-line bg-sunk grid gap-2 border p-4"
    >
      <h3 className="text-muted text-sm font-medium">{t.title}</h3>
      {!shown && <p className="text-muted">{checking ? t.checking : failed ? t.failed : t.choose}</p>}
      {shown && (shown.possible ? <Possible of={shown} /> : <Impossible of={shown} onTake={onTake} />)}
    </section>
  )
}

function Impossible({
  of,
  onTake,
}: { of: Extract<ShownConsequence, { possible: false }> } & Pick<Props, 'onTake'>) {
  const t = useMessages(bookingBoard).consequence
  const format = useFormat()
  return (
    <>
      <p className="text-vermilion-ink flex gap-2">
        <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
        {of.text}
      </p>
      {of.nearest.length > 0 && (
        <div className="grid gap-1.5">
          <p className="text-muted text-sm">{t.nearest}</p>
          <p className="tabular flex flex-wrap gap-2">
            {of.nearest.map((at) =>
              onTake ? (
                <Button key={at} size="small" onClick={() => onTake(at)}>
                  {format.time(at)}
                </Button>
              ) : (
                <span key={at}>{format.time(at)}</span>
              ),
            )}
          </p>
        </div>
      )}
    </>
  )
}

function Possible({ of }: { of: Extract<ShownConsequence, { possible: true }> }) {
  const t = useMessages(bookingBoard)
  const words = t.consequence
  const format = useFormat()
  const Icon = of.over ? TriangleAlert : CircleCheck
  return (
    <>
      <p className={of.over ? 'text-amber-ink flex gap-2' : 'text-pine-ink flex gap-2'}>
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
        {of.over ? words.over : words.free}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{words.ready}</dt>
        <dd className="tabular font-medium">
          {of.readyFrom && of.readyAt
            ? `${format.day(of.readyFrom)} ${format.timeRange(of.readyFrom, of.readyAt)}`
            : words.noReady}
        </dd>
        <dt className="text-muted">{words.adviser}</dt>
        <dd>{of.adviser.wanted ? of.adviser.name : words.instead({ name: of.adviser.name })}</dd>
        <dt className="text-muted">{words.load}</dt>
        <dd className="tabular">
          {words.fromTo({
            before: format.percent(of.before.rateBp),
            after: format.percent(of.after.rateBp),
            band: t.bands[of.after.band],
          })}
          {of.peakBp > 0 && (
            <span className="text-muted block text-sm">
              {words.peak({ rate: format.percent(of.peakBp) })}
            </span>
          )}
        </dd>
        <dt className="text-muted">{words.told}</dt>
        <dd>
          <ul>
            {of.told.map(({ who, name }) => (
              <li key={`${who}${name}`}>{[name, words.who[who]].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {of.partsLate && (
        <p className="text-amber-ink flex gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
          {words.partsLate({ day: format.calendarDay(of.partsLate, 'short') })}
        </p>
      )}
      {of.endangered.length > 0 && (
        <div className="text-vermilion-ink grid gap-1">
          <p className="flex gap-2 font-medium">
            <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
            {words.endangered}
          </p>
          <ul className="tabular grid gap-1 pl-7">
            {of.endangered.map(({ kind, id, no, plate, promisedAt }) => (
              <li key={id}>
                <Link
                  href={kind === 'order' ? `/orders/${id}` : `/appointments/${id}`}
                  className="desk:min-h-0 inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {words.promised({ plate, no, at: format.dateTime(promisedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
