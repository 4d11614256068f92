'use client'

import { useState, type ReactNode } from 'react'
import { shell } from '@/lib/i18n/shell'
import { BottomBar } from './bottom-bar'
import { useMessages } from './locale'
import type { NavEntry } from './nav'
import { Palette } from './palette'
import type { PaletteSearch } from './palette-hit'
import type { Person } from './person-menu'
import { Rail } from './rail'
import { Shortcuts } from './shortcuts'

type Props = {
  entries: NavEntry[]
  person: Person
  signOut: () => Promise<void>
  search?: PaletteSearch
  children: ReactNode
}

/** The frame of the staff's pages: rail at the desk and on the tablet, bar below on the phone. */
export function StaffShell({ entries, person, signOut, search, children }: Props) {
  const t = useMessages(shell)
  const [finding, setFinding] = useState(false)
  const find = () => setFinding(true)
  return (
    <div className="tablet:pl-20 min-h-dvh print:pl-0">
      <a
        href="#content"
        data-print="no"
        className="rounded-control bg-celadon text-on-celadon fixed top-2 left-2 z-50 -translate-y-20 px-4 py-2 focus:translate-y-0"
      >
        {t.skipToContent}
      </a>
      <Rail entries={entries} person={person} signOut={signOut} onSearch={find} />
      <main id="content" tabIndex={-1} className="tablet:pb-10 min-h-dvh pb-24 outline-none">
        {children}
      </main>
      <BottomBar entries={entries} person={person} signOut={signOut} onSearch={find} />
      <Palette open={finding} onClose={() => setFinding(false)} entries={entries} search={search} />
      <Shortcuts entries={entries} onSearch={find} />
    </div>
  )
}
