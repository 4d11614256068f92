'use client'

import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
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
