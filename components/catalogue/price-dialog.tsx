'use client'

import type { ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import type { FormAction } from '@/components/ui/action-form'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { DateInput } from '@/components/ui/input'
import { catalogue } from '@/lib/i18n/catalogue'

type Props = {
  name: string
  today: string
  action: FormAction
  /** Amounts and what the price is for. */
  children: ReactNode
  primary?: boolean
}

/** A new price from a day on; the one before ends the day before. */
export function PriceDialog({ name, today, action, children, primary }: Props) {
  const t = useMessages(catalogue)
  return (
    <FormDialog
      look={primary ? 'add' : 'row'}
      label={t.newPrice}
      labelOf={t.newPriceOf({ name })}
      title={t.newPriceOf({ name })}
      lead={t.newPriceLead}
      action={action}
      okMessage={t.saved}
    >
      {children}
      <Field label={t.validFrom} name="validFrom" required>
        <DateInput defaultValue={today} min={today} />
      </Field>
    </FormDialog>
  )
}
