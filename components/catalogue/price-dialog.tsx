'use client'

import { useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { catalogue } from '@/lib/i18n/catalogue'
import { common } from '@/lib/i18n/common'

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
  const c = useMessages(common)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        size={primary ? 'medium' : 'small'}
        aria-label={t.newPriceOf({ name })}
        onClick={() => setOpen(true)}
      >
        {t.newPrice}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.newPriceOf({ name })} lead={t.newPriceLead}>
        <ActionForm action={action} okMessage={t.saved} onOk={() => setOpen(false)} className="text-left">
          {children}
          <Field label={t.validFrom} name="validFrom" required>
            <DateInput defaultValue={today} min={today} />
          </Field>
          <Submit className="self-end">{c.save}</Submit>
        </ActionForm>
      </Dialog>
    </>
  )
}
