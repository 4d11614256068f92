'use client'

import { Link } from '@/components/ui/link'
import { Phone } from 'lucide-react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Seal } from '@/components/visit/seal'
import { approvals as approvalWords } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import type { LineChange } from '@/lib/orders/estimate-difference'
import { signatureImage, typedNameOf } from '@/lib/reception/signature'

import { VersionChanges } from './version-changes'

type Version = {
  id: string
  version: number
  hash: string
  totalFen: number
  createdAt: Date
  supersededAt: Date | null
  /** Against the version before; null for the first. */
  changes: LineChange[] | null
}
export type ApprovalView = {
  id: string
  channel: 'tablet' | 'link' | 'phone' | 'paper'
  givenBy: string
  callNote: string
  calledNumber: string
  readOut: string
  recordedBy: string
  /** Nobody has signed yet what was agreed by telephone. */
  open: boolean
  documentHash: string
  at: Date
  estimate: { version: number } | null
  signature: { strokes: unknown; documentVersion: number } | null
}

const sealChannel = (channel: ApprovalView['channel'], strokes: unknown) =>
  typedNameOf(strokes)
    ? ('typed' as const)
    : channel === 'tablet'
      ? ('glass' as const)
      : channel === 'link'
        ? ('link' as const)
        : ('paper' as const)

/** All printed versions and every yes of the customer, each with its seal (S3-43). */
export function VersionsCard({
  orderId,
  versions,
  approvals,
}: {
  orderId: string
  versions: Version[]
  approvals: ApprovalView[]
}) {
  const t = useMessages(orders).versions
  const { phone: a, readOut } = useMessages(approvalWords)
  const format = useFormat()
  return (
    <Section title={t.title}>
      <Card className="grid gap-3">
        {versions.length ? (
          <ul className="grid gap-1">
            {versions.map(({ id, version, totalFen, createdAt, supersededAt, changes }) => (
              <li key={id} className="tabular flex flex-wrap items-center gap-x-4 gap-y-1">
                <Link
                  href={`/orders/${orderId}/print?version=${version}`}
                  className="text-celadon-ink desk:min-h-9 inline-flex min-h-11 items-center font-medium"
                >
                  {t.version({ version })}
                </Link>
                <span className="text-muted text-sm">{format.dateTime(createdAt)}</span>
                <Badge tone={supersededAt ? 'neutral' : 'celadon'}>
                  {supersededAt ? t.superseded : t.current}
                </Badge>
                <span className="ml-auto">{format.money(totalFen)}</span>
                {changes && (
                  <div className="basis-full pl-3">
                    <VersionChanges changes={changes} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{t.none}</p>
        )}
        {approvals.length > 0 && (
          <ul className="border-line flex flex-wrap gap-x-8 gap-y-2 border-t pt-3">
            {approvals.map((approval) => (
              <li key={approval.id}>
                <p className="text-muted text-sm">
                  {approval.estimate ? t.version(approval.estimate) : t.additional}
                </p>
                {approval.signature ? (
                  <Seal
                    what={approval.estimate ? 'signed' : 'approved'}
                    by={approval.givenBy}
                    at={approval.at.toISOString()}
                    channel={sealChannel(approval.channel, approval.signature.strokes)}
                    version={approval.signature.documentVersion}
                    hash={approval.documentHash}
                    imageSrc={signatureImage(approval.signature.strokes) ?? undefined}
                  />
                ) : (
                  <p className="flex max-w-80 items-start gap-2 py-2">
                    <Phone aria-hidden className="mt-1 size-4 shrink-0" />
                    <span>
                      {t.byPhone({ name: approval.givenBy })} · {format.dateTime(approval.at)}{' '}
                      {approval.open && <Badge tone="amber">{a.open}</Badge>}
                      <span className="text-muted block text-sm">
                        {approval.calledNumber
                          ? a.recorded({ name: approval.recordedBy, number: approval.calledNumber })
                          : a.recordedWithout({ name: approval.recordedBy })}
                      </span>
                      {approval.readOut && (
                        <span className="text-muted block text-sm">
                          {a.read({
                            points: approval.readOut
                              .split(',')
                              .map((point) => readOut[point as keyof typeof readOut] ?? point)
                              .join(', '),
                          })}
                        </span>
                      )}
                      {approval.callNote && (
                        <span className="text-muted block text-sm">{approval.callNote}</span>
                      )}
                    </span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  )
}
