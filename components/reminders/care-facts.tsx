'use client'

import { Gift } from 'lucide-react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Facts, Section } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm'
import { nameIn } from '@/lib/core/name-in'
import { reminders } from '@/lib/i18n/reminders'
import type { ContactCardView } from './views'

type Props = { card: ContactCardView; give: FormAction | null }

/** Why the customer gets a word of care, until when, and the gift that waits at the store. */
export function CareFacts({ card, give }: Props) {
  const t = useMessages(reminders).care
  const f = useFormat()
  const locale = useLocale()
  const { care, gift, giftGivenAt, giftGivenBy } = card
  if (!care) return null
  const about =
    care.kind === 'festival'
      ? t.kinds.festival({ festival: care.festival ? t.festivals[care.festival] : '' })
      : t.kinds[care.kind]
  const collected = giftGivenAt
    ? `${f.dateTime(giftGivenAt)} · ${t.given({ name: giftGivenBy ? nameIn(giftGivenBy, locale) : '' })}`
    : t.waiting
  return (
    <Section title={t.title}>
      <Facts
        facts={[
          { term: t.about, value: about },
          { term: t.until, value: f.calendarDay(card.dueOn) },
          ...(gift ? [{ term: t.gift, value: `${gift} · ${collected}` }] : []),
        ]}
      />
      {gift && !giftGivenAt && give && (
        <div className="mt-3">
          <ConfirmButton
            label={t.give}
            title={t.give}
            action={give}
            okMessage={t.done}
            icon={<Gift aria-hidden className="size-5" />}
          >
            <p>
              {gift}. {t.giveLead}
            </p>
            <input type="hidden" name="taskId" value={card.id} />
          </ConfirmButton>
        </div>
      )}
    </Section>
  )
}
