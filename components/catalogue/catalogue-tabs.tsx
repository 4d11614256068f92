import { ChipLink } from '@/components/ui/chip'
import type { Actor } from '@/lib/auth/actor'
import { may, type Permission } from '@/lib/auth/permissions'
import type { Locale } from '@/lib/core/locale'
import { catalogue } from '@/lib/i18n/catalogue'

const VIEWS = [
  { view: 'packages', href: '/settings/catalogue', permission: 'catalogue.manage' },
  { view: 'operations', href: '/settings/catalogue/operations', permission: 'catalogue.manage' },
  { view: 'rates', href: '/settings/catalogue/rates', permission: 'catalogue.manage' },
  { view: 'parts', href: '/settings/catalogue/parts', permission: 'part.list' },
] as const satisfies { view: string; href: string; permission: Permission }[]

type Props = { actor: Actor; locale: Locale; current: (typeof VIEWS)[number]['view'] }

/** The lists of the catalogue that this person may open. */
export function CatalogueTabs({ actor, locale, current }: Props) {
  const t = catalogue[locale]
  return (
    <nav aria-label={t.partsLabel} className="flex flex-wrap gap-2">
      {VIEWS.filter(({ permission }) => may(actor, permission)).map(({ view, href }) => (
        <ChipLink key={view} href={href} current={view === current}>
          {t.views[view]}
        </ChipLink>
      ))}
    </nav>
  )
}
