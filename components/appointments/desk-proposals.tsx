'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Choices } from '@/components/ui/choices'
import { nameIn } from '@/lib/core/name-in'
import {
  PROPOSAL_OUTCOMES,
  proposalField,
  type Need,
  type ProposalKind,
  type ProposalOutcome,
} from '@/lib/appointments/proposals'
import { desk } from '@/lib/i18n/desk'

export const needKey = ({ kind, reference }: Pick<Need, 'kind' | 'reference'>) => `${kind}:${reference}`

/** A need or proposal by its title, else by what its reference means. */
export function useNeedTitle() {
  const t = useMessages(desk).needs
  const locale = useLocale()
  return (of: { kind: ProposalKind; reference: string; title: string; titleEn: string }) =>
    nameIn({ name: of.title, nameEn: of.titleEn }, locale) ||
    (t.words as Record<string, string>)[of.reference] ||
    t.kinds[of.kind]
}

type Props = {
  needs: Need[]
  answerTo: (need: Need) => ProposalOutcome | undefined
  onAnswer: (need: Need, outcome: ProposalOutcome) => void
}

/** What to propose, each with the customer's answer (S1-34); what was not raised is not kept. */
export function DeskProposals({ needs, answerTo, onAnswer }: Props) {
  const t = useMessages(desk).needs
  const titleOf = useNeedTitle()
  if (needs.length === 0) return null
  return (
    <div className="grid gap-3">
      <p className="text-muted text-sm">{t.lead}</p>
      {needs.map((need) => {
        const answer = answerTo(need)
        return (
          <div key={needKey(need)} data-stop="proposal">
            {answer && <input type="hidden" name="proposals" value={proposalField(need, answer)} />}
            <Choices
              legend={
                <>
                  <Badge tone={need.kind === 'recall' ? 'vermilion' : 'plum'}>{t.kinds[need.kind]}</Badge>{' '}
                  {need.safety && <Badge tone="vermilion">{t.safety}</Badge>} {titleOf(need)}{' '}
                  <Why need={need} />
                </>
              }
              name={`answer-${needKey(need)}`}
              value={answer ?? ''}
              onChange={(value) => onAnswer(need, value as ProposalOutcome)}
              choices={PROPOSAL_OUTCOMES.map((value) => ({ value, label: t.outcomes[value] }))}
            />
          </div>
        )
      })}
    </div>
  )
}

function Why({ need: { kind, on, remainingKm } }: { need: Need }) {
  const t = useMessages(desk).needs
  const format = useFormat()
  const words = [
    on && (kind === 'due' ? t.dueOn : t.on)({ day: format.calendarDay(on, 'short') }),
    remainingKm !== null &&
      (remainingKm >= 0 ? t.left({ km: format.km(remainingKm) }) : t.over({ km: format.km(-remainingKm) })),
  ].filter(Boolean)
  return words.length ? <span className="text-muted font-normal">· {words.join(' · ')}</span> : null
}
