'use client'

import clsx from 'clsx'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from './link'

type Tab = { href: string; label: ReactNode; count?: number; current?: boolean }

/** Views of one page, kept in the address. */
export function TabLinks({ label, tabs, className }: { label: string; tabs: Tab[]; className?: string }) {
  const nav = useRef<HTMLElement>(null)
  const at = tabs.findIndex(({ current }) => current)
  useEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && tab)
      nav.current.scrollLeft = tab.offsetLeft + tab.offsetWidth - nav.current.clientWidth + 64
  }, [at])
  return (
    <nav ref={nav} aria-label={label} className={clsx('relative -mx-4 overflow-x-auto px-4', className)}>
      <ul className="border-line flex min-w-max gap-5 border-b">
        {tabs.map(({ href, label: word, count, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? 'page' : undefined}
              className={clsx(
                'desk:min-h-10 -mb-px flex min-h-11 items-center gap-2 border-b-2 px-0.5',
                current
                  ? 'border-celadon text-ink font-medium'
                  : 'text-muted hover:text-ink border-transparent',
              )}
            >
              {word}
              {count !== undefined && (
                <span
                  className={clsx(
                    'tabular rounded-full px-1.5 text-xs',
                    current ? 'bg-celadon-soft text-celadon-ink' : 'bg-sunk text-muted',
                  )}
                >
                  {count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
