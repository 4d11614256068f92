'use client'

import { History } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { Plate } from '@/components/visit/plate'
import { TIMELINE_KINDS, type TimelineKind } from '@/lib/customers/timeline'
import { customers } from '@/lib/i18n/customers'
import { TimelineText, type Told } from './timeline-text'

type Row = Told & { id: string; at: Date; plate: string | null; target: string | null }
type Props = {
  rows: Row[]
  next: string | null
  /** The page's own address with its filters; `with` replaces some of them. */
  base: string
  kind?: TimelineKind
  cars: { id: string; plate: string }[]
  vehicleId?: string
  kinds?: readonly TimelineKind[]
  /** Where a row may lead for this reader. */
  ways: Partial<Record<TimelineKind, string>>
}

const TONES: Partial<Record<TimelineKind, Tone>> = {
  complaint: 'plum',
  declined: 'amber',
  order: 'celadon',
  visit: 'celadon',
  rating: 'ochre',
  consent: 'slate',
  change: 'slate',
}

/** All that happened, the youngest first, by kind and by car. */
export function Timeline({ rows, next, base, kind, cars, vehicleId, kinds = TIMELINE_KINDS, ways }: Props) {
  const t = useMessages(customers).timeline
  const at = (filters: Record<string, string | undefined>) => {
    const all = { kind, car: cars.length > 1 ? vehicleId : undefined, ...filters }
    const words = Object.entries(all).flatMap(([key, value]) => (value ? [`${key}=${value}`] : []))
    return words.length ? `${base}${base.includes('?') ? '&' : '?'}${words.join('&')}` : base
  }
  return (
    <div className="grid gap-4">
      <nav aria-label={t.filter} className="flex flex-wrap gap-2">
        <ChipLink href={at({ kind: undefined })} current={!kind} prefetch={false}>
          {t.all}
        </ChipLink>
        {kinds.map((one) => (
          <ChipLink key={one} href={at({ kind: one })} current={kind === one} prefetch={false}>
            {t.kinds[one]}
          </ChipLink>
        ))}
      </nav>
      {cars.length > 1 && (
        <nav aria-label={t.cars} className="flex flex-wrap gap-2">
          <ChipLink href={at({ car: undefined })} current={!vehicleId} prefetch={false}>
            {t.allCars}
          </ChipLink>
          {cars.map((car) => (
            <ChipLink key={car.id} href={at({ car: car.id })} current={vehicleId === car.id} prefetch={false}>
              {car.plate}
            </ChipLink>
          ))}
        </nav>
      )}
      {rows.length === 0 ? (
        <Empty title={t.none} icon={<History aria-hidden />}>
          {t.noneHint}
        </Empty>
      ) : (
        <ol className="rounded-card border-line bg-surface divide-line divide-y border">
          {rows.map((row) => (
            <li key={`${row.kind}${row.id}`} className="grid gap-1 px-4 py-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={TONES[row.kind] ?? 'neutral'}>{t.kinds[row.kind]}</Badge>
                <Time at={row.at} className="text-muted text-sm" />
                {row.plate && <Plate plate={row.plate} size="small" />}
              </p>
              <p className="wrap-anywhere">
                {row.target && ways[row.kind] ? (
                  <Link
                    href={`${ways[row.kind]}/${row.target}`}
                    prefetch={false}
                    className="text-celadon-ink desk:min-h-0 inline-flex min-h-11 items-center underline"
                  >
                    <span>
                      <TimelineText row={row} />
                    </span>
                  </Link>
                ) : (
                  <TimelineText row={row} />
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {next && (
        <LinkButton href={at({ after: next })} className="w-fit">
          {t.older}
        </LinkButton>
      )}
    </div>
  )
}
