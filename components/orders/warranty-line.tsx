'use client'

import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { Choices } from '@/components/ui/choices'
import { ConfirmButton } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { approvals } from '@/lib/i18n/approvals'
import { orders } from '@/lib/i18n/orders'
import type { Payer } from '@/lib/orders/totals'
import { titleIn } from '@/lib/orders/views'
import { warrantyFlow, type WarrantyState } from '@/lib/orders/warranty'

export type WarrantyActions = {
  decide: FormAction | null
  report: FormAction | null
  conclude: FormAction | null
}
export type WarrantyLineView = {
  id: string
  title: string
  titleEn: string
  payer: Payer
  warranty: WarrantyState
  /** Who would pay by the decision. */
  proposed: Payer | null
  decision: {
    reason: string
    diagnosis: string
    decidedAt: Date
    decidedBy: string
    authority: string
    reportNo: string
    reportedAt: Date | null
    conclusion: string
    concludedOn: string | null
  } | null
}

const TONES = {
  notApplicable: 'neutral',
  inside: 'pine',
  approved: 'pine',
  outside: 'neutral',
  refused: 'neutral',
  undecided: 'amber',
  reported: 'amber',
} as const

/** One line with its warranty decision, the report to the maker and its answer (S2-58 … S2-61). */
export function WarrantyLine({
  line,
  authority,
  actions,
}: {
  line: WarrantyLineView
  authority: string
  actions: WarrantyActions
}) {
  const t = useMessages(approvals).warranty
  const { payers } = useMessages(orders)
  const locale = useLocale()
  const format = useFormat()
  const { decision: made } = line
  const may = (action: Parameters<typeof warrantyFlow.may>[1]) => warrantyFlow.may(line.warranty, action)
  const hidden = <input type="hidden" name="jobId" value={line.id} />
  const buttons = (
    <>
      {actions.decide && (may('leaveOpen') || may('accept')) && (
        <ConfirmButton label={t.decide} title={t.decide} confirmLabel={t.save} action={actions.decide}>
          {hidden}
          <Choices
            legend={t.question}
            name="decision"
            choices={(['inside', 'outside', 'undecided'] as const).map((value) => ({
              value,
              label: t.decisions[value],
            }))}
          />
          <Field label={t.reason} name="reason" hint={t.reasonHint} required>
            <Textarea maxLength={500} defaultValue={made?.reason} />
          </Field>
          <Field label={t.diagnosis} name="diagnosis" optional>
            <Textarea maxLength={1000} defaultValue={made?.diagnosis} />
          </Field>
        </ConfirmButton>
      )}
      {actions.report && may('report') && (
        <ConfirmButton label={t.report} title={t.report} confirmLabel={t.reportNow} action={actions.report}>
          {hidden}
          <Field label={t.authority} name="authority" required>
            <Input maxLength={120} defaultValue={authority} />
          </Field>
          <Field label={t.diagnosis} name="diagnosis" required>
            <Textarea maxLength={1000} defaultValue={made?.diagnosis} />
          </Field>
          <Field label={t.reportNo} name="reportNo" optional>
            <Input maxLength={60} />
          </Field>
        </ConfirmButton>
      )}
      {actions.conclude && may('approve') && (
        <ConfirmButton label={t.conclude} title={t.conclude} confirmLabel={t.save} action={actions.conclude}>
          {hidden}
          <Choices
            legend={t.answer}
            name="approved"
            choices={[
              { value: 'true', label: t.states.approved },
              { value: 'false', label: t.states.refused },
            ]}
          />
          <Field label={t.conclusion} name="conclusion" required>
            <Textarea maxLength={1000} />
          </Field>
          <Field label={t.concludedOn} name="concludedOn" optional>
            <DateInput />
          </Field>
        </ConfirmButton>
      )}
    </>
  )
  return (
    <li className="grid gap-1 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 font-medium">{titleIn(locale, line)}</span>
        {(made || line.warranty !== 'notApplicable') && (
          <Badge tone={TONES[line.warranty]}>{t.states[line.warranty]}</Badge>
        )}
        {buttons}
      </div>
      {made && (
        <div className="text-muted text-sm">
          <p>
            {t.told({ reason: made.reason })} · {made.decidedBy} {format.dateTime(made.decidedAt)}
          </p>
          {made.diagnosis && <p>{t.diagnosed({ text: made.diagnosis })}</p>}
          {made.reportedAt && (
            <p>
              {t.reported({ authority: made.authority, time: format.dateTime(made.reportedAt) })}{' '}
              {made.reportNo}
            </p>
          )}
          {made.concludedOn && (
            <p>{t.concluded({ text: made.conclusion, day: format.calendarDay(made.concludedOn) })}</p>
          )}
        </div>
      )}
      {line.proposed && line.proposed !== line.payer && (
        <p className="text-amber-ink text-sm">
          {t.payerProposed({ proposed: payers[line.proposed], now: payers[line.payer] })}
        </p>
      )}
    </li>
  )
}
