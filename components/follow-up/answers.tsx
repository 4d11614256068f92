'use client'

import { Link } from '@/components/ui/link'
import { useMessages } from '@/components/shell/locale'
import { Card, Facts, Section } from '@/components/ui/card'
import { common } from '@/lib/i18n/common'
import type { CallView } from './views'
import { followUp } from '@/lib/i18n/follow-up'

/** What came of a finished call. */
export function Answers({ card }: { card: CallView }) {
  const t = useMessages(followUp)
  const yesNo = useMessages(common)
  const { answers, satisfaction, problemSolved, complaints } = card
  const text = (key: string) => (typeof answers?.[key] === 'string' ? String(answers[key]) : '')
  const facts = [
    { term: t.answer.satisfaction, value: satisfaction && t.satisfactions[satisfaction] },
    { term: t.answer.solved, value: problemSolved === null ? null : problemSolved ? yesNo.yes : yesNo.no },
    { term: t.answer.vehicleState, value: text('vehicleState') },
    { term: t.answer.questions, value: text('questions') },
    { term: t.answer.suggestion, value: text('suggestion') },
    { term: t.answer.promoted, value: card.bookingPromoted ? yesNo.yes : yesNo.no },
  ]
  return (
    <Section title={t.answer.given}>
      <Card>
        <Facts facts={facts.filter(({ value }) => value)} />
        {complaints.map(({ id, no }) => (
          <Link
            key={id}
            href={`/follow-up/complaints/${id}`}
            className="text-celadon-ink mt-3 inline-block underline"
          >
            {t.complaintOpened({ no })}
          </Link>
        ))}
      </Card>
    </Section>
  )
}
