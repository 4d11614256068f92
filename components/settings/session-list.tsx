'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card, Section } from '@/components/ui/card'
import { Submit } from '@/components/ui/submit'
import { Time } from '@/components/ui/time'
import { people } from '@/lib/i18n/people'

type Session = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string }

const BROWSERS = ['Edg', 'Firefox', 'Chrome', 'Safari', 'curl']
const SYSTEMS = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS X', 'Linux']
const known = (agent: string, words: string[]) => words.find((word) => agent.includes(word))

/** Where a person is signed in, and the way to end it. */
export function SessionList({
  id,
  sessions,
  action,
}: {
  id: string
  sessions: Session[]
  action: FormAction
}) {
  const t = useMessages(people)
  return (
    <Section
      title={t.sessions}
      aside={sessions.length || undefined}
      action={
        sessions.length > 1 && (
          <ActionForm action={action} okMessage={t.ended}>
            <input type="hidden" name="id" value={id} />
            <Submit variant="secondary" size="small">
              {t.endAll}
            </Submit>
          </ActionForm>
        )
      }
    >
      <Card padded={false} className="divide-line divide-y">
        {sessions.length === 0 && <p className="text-muted p-4">{t.noSessions}</p>}
        {sessions.map((session) => (
          <div key={session.id} className="flex items-center gap-3 px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">
                {[known(session.userAgent, BROWSERS), known(session.userAgent, SYSTEMS)]
                  .filter(Boolean)
                  .join(' · ') || t.unknownBrowser}
              </p>
              <p className="text-muted text-sm">
                {t.since} <Time at={session.createdAt} /> · {t.lastSeen} <Time at={session.lastSeenAt} />
              </p>
            </div>
            <ActionForm action={action} okMessage={t.ended}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="sessionId" value={session.id} />
              <Submit variant="quiet" size="small">
                {t.endSession}
              </Submit>
            </ActionForm>
          </div>
        ))}
      </Card>
    </Section>
  )
}
