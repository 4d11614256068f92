'use client'

import type { ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Checkbox } from '@/components/ui/checkbox'
import { quietDiscountFen } from '@/lib/appointments/work'
import { nameIn } from '@/lib/core/name-in'
import { sumFen } from '@/lib/core/money'
import { desk } from '@/lib/i18n/desk'
import { phone } from '@/lib/i18n/format'
import { readyText } from './draft'
import type { DeskPackage } from './desk-types'
import type { PickableSlot } from './slot-picker'

type Props = {
  who: { name: string; phone: string; plate: string; model: string }
  packages: DeskPackage[]
  wishes: string[]
  slot: PickableSlot
  place: string
  minutes: number
}

/** What to say before closing (S1-41): who comes, which car, what else; times, places and numbers stand out (S1-99). */
export function DeskReadBack({ who, packages, wishes, slot, place, minutes }: Props) {
  const t = useMessages(desk).read
  const locale = useLocale()
  const format = useFormat()
  const names = [...packages.map((one) => nameIn(one, locale)), ...wishes]
  const ready = readyText(slot, format)
  const lines: { term: string; value: ReactNode }[] = [
    { term: t.who, value: who.name ? <Said a={who.name} mark={phone(who.phone)} /> : t.nobody },
    { term: t.car, value: who.plate ? <Said mark={who.plate} b={who.model} /> : t.noCar },
    { term: t.what, value: format.list(names) },
    { term: t.arrival, value: <Said mark={format.fullDateTime(slot.startsAt)} /> },
    { term: t.place, value: <Said mark={place} /> },
    ...(ready ? [{ term: t.ready, value: <Said mark={ready} /> }] : []),
    { term: t.price, value: <Estimate packages={packages} slot={slot} open={wishes.length > 0} /> },
    { term: t.work, value: format.duration(minutes) },
  ]
  return (
    <div className="rounded-card bg-celadon-soft grid gap-2 px-4 py-3">
      <p className="text-muted text-sm">{t.lead}</p>
      <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-1">
        {lines.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="tabular min-w-0 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Said({ a, mark, b }: { a?: string; mark: string; b?: string }) {
  return (
    <>
      {a}{' '}
      {mark && <mark className="bg-amber-soft text-amber-ink rounded-control px-1 font-medium">{mark}</mark>}{' '}
      {b}
    </>
  )
}

/** Price with its parts (S1-39). */
function Estimate({ packages, slot, open }: { packages: DeskPackage[]; slot: PickableSlot; open: boolean }) {
  const t = useMessages(desk).read
  const format = useFormat()
  const money = (fen: number) => format.money(fen, { cents: false })
  const labour = sumFen(packages.map(({ labourFen }) => labourFen))
  const parts = sumFen(packages.map(({ partsFen }) => partsFen))
  const off = quietDiscountFen(packages, slot.discountBp)
  if (packages.length === 0) return <>{t.openPrice}</>
  const details = [
    t.priceParts({ labour: money(labour), parts: money(parts) }),
    off ? t.off({ amount: money(off) }) : '',
    open ? t.openPrice : '',
  ].filter(Boolean)
  return (
    <>
      <Said mark={money(labour + parts - off)} /> <span className="text-muted">({details.join(' · ')})</span>
    </>
  )
}

type TickProps = { done: boolean; stale: boolean; onChange: (done: boolean) => void }

/** Holds for what was read back; a change afterwards takes it away. */
export function ReadBackTick({ done, stale, onChange }: TickProps) {
  const t = useMessages(desk).read
  return (
    <>
      {stale && (
        <p role="status" className="text-amber-ink">
          {t.again}
        </p>
      )}
      <Checkbox
        data-stop="readBack"
        name="readBack"
        label={t.tick}
        checked={done}
        onChange={(event) => onChange(event.target.checked)}
      />
    </>
  )
}
