'use client'

import { Link } from '@/components/ui/link'
import { useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Card, Facts, Section } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import type { ComplaintStatus, ComplaintType } from '@/lib/follow-up/complaint'
import type { Satisfaction } from '@/lib/follow-up/follow-up'
import { customers } from '@/lib/i18n/customers'
import { followUp } from '@/lib/i18n/follow-up'

type Channel = 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'

type Props = {
  customer: {
    preferredChannel: Channel
    customerNotes: { id: string; text: string; at: Date }[]
    ratings: { id: string; satisfaction: Satisfaction; adviserStars: number | null; text: string; at: Date }[]
    complaints: {
      id: string
      no: string
      status: ComplaintStatus
      type: ComplaintType
      problem: string
      receivedAt: Date
    }[]
  }
  /** Whether the reader may open the complaints. */
  complaintsOpen: boolean
  /** Left out where they can be written beside it. */
  withNotes: boolean
}

/** The behaviour dimension: channel, notes, ratings, complaints (X-CRM-04). */
export function Behaviour({ customer, complaintsOpen, withNotes }: Props) {
  const t = useMessages(customers)
  const words = useMessages(followUp)
  return (
    <Section title={t.behaviour}>
      <Card className="grid gap-5">
        <Facts facts={[{ term: t.channel, value: t.channels[customer.preferredChannel] }]} />
        {withNotes && (
          <Part title={t.notes} empty={t.noNotes}>
            {customer.customerNotes.map((note) => (
              <li key={note.id}>
                {note.text} <Time at={note.at} show="day" className="text-muted text-sm" />
              </li>
            ))}
          </Part>
        )}
        <Part title={t.ratings} empty={t.noRatings}>
          {customer.ratings.map((rating) => (
            <li key={rating.id}>
              {words.satisfactions[rating.satisfaction]}
              {rating.adviserStars && ` · ${words.card.stars({ count: rating.adviserStars })}`}{' '}
              <Time at={rating.at} show="day" className="text-muted text-sm" />
              {rating.text && <q className="text-muted block">{rating.text}</q>}
            </li>
          ))}
        </Part>
        <Part title={t.complaints} empty={t.noComplaints}>
          {customer.complaints.map((one) => (
            <li key={one.id}>
              {complaintsOpen ? (
                <Link href={`/follow-up/complaints/${one.id}`} className="text-celadon-ink tabular underline">
                  {one.no}
                </Link>
              ) : (
                <span className="tabular">{one.no}</span>
              )}{' '}
              <Badge tone="plum">{words.complaints.types[one.type]}</Badge>{' '}
              {words.complaints.states[one.status]}
              <span className="text-muted line-clamp-2 text-sm">{one.problem}</span>
            </li>
          ))}
        </Part>
      </Card>
    </Section>
  )
}

function Part({ title, empty, children }: { title: string; empty: string; children: React.ReactNode[] }) {
  return (
    <div>
      <h3 className="mb-1 font-medium">{title}</h3>
      {children.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <ul className="grid gap-2">{children}</ul>
      )}
    </div>
  )
}
