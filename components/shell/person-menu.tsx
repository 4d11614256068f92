'use client'

import { KeyRound, LogOut } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Popup } from '@/components/ui/popup'
import type { Role } from '@/lib/auth/roles'
import { roles as roleWords } from '@/lib/i18n/roles'
import { shell } from '@/lib/i18n/shell'
import { useFormat, useMessages } from './locale'
import { LanguageChoice, ThemeChoice } from './reader-choices'

export type Person = { name: string; roles: readonly Role[]; dealership: string }

type Props = { person: Person; signOut: () => Promise<void> }

/** What this device keeps of walk-arounds goes with the person; the sign-in page sees to it once more. */
const leave = () => import('@/components/reception/offline/kept-pages').then(({ forgetAll }) => forgetAll())

/** Language, appearance and the way out. */
export function PersonSettings({ person, signOut }: Props) {
  const t = useMessages(shell)
  const words = useMessages(roleWords)
  const format = useFormat()
  return (
    <div className="grid gap-4">
      <div>
        <p className="font-title text-lg font-semibold">{person.name}</p>
        <p className="text-muted text-sm">{format.list(person.roles.map((role) => words[role]))}</p>
        <p className="text-muted text-sm">{person.dealership}</p>
      </div>
      <LanguageChoice />
      <ThemeChoice />
      <LinkButton href="/account" block icon={<KeyRound aria-hidden className="size-4" />}>
        {t.changePassword}
      </LinkButton>
      <form action={signOut} onSubmit={() => void leave()}>
        <Button type="submit" block icon={<LogOut aria-hidden className="size-4" />}>
          {t.signOut}
        </Button>
      </form>
    </div>
  )
}

/** The person's initial in a circle; opens to the settings. */
export function PersonMenu(props: Props) {
  const t = useMessages(shell)
  return (
    <Popup
      label={t.account}
      trigger={
        <button
          type="button"
          aria-label={`${t.account}: ${props.person.name}`}
          className="border-line-strong/60 bg-raised font-title hover:bg-hover grid size-11 place-items-center rounded-full border text-lg"
        >
          {[...props.person.name][0]}
        </button>
      }
    >
      <PersonSettings {...props} />
    </Popup>
  )
}
