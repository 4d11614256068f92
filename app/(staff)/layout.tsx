import type { ReactNode } from 'react'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { ZoneProvider } from '@/components/shell/locale'
import { navFor } from '@/components/shell/nav'
import { Presence } from '@/components/shell/presence'
import { Sender } from '@/components/shell/sender'
import { StaffShell } from '@/components/shell/staff-shell'
import { nameIn } from '@/lib/core/name-in'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { signOut } from '../sign-in/actions'
import { searchPalette } from './palette-action'

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { actor, nameEn, timeZone, dealership, now } = await requireContext()
  const locale = await currentLocale()
  const person = {
    name: nameIn({ name: actor.name, nameEn }, locale),
    roles: actor.roles,
    dealership: nameIn(dealership, locale),
  }
  return (
    <ZoneProvider timeZone={timeZone}>
      <StaffShell entries={navFor(actor)} person={person} signOut={signOut} search={searchPalette}>
        {children}
      </StaffShell>
      <Presence />
      <Sender staffId={actor.id} />
      <LiveRefresh source="/api/stream" since={now} />
    </ZoneProvider>
  )
}
