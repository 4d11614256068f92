'use client'

import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DigitsInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { approvals } from '@/lib/i18n/approvals'
import { orderRules } from '@/lib/i18n/order-rules'
import { AUDIT_POINTS } from '@/lib/orders/audit'
import type { RulePoint } from '@/lib/orders/order-rules'

/** Adds a point to the draft of the rules, changes its words or number, or takes it away. */
export function RulePointDialog({ point, action }: { point?: RulePoint; action: FormAction }) {
  const t = useMessages(orderRules)
  const checks = useMessages(approvals).audit.points
  return (
    <FormDialog
      {...(point
        ? ({ look: 'row', label: t.change, labelOf: t.changeOf(point) } as const)
        : ({ look: 'add', label: t.add } as const))}
      title={point ? t.changeOf(point) : t.add}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="no" value={point?.no ?? ''} />
      <Field label={t.textZh} name="text" required>
        <Textarea defaultValue={point?.text} maxLength={500} rows={3} />
      </Field>
      <Field label={t.textEn} name="textEn" required>
        <Textarea defaultValue={point?.textEn} maxLength={500} rows={3} />
      </Field>
      <Field label={t.check} name="auditPoint" optional>
        <Select
          defaultValue={point?.auditPoint ?? ''}
          placeholder={t.noCheck}
          options={AUDIT_POINTS.map((value) => ({ value, label: checks[value].missing }))}
        />
      </Field>
      <Field label={t.to} name="to" optional>
        <DigitsInput defaultValue={point?.no ?? ''} maxLength={3} />
      </Field>
      {point && <Checkbox name="remove" label={t.remove} />}
    </FormDialog>
  )
}
