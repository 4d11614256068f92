'use client'

import { CircleAlert } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Card, Section } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { approvals } from '@/lib/i18n/approvals'
import { AUDIT_PLACES, type AuditPoint, type AuditResult } from '@/lib/orders/audit'

export type AuditView = AuditResult & {
  orderId: string
  visitId: string
  omissions: string[]
  /** The rules in force when the order was opened, and the number of the point behind a check. */
  rules: { version: number; points: Partial<Record<AuditPoint, number>> } | null
}

/** What an auditor would miss on this order, with what to do about each and the point of the rules it refers to (S3-33, S3-34, S3-39). */
export function AuditCard({ audit }: { audit: AuditView }) {
  const { audit: t, defects } = useMessages(approvals)
  const format = useFormat()
  const names = defects.names as Record<string, string>
  return (
    <Section title={t.title}>
      <Card className="grid gap-3">
        {audit.scoreBp !== null && (
          <>
            <p className="font-title tabular text-3xl font-semibold">{format.percent(audit.scoreBp)}</p>
            <Progress value={audit.fine} max={audit.due} label={t.title} />
          </>
        )}
        {audit.omissions.length > 0 && (
          <Notice kind="warning">
            {defects.onOrder({ points: format.list(audit.omissions.map((point) => names[point] ?? point)) })}
          </Notice>
        )}
        {audit.missing.length === 0 ? (
          <p className="text-muted">{t.complete}</p>
        ) : (
          <ul className="grid gap-2">
            {audit.missing.map((point) => (
              <li key={point} className="flex items-start gap-2">
                <CircleAlert aria-hidden className="text-amber-ink mt-1 size-4 shrink-0" />
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{t.points[point].missing}</span>
                  <span className="text-muted block text-sm">{t.points[point].todo}</span>
                  <span className="flex flex-wrap gap-x-4">
                    <Way audit={audit} point={point} />
                    <Rule rules={audit.rules} point={point} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
        {audit.later.length > 0 && (
          <details>
            <summary className="fold text-muted flex min-h-11 cursor-pointer items-center text-sm">
              {t.later({ count: audit.later.length })}
            </summary>
            <ul className="text-muted text-sm">
              {audit.later.map((point) => (
                <li key={point}>{t.points[point].todo}</li>
              ))}
            </ul>
          </details>
        )}
      </Card>
    </Section>
  )
}

function Way({ audit, point }: { audit: AuditView; point: AuditPoint }) {
  const t = useMessages(approvals).audit.places
  const place = AUDIT_PLACES[point]
  const order = `/orders/${audit.orderId}`
  const hrefs = {
    reception: `/reception/${audit.visitId}`,
    customer: `/reception/${audit.visitId}`,
    sign: `${order}/sign`,
    requests: `${order}#additional-work`,
    warranty: `${order}#warranty`,
    board: '/workshop',
    parts: '/parts',
    quality: `/quality/${audit.orderId}`,
  }
  if (!place) return null
  return (
    <Link
      href={hrefs[place]}
      className="text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center text-sm font-medium"
    >
      {t[place]}
    </Link>
  )
}

function Rule({ rules, point }: { rules: AuditView['rules']; point: AuditPoint }) {
  const t = useMessages(approvals).audit
  const no = rules?.points[point]
  if (!rules || !no) return null
  return (
    <Link
      href={`/settings/order-rules?version=${rules.version}#point-${no}`}
      className="text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center text-sm"
    >
      {t.rule({ no, version: rules.version })}
    </Link>
  )
}
