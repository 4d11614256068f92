'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Card, Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import { GUARANTEE, type RepairClass } from '@/lib/orders/guarantee'
import { REPAIR_CLASSES } from '@/lib/orders/schemas'
import type { Warning } from '@/lib/orders/three-guarantees'
import { WarrantyLine, type WarrantyActions, type WarrantyLineView } from './warranty-line'

export type WarrantyView = {
  lines: WarrantyLineView[]
  authority: string
  recalls: {
    id: string
    kind: 'recall' | 'campaign'
    title: string
    packageId: string | null
    dueOn: string
  }[]
  running: { orderId: string; no: string; lastDay: string; lastKm: number | null; titles: string[] }[]
  repairClass: RepairClass
  guarantee: { lastDay: string; lastKm: number | null } | null
  warnings: Warning[]
}

type Props = {
  orderId: string
  view: WarrantyView
  editable: boolean
  add: FormAction
  setClass: FormAction | null
  actions: WarrantyActions
}

/** Recalls of the car, guarantees that run, the decision on each line, and the counters of the three guarantees. */
export function WarrantyCard({ orderId, view, editable, add, setClass, actions }: Props) {
  const t = useMessages(approvals).warranty
  const format = useFormat()
  const locale = useLocale()
  const { km, days } = GUARANTEE[view.repairClass]
  const isOpen = (line: WarrantyLineView) => line.warranty === 'notApplicable' && !line.decision
  const [open, judged] = [view.lines.filter(isOpen), view.lines.filter((line) => !isOpen(line))]
  return (
    <Section id="warranty" title={t.title}>
      <Card className="grid gap-4">
        {view.warnings.map(({ key, count, level }) => (
          <Notice key={key} kind={level === 'reached' ? 'danger' : 'warning'}>
            {t.counters[key]({ count })} {t.levels[level]}
          </Notice>
        ))}
        {view.running.map((run) => (
          <Notice key={run.orderId} kind="info">
            {t.running({
              no: run.no,
              titles: run.titles.join(' · '),
              until: format.calendarDay(run.lastDay),
              km: run.lastKm === null ? '' : format.km(run.lastKm),
            })}
          </Notice>
        ))}
        {view.recalls.length > 0 && (
          <ul className="grid gap-2">
            {view.recalls.map((recall) => (
              <li key={recall.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone={recall.kind === 'recall' ? 'vermilion' : 'plum'}>{t.kinds[recall.kind]}</Badge>
                <span className="min-w-0 flex-1">
                  {recall.title}{' '}
                  <span className="text-muted text-sm">{format.calendarDay(recall.dueOn)}</span>
                </span>
                {editable && recall.title && (
                  <ActionForm action={add}>
                    <input type="hidden" name="orderId" value={orderId} />
                    {recall.packageId ? (
                      <input type="hidden" name="packageId" value={recall.packageId} />
                    ) : (
                      <input type="hidden" name="title" value={recall.title} />
                    )}
                    {recall.kind === 'recall' && <input type="hidden" name="payer" value="warranty" />}
                    <Submit variant="secondary">{t.take}</Submit>
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        )}
        <Lines lines={judged} authority={view.authority} actions={actions} />
        {open.length > 0 && (
          <details>
            <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
              {t.openLines({ count: open.length })}
            </summary>
            <Lines lines={open} authority={view.authority} actions={actions} />
          </details>
        )}
        <div className="grid gap-2">
          <p>
            {t.statutory({ name: t.classes[view.repairClass], km: format.km(km), days })}{' '}
            {view.guarantee &&
              t.until({
                day: format.calendarDay(view.guarantee.lastDay),
                km: view.guarantee.lastKm === null ? '' : format.km(view.guarantee.lastKm),
              })}
          </p>
          {setClass && (
            <ActionForm
              action={setClass}
              okMessage={orders[locale].terms.saved}
              className="flex-row! flex-wrap items-end gap-2!"
            >
              <input type="hidden" name="orderId" value={orderId} />
              <Field label={t.repairClass} name="repairClass" className="min-w-48 flex-1">
                <Select
                  defaultValue={view.repairClass}
                  options={REPAIR_CLASSES.map((value) => ({ value, label: t.classes[value] }))}
                />
              </Field>
              <Submit variant="secondary">{t.setClass}</Submit>
            </ActionForm>
          )}
        </div>
      </Card>
    </Section>
  )
}

function Lines({
  lines,
  authority,
  actions,
}: {
  lines: WarrantyLineView[]
  authority: string
  actions: WarrantyActions
}) {
  if (!lines.length) return null
  return (
    <ul className="divide-line divide-y">
      {lines.map((line) => (
        <WarrantyLine key={line.id} line={line} authority={authority} actions={actions} />
      ))}
    </ul>
  )
}
