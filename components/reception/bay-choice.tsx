'use client'

import { useLocale, useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { nameIn } from '@/lib/core/name-in'
import { floor } from '@/lib/i18n/floor'
import type { FloorBay } from '@/lib/reception/floor'

type Props = {
  visitId: string
  bay: { id: string; name: string; nameEn: string } | null
  bays: FloorBay[]
  action?: FormAction
}

/** S2-07: where the guide leads the car; another bay by choice. */
export function BayChoice({ visitId, bay, bays, action }: Props) {
  const t = useMessages(floor).bays
  const locale = useLocale()
  if (bays.length === 0) return null
  const free = bays.filter(({ id, car }) => !car || id === bay?.id)
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-lg font-medium">{bay ? t.lead({ bay: nameIn(bay, locale) }) : t.none}</p>
      {action && (
        <FormDialog label={t.change} title={t.change} action={action}>
          <input type="hidden" name="visitId" value={visitId} />
          <Field label={t.bay} name="bayId">
            <Select
              defaultValue={bay?.id ?? ''}
              options={[
                { value: '', label: t.none },
                ...free.map(({ id, ...one }) => ({ value: id, label: nameIn(one, locale) })),
              ]}
            />
          </Field>
        </FormDialog>
      )}
    </div>
  )
}
