'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { ConfirmButton } from '@/components/ui/confirm'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import type { DuplicateReason } from '@/lib/customers/merge'
import { customers } from '@/lib/i18n/customers'

type Pair = { oneId: string; otherId: string; oneName: string; otherName: string; reasons: DuplicateReason[] }
type Props = {
  customerId: string
  pairs: Pair[]
  merges: { id: string; at: Date; merged: { no: string; name: string } }[]
  undo: FormAction
}

/** What the file looks like, and what has become part of it lately. */
export function MergeNotices({ customerId, pairs, merges, undo }: Props) {
  const t = useMessages(customers).merge
  if (pairs.length === 0 && merges.length === 0) return null
  return (
    <div className="mb-5 grid gap-3">
      {pairs.length > 0 && (
        <Notice kind="warning">
          {t.looksLike({ count: pairs.length })}
          <ul className="mt-1 grid gap-1">
            {pairs.slice(0, 3).map((pair) => (
              <li key={pair.oneId + pair.otherId}>
                <Link
                  href={`/customers/duplicates/${pair.oneId}/${pair.otherId}`}
                  className="inline-flex min-h-11 items-center underline"
                >
                  {`${pair.oneId === customerId ? pair.otherName : pair.oneName} (${pair.reasons
                    .map((reason) => t.reasons[reason])
                    .join(', ')})`}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {merges.map(({ id, at, merged }) => (
        <div key={id} className="flex flex-wrap items-center gap-3">
          <span>
            {t.undoTitle}: {merged.name} <span className="text-muted tabular">{merged.no}</span>{' '}
            <Time at={at} show="day" className="text-muted text-sm" />
          </span>
          <ConfirmButton label={t.undo} title={t.undo} action={undo} okMessage={t.undone} size="small">
            <input type="hidden" name="mergeId" value={id} />
            <p>{t.undoOf(merged)}</p>
          </ConfirmButton>
        </div>
      ))}
    </div>
  )
}
