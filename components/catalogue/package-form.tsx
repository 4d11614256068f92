'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { FUELS } from '@/lib/catalogue/fit'
import { BAY_KINDS, type BayKind } from '@/lib/dealership/bay'
import { catalogue } from '@/lib/i18n/catalogue'
import { common } from '@/lib/i18n/common'
import { settings } from '@/lib/i18n/settings'
import { OperationRows, PartRows, type Piece } from './package-rows'
import { WorkFields, type Work } from './work-fields'

type PackageValues = Work & {
  id: string
  code: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  bayKind: BayKind
  quickLane: boolean
  sameDay: boolean
  bookableOnline: boolean
  fuels: string[]
  fromKm: number | null
  toKm: number | null
  operations: { code: string }[]
  parts: { no: string; quantityMilli: number }[]
}
type Props = {
  action: FormAction
  values?: PackageValues
  pieces: { operations: Piece[]; parts: Piece[] }
}

/** What belongs to a service package; its prices are set apart. */
export function PackageForm({ action, values, pieces }: Props) {
  const t = useMessages(catalogue)
  const s = useMessages(settings)
  const c = useMessages(common)
  return (
    <Card>
      <ActionForm action={action} okMessage={t.saved}>
        <input type="hidden" name="id" value={values?.id ?? ''} />
        <div className="tablet:grid-cols-2 grid gap-4">
          <Field label={t.code} name="code" required>
            <Input defaultValue={values?.code} maxLength={30} autoCapitalize="characters" />
          </Field>
          <Field label={t.name} name="name" required>
            <Input defaultValue={values?.name} maxLength={120} />
          </Field>
          <Field label={t.nameEn} name="nameEn" optional>
            <Input defaultValue={values?.nameEn} maxLength={120} />
          </Field>
          <Field label={t.bayKind} name="bayKind" required>
            <Select
              defaultValue={values?.bayKind ?? 'general'}
              options={BAY_KINDS.map((value) => ({ value, label: s.bayKinds[value] }))}
            />
          </Field>
        </div>
        <WorkFields work={values} minutesLabel={t.duration} />
        <div className="tablet:grid-cols-2 grid gap-4">
          <Field label={t.description} name="description" optional>
            <Textarea defaultValue={values?.description} maxLength={300} rows={2} />
          </Field>
          <Field label={t.descriptionEn} name="descriptionEn" optional>
            <Textarea defaultValue={values?.descriptionEn} maxLength={300} rows={2} />
          </Field>
        </div>
        <OperationRows first={values?.operations.map(({ code }) => code) ?? []} pieces={pieces.operations} />
        <PartRows first={values?.parts ?? []} pieces={pieces.parts} />
        <ChipGroup legend={t.fits} name="fuels">
          {FUELS.map((fuel) => (
            <ChipCheck key={fuel} name="fuels[]" value={fuel} defaultChecked={values?.fuels.includes(fuel)}>
              {t.fuels[fuel]}
            </ChipCheck>
          ))}
        </ChipGroup>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t.fromKm} name="fromKm" optional>
            <DigitsInput defaultValue={values?.fromKm ?? ''} />
          </Field>
          <Field label={t.toKm} name="toKm" optional>
            <DigitsInput defaultValue={values?.toKm ?? ''} />
          </Field>
        </div>
        <div className="tablet:grid-cols-3 grid">
          <Checkbox
            name="bookableOnline"
            label={t.bookableOnline}
            defaultChecked={values?.bookableOnline ?? true}
          />
          <Checkbox name="quickLane" label={t.quickLane} defaultChecked={values?.quickLane} />
          <Checkbox name="sameDay" label={t.sameDay} defaultChecked={values?.sameDay ?? true} />
        </div>
        <Submit className="self-end">{values ? c.save : t.packageAdd}</Submit>
      </ActionForm>
    </Card>
  )
}
