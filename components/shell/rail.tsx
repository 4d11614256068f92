'use client'

import clsx from 'clsx'
import { Search } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { shell } from '@/lib/i18n/shell'
import { AreaIcon } from './area-icon'
import { useFormat, useMessages, useNow } from './locale'
import { Mark } from './mark'
import { currentArea, type NavEntry } from './nav'
import { PersonMenu, type Person } from './person-menu'

type Props = { entries: NavEntry[]; person: Person; signOut: () => Promise<void>; onSearch: () => void }

/** Slim rail at the left: only the places of this person's role. */
export function Rail({ entries, person, signOut, onSearch }: Props) {
  const t = useMessages(shell)
  const current = currentArea(usePathname(), entries)
  const places = useRef<HTMLUListElement>(null)
  useEffect(() => {
    places.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav
      aria-label={t.mainNavigation}
      data-print="no"
      className="border-line bg-surface tablet:flex fixed inset-y-0 left-0 z-30 hidden w-20 flex-col items-center border-r"
    >
      <div className="grid shrink-0 justify-items-center gap-2 pt-3 pb-1">
        <Mark />
        <button
          type="button"
          onClick={onSearch}
          className={clsx(ENTRY, 'text-muted hover:bg-hover hover:text-ink')}
          title={t.keys.palette}
        >
          <Search aria-hidden strokeWidth={1.75} className="size-5" />
          <span>{t.palette.open}</span>
        </button>
      </div>
      <ul
        ref={places}
        className={clsx(
          'border-line flex w-full flex-1 scrollbar-none flex-col items-center gap-0.5 overflow-y-auto overscroll-contain border-t py-2',
          SHORT,
        )}
      >
        {entries.map(({ area, href }) => (
          <li key={area}>
            <Link
              href={href}
              aria-current={area === current ? 'page' : undefined}
              className={clsx(
                ENTRY,
                area === current
                  ? 'bg-celadon-soft text-celadon-ink font-medium'
                  : 'text-muted hover:bg-hover hover:text-ink',
              )}
            >
              <AreaIcon area={area} className="size-5" />
              <span>{t.areas[area]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="grid shrink-0 justify-items-center gap-2 py-3">
        <HouseClock />
        <PersonMenu person={person} signOut={signOut} />
      </div>
    </nav>
  )
}

/** The wall clock of the dealership: every time on the pages is this clock's. */
function HouseClock() {
  const t = useMessages(shell)
  const format = useFormat()
  const now = new Date(useNow())
  return (
    <time dateTime={now.toISOString()} title={t.houseClock} className="tabular text-muted text-sm">
      {format.time(now)}
    </time>
  )
}

/** On a low screen the places scroll: their end fades, so that one sees there are more. */
const SHORT =
  '[@media(max-height:820px)]:scroll-pb-8 [@media(max-height:820px)]:[mask-image:linear-gradient(to_bottom,black_calc(100%-2rem),transparent)] [@media(max-height:820px)]:pb-8'

const ENTRY =
  'flex min-h-11 w-[4.5rem] max-w-18 flex-col items-center justify-center gap-0.5 rounded-control px-0.5 py-1 text-center text-[11px] leading-tight transition-colors'
