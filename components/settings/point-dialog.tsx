'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { floor } from '@/lib/i18n/floor'
import { isUsualPoint, SHIFT_PARTS, type ShiftPoint } from '@/lib/reception/shift-points'

type Props = { point?: ShiftPoint; words?: string; action: FormAction }

/** Adds a point to the checklist of the shift, changes its words, or takes it away. */
export function PointDialog({ point, words = '', action }: Props) {
  const { points: t, shift } = useMessages(floor)
  const usual = point && isUsualPoint(point.code) ? point.code : null
  return (
    <FormDialog
      {...(point
        ? ({ look: 'row', label: t.change, labelOf: t.changeOf({ name: words }) } as const)
        : ({ look: 'add', label: t.add } as const))}
      title={point ? words : t.add}
      action={action}
      okMessage={t.saved}
    >
      <input type="hidden" name="code" value={point?.code ?? ''} />
      {!usual && (
        <Field label={t.part} name="part" required>
          <Select
            defaultValue={point?.part ?? 'tools'}
            options={SHIFT_PARTS.map((value) => ({ value, label: shift.parts[value] }))}
          />
        </Field>
      )}
      <Field label={t.nameZh} name="name" required={!usual} hint={usual ? t.usual : undefined}>
        <Input
          defaultValue={point?.name}
          placeholder={usual ? floor['zh-CN'].shift.points[usual] : undefined}
          maxLength={60}
        />
      </Field>
      <Field label={t.nameEn} name="nameEn" optional>
        <Input
          defaultValue={point?.nameEn}
          placeholder={usual ? floor.en.shift.points[usual] : undefined}
          maxLength={60}
        />
      </Field>
      {point && <Checkbox name="retired" label={t.retired} />}
    </FormDialog>
  )
}

export function BringBack({ code, action }: { code: string; action: FormAction }) {
  const t = useMessages(floor).points
  return (
    <ActionForm action={action} okMessage={t.saved} className="gap-0!">
      <input type="hidden" name="code" value={code} />
      <Submit variant="secondary">{t.back}</Submit>
    </ActionForm>
  )
}
