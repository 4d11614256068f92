'use client'

import clsx from 'clsx'
import { Menu, Search } from 'lucide-react'
import { Link } from '@/components/ui/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/dialog'
import { shell } from '@/lib/i18n/shell'
import { AreaIcon } from './area-icon'
import { useMessages } from './locale'
import { currentArea, type NavEntry } from './nav'
import { PersonSettings, type Person } from './person-menu'

type Props = { entries: NavEntry[]; person: Person; signOut: () => Promise<void>; onSearch: () => void }

const FIRST = 4

/** The rail of the phone: the first places under the thumb, all others one tap away. */
export function BottomBar({ entries, person, signOut, onSearch }: Props) {
  const t = useMessages(shell)
  const path = usePathname()
  const current = currentArea(path, entries)
  const [openOn, setOpenOn] = useState<string>()
  const close = () => setOpenOn(undefined)
  return (
    <nav
      aria-label={t.mainNavigation}
      data-print="no"
      className="border-line bg-surface tablet:hidden fixed inset-x-0 bottom-0 z-30 border-t pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="flex">
        {entries.slice(0, FIRST).map(({ area, href }) => (
          <li key={area} className="min-w-0 flex-1">
            <Link
              href={href}
              aria-current={area === current ? 'page' : undefined}
              className={clsx(ENTRY, area === current ? 'text-celadon-ink font-medium' : 'text-muted')}
            >
              <span className={clsx('rounded-full px-4 py-0.5', area === current && 'bg-celadon-soft')}>
                <AreaIcon area={area} className="size-5" />
              </span>
              {t.areas[area]}
            </Link>
          </li>
        ))}
        <li className="min-w-0 flex-1">
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => setOpenOn(path)}
            className={clsx(ENTRY, 'text-muted')}
          >
            <span className="px-4 py-0.5">
              <Menu aria-hidden strokeWidth={1.75} className="size-5" />
            </span>
            {t.moreAreas}
          </button>
        </li>
      </ul>
      <Sheet open={openOn === path} onClose={close} title={t.allAreas}>
        <Button
          block
          icon={<Search aria-hidden className="size-4" />}
          onClick={() => {
            close()
            onSearch()
          }}
        >
          {t.palette.open}
        </Button>
        <ul className="my-4 grid grid-cols-3 gap-2">
          {entries.map(({ area, href }) => (
            <li key={area}>
              <Link
                href={href}
                onClick={close}
                className="rounded-card border-line bg-raised grid min-h-20 place-items-center content-center gap-1 border px-1 text-center text-sm"
              >
                <AreaIcon area={area} className="text-celadon size-5" />
                {t.areas[area]}
              </Link>
            </li>
          ))}
        </ul>
        <div className="border-line border-t pt-4">
          <PersonSettings person={person} signOut={signOut} />
        </div>
      </Sheet>
    </nav>
  )
}

const ENTRY =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 px-0.5 text-center text-xs leading-tight'
