'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { nameIn } from '@/lib/core/name-in'
import type { TimelineFacts, TimelineKind } from '@/lib/customers/timeline'
import { appointments } from '@/lib/i18n/appointments'
import { customers } from '@/lib/i18n/customers'
import { followUp } from '@/lib/i18n/follow-up'
import { messageChannels } from '@/lib/i18n/message-channels'
import { orders } from '@/lib/i18n/orders'
import { reception } from '@/lib/i18n/reception'

export type Told = { kind: TimelineKind; facts: TimelineFacts }

const word = (words: Record<string, string>, key = '') => words[key] ?? key

/** One row of a timeline in words. */
export function TimelineText({ row: { kind, facts } }: { row: Told }) {
  const t = useMessages(customers)
  const f = useFormat()
  const locale = useLocale()
  const booking = useMessages(appointments).statuses
  const visit = useMessages(reception).statuses
  const order = useMessages(orders).statuses
  const follow = useMessages(followUp)
  const { templates } = useMessages(messageChannels)
  const named = (one: { name?: string; nameEn?: string | null }) =>
    nameIn({ name: one.name ?? '', nameEn: one.nameEn ?? '' }, locale)
  const said = {
    booking: () => [
      facts.no,
      facts.startsAt && t.timeline.startsAt({ at: f.dateTime(facts.startsAt) }),
      word(booking, facts.status),
    ],
    visit: () => [facts.no, word(visit, facts.status)],
    order: () => [facts.no, facts.works?.map(named).join(', '), word(order, facts.status)],
    declined: () => [named(facts), facts.reason],
    message: () => [word(templates, facts.template), word(t.channels, facts.channel)],
    call: () => [
      facts.about && t.timeline.about[facts.about],
      word(follow.attemptResults, facts.result),
      facts.note,
    ],
    complaint: () => [
      facts.no,
      word(follow.complaints.types, facts.type),
      word(follow.complaints.states, facts.status),
    ],
    rating: () => [
      facts.satisfaction && follow.satisfactions[facts.satisfaction],
      facts.stars && follow.card.stars({ count: facts.stars }),
      facts.text,
    ],
    gift: () => [named(facts)],
    reading: () => [facts.km !== undefined && f.km(facts.km)],
    consent: () => [
      facts.kind && t.consentKinds[facts.kind],
      facts.given ? t.yes : t.refuses,
      word(t.channels, facts.channel),
    ],
    change: () => [changeOf(), facts.by && t.timeline.by({ name: facts.by })],
  } satisfies Record<TimelineKind, () => unknown[]>
  const changeOf = () => {
    const { label, on, tier, role } = facts.facts ?? {}
    if (facts.event === 'customer.label' && typeof label === 'string')
      return on ? t.timeline.labelOn({ label }) : t.timeline.labelOff({ label })
    const event = facts.event && t.timeline.events[facts.event]
    if (tier) return `${event}: ${word({ ...t.tiers, rule: t.tier.rule }, String(tier))}`
    return role ? `${event}: ${word(t.roles, String(role))}` : event
  }
  return said[kind]().filter(Boolean).join(' · ')
}
