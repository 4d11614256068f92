import { TabLinks } from '@/components/ui/tabs'
import type { Actor } from '@/lib/auth/actor'
import type { Locale } from '@/lib/core/locale'
import { settings } from '@/lib/i18n/settings'
import { settingsPartsFor, type SettingsPart } from './settings-parts'

/** The parts of the settings that this person may open. */
export function SettingsTabs({
  actor,
  locale,
  current,
}: {
  actor: Actor
  locale: Locale
  current: SettingsPart
}) {
  const t = settings[locale]
  return (
    <TabLinks
      label={t.partsLabel}
      tabs={settingsPartsFor(actor).map(({ part, href }) => ({
        href,
        label: t.parts[part],
        current: part === current,
      }))}
    />
  )
}
