'use client'

import clsx from 'clsx'
import { Pencil, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { Th } from '@/components/ui/table'
import { estimate } from '@/lib/i18n/estimate'
import { orders } from '@/lib/i18n/orders'
import { isLive } from '@/lib/orders/job'
import { titleIn, type LineView } from '@/lib/orders/views'
import type { PackageChoice } from './add-line'
import { CancelLine } from './cancel-line'
import { InspectedLine } from './inspected-line'
import { LineMarks } from './line-marks'
import type { Operation } from './operation-finder'
import { JobStatusMark } from './order-state'
import { LineSheet, type LineActions, type Person } from './line-sheet'
import { PartRow } from './part-row'
import type { SearchParts } from './part-finder'
import { Refused } from './refused'
import { usePost } from './use-post'

type Props = {
  lines: LineView[]
  editable: boolean
  technicians: Person[]
  packages: PackageChoice[]
  operations: Operation[]
  actions: LineActions & {
    remove: FormAction
    cancel: FormAction | null
    price: FormAction | null
    free: FormAction | null
  }
  searchParts: SearchParts
  discountLimit: number
  /** The way to add lines, below the table. */
  children?: ReactNode
}

/** Columns for which a phone has no room: there the total stands alone. */
const APART = 'max-tablet:hidden'

/** The lines of an order with labour and parts apart, the stock beside each part. */
export function LinesTable({
  lines,
  editable,
  technicians,
  packages,
  operations,
  actions,
  searchParts,
  discountLimit,
  children,
}: Props) {
  const t = useMessages(orders)
  const words = useMessages(estimate)
  const locale = useLocale()
  const format = useFormat()
  const { state, pending, post } = usePost(actions.remove)
  const [editing, setEditing] = useState<string | null>(null)
  const edited = lines.find(({ id, status }) => id === editing && status === 'proposed')
  const dropped = (line: LineView) => line.status === 'declined' || line.status === 'cancelled'
  const off = (line: LineView) => dropped(line) || !line.chosen
  return (
    <div className="rounded-card border-line bg-surface border">
      <Refused state={state} />
      <div className="relative overflow-x-auto" tabIndex={0} role="group" aria-label={t.lines.title}>
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t.lines.title}</caption>
          <thead>
            <tr>
              <Th>{t.lines.work}</Th>
              <Th numeric className={APART}>
                {t.lines.hours}
              </Th>
              <Th numeric className={APART}>
                {t.lines.labour}
              </Th>
              <Th numeric className={APART}>
                {t.lines.parts}
              </Th>
              <Th numeric className={APART}>
                {t.lines.discount}
              </Th>
              <Th numeric>{t.lines.total}</Th>
              {editable && <Th aria-label={t.lines.editTitle} />}
            </tr>
          </thead>
          {lines.map((line) => (
            <tbody
              key={line.id}
              className={off(line) ? 'text-muted border-line border-b' : 'border-line border-b last:border-0'}
            >
              <tr className="align-top">
                <th scope="row" className="tablet:min-w-44 px-4 py-2 font-medium">
                  <span className={dropped(line) ? 'line-through' : undefined}>{titleIn(locale, line)}</span>
                  <span className="mt-1 flex flex-wrap gap-1 font-normal">
                    {line.deferredTo ? (
                      <Badge tone="amber">{words.aside.putOff}</Badge>
                    ) : (
                      (line.status !== 'proposed' || line.additionalWorkId) && (
                        <JobStatusMark status={line.status} />
                      )
                    )}
                    {line.additionalWorkId && <Badge tone="amber">{t.lines.fromRequest}</Badge>}
                    {line.payer !== 'customer' && <Badge tone="indigo">{t.payers[line.payer]}</Badge>}
                    {line.priceAfterInspection && <Badge tone="amber">{t.lines.afterInspection}</Badge>}
                    {line.requestedTechnician && <Badge>{line.requestedTechnician}</Badge>}
                    <LineMarks line={line} />
                  </span>
                  {line.reason && <span className="text-muted block text-sm font-normal">{line.reason}</span>}
                  {line.declineReason && (
                    <span className="block text-sm font-normal">
                      {line.status === 'cancelled'
                        ? t.lines.cancelledBecause({ reason: line.declineReason })
                        : line.deferredTo
                          ? words.aside.deferred({
                              day: format.day(line.deferredTo),
                              reason: line.declineReason,
                            })
                          : t.lines.declinedBecause({ reason: line.declineReason })}
                    </span>
                  )}
                  <span className="mt-1 flex flex-wrap items-center gap-x-2 font-normal empty:hidden">
                    {line.priceAfterInspection && actions.free && isLive(line.status) && (
                      <InspectedLine
                        jobId={line.id}
                        title={titleIn(locale, line)}
                        asked={line.priceAsked}
                        price={actions.price}
                        free={actions.free}
                      />
                    )}
                    {actions.cancel && (line.status === 'queued' || line.status === 'assigned') && (
                      <CancelLine jobId={line.id} title={titleIn(locale, line)} action={actions.cancel} />
                    )}
                  </span>
                </th>
                <td className={clsx(APART, 'tabular px-3 py-2 text-right whitespace-nowrap')}>
                  {format.labourHours(line.minutes)}
                </td>
                <td className={clsx(APART, 'tabular px-3 py-2 text-right')}>
                  {line.priceAfterInspection ? '–' : format.money(line.labourFen)}
                </td>
                <td className={clsx(APART, 'tabular px-3 py-2 text-right')}>
                  {line.partsFen ? format.money(line.partsFen) : '–'}
                </td>
                <td className={clsx(APART, 'tabular px-3 py-2 text-right')}>
                  {line.discountFen ? format.money(-line.discountFen) : '–'}
                </td>
                <td className="tabular px-3 py-2 text-right font-medium">
                  {line.priceAfterInspection ? '–' : format.money(line.totalFen)}
                </td>
                {editable && (
                  <td className="px-2 py-1 whitespace-nowrap">
                    {line.status === 'proposed' && !line.additionalWorkId && (
                      <>
                        <IconButton
                          label={t.lines.edit({ title: titleIn(locale, line) })}
                          icon={<Pencil aria-hidden className="size-4" />}
                          className="inline-grid"
                          onClick={() => setEditing(line.id)}
                        />
                        <IconButton
                          label={t.lines.remove({ title: titleIn(locale, line) })}
                          icon={<Trash2 aria-hidden className="size-4" />}
                          className="inline-grid"
                          disabled={pending}
                          onClick={() => post({ jobId: line.id })}
                        />
                      </>
                    )}
                  </td>
                )}
              </tr>
              {line.parts.map((part) => (
                <PartRow key={part.id} part={part} live={isLive(line.status)} columns={editable ? 2 : 1} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {!lines.length && (
        <p className="text-muted px-4 py-6 text-center">
          <span className="text-ink font-title block text-lg font-semibold">{t.lines.none}</span>
          {t.lines.noneLead}
        </p>
      )}
      {children}
      {edited && (
        <LineSheet
          line={edited}
          lines={lines}
          packages={packages}
          operations={operations}
          technicians={technicians}
          actions={actions}
          searchParts={searchParts}
          discountLimit={discountLimit}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
