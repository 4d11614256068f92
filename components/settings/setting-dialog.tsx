'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ChipCheck } from '@/components/ui/chip'
import { Dialog, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input, TimeInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { choicesOf, settingToText } from '@/lib/dealership/setting-register'
import { common } from '@/lib/i18n/common'
import { settingNames } from '@/lib/i18n/setting-names'
import { settings } from '@/lib/i18n/settings'
import type { SettingRow } from './settings-list'
import { settingValue } from './setting-value'

type Props = { row: SettingRow | null; action: FormAction; onClose: () => void }

/** Changes one setting in the unit people use, or brings its default back. */
export function SettingDialog({ row, action, onClose }: Props) {
  const t = useMessages(settings)
  const { cancel } = useMessages(common)
  const names = useMessages(settingNames)
  const locale = useLocale()
  if (!row) return null
  const { name, meaning } = names[row.key]
  const standard = t.standard({ value: settingValue(row.key, row.unit, row.fallback, locale) })
  return (
    <Dialog open onClose={onClose} title={name} lead={meaning}>
      <ActionForm action={action} onOk={onClose} okMessage={t.saved}>
        <input type="hidden" name="key" value={row.key} />
        <Value row={row} hint={standard} />
        <DialogFooter>
          <Button onClick={onClose}>{cancel}</Button>
          <Submit>{t.change}</Submit>
          {row.changedAt && (
            <Submit variant="quiet" name="reset" value="on" className="order-first mr-auto">
              {t.backToDefault}
            </Submit>
          )}
        </DialogFooter>
      </ActionForm>
    </Dialog>
  )
}

function Value({ row, hint }: { row: SettingRow; hint: string }) {
  const t = useMessages(settings)
  if (Array.isArray(row.value)) {
    const chosen = row.value.map(String)
    return (
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t.value}</legend>
        <div className="flex flex-wrap gap-2">
          {Object.entries(t.pieces).map(([piece, word]) => (
            <ChipCheck key={piece} name="text[]" value={piece} defaultChecked={chosen.includes(piece)}>
              {word}
            </ChipCheck>
          ))}
        </div>
      </fieldset>
    )
  }
  const text = settingToText(row.key, row.value)
  if (row.unit === 'choice') {
    const words: Record<string, string> = t.choices
    const options = choicesOf(row.key).map((value) => ({ value, label: words[value] ?? value }))
    return (
      <Field label={t.value} name="text" hint={hint}>
        <Select options={options} defaultValue={text} />
      </Field>
    )
  }
  if (row.unit === 'clock')
    return (
      <Field label={t.value} name="text" hint={hint}>
        <TimeInput defaultValue={text} />
      </Field>
    )
  if (row.unit === 'text')
    return (
      <Field label={t.value} name="text" hint={hint}>
        <Input autoComplete="off" defaultValue={text} />
      </Field>
    )
  return (
    <Field label={`${t.value} (${t.units[row.unit]})`} name="text" hint={hint} required>
      <Input inputMode="decimal" autoComplete="off" defaultValue={text} className="tabular max-w-40" />
    </Field>
  )
}
