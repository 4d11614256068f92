'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { condition } from '@/lib/i18n/condition'
import type { WornPart } from '@/lib/reception/wear'
import { wearLevel, type WearLimits } from '@/lib/reception/wheels'
import { LevelMark } from './level-mark'
import { wearText } from './wear-text'

/** Measured once so far: nothing can be said yet, and that is said once for all. */
const isOnce = ({ forecast }: WornPart) => forecast.kind === 'unknown' && forecast.why === 'one'

/** Every tread and pad of a car with what is to be expected of it. */
export function WearCard({ parts, limits }: { parts: WornPart[]; limits: WearLimits }) {
  const t = useMessages(condition)
  const locale = useLocale()
  return (
    <Section title={t.wearTitle} card>
      {parts.length === 0 ? (
        <p className="text-muted">{t.wearNone}</p>
      ) : (
        <>
          <ul className="grid gap-2">
            {parts.map((part) => (
              <li key={`${part.wheel} ${part.worn}`} className="flex items-baseline gap-x-3">
                <span className="min-w-0 flex-1">{wearText(part, locale, isOnce(part))}</span>
                <LevelMark level={wearLevel(part.worn, part.tenthMm, limits)} />
              </li>
            ))}
          </ul>
          {parts.some(isOnce) && <p className="text-muted mt-2 text-sm">{t.wearLater}</p>}
        </>
      )}
    </Section>
  )
}
