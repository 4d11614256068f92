'use client'

import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Submit } from '@/components/ui/submit'
import type { FormState } from '@/lib/core/form-state'
import { REVEAL_REASONS, type Revealed } from '@/lib/customers/reveal'
import { customers } from '@/lib/i18n/customers'
import { phone } from '@/lib/i18n/format'

export type RevealAction = (previous: FormState, form: FormData) => Promise<FormState & { value?: string }>

type Props = {
  what: Revealed
  masked: string
  of: { customerId: string } | { vehicleId: string }
  /** Left out for who may not look. */
  action?: RevealAction
}

/** A number that is masked until somebody says why it has to be read in full. */
export function Reveal({ what, masked, of, action }: Props) {
  const t = useMessages(customers).reveal
  const [open, setOpen] = useState(false)
  const [value, setValue] = useState('')
  const look = async (previous: FormState, form: FormData) => {
    if (!action) return previous
    const { value: found, ...state } = await action(previous, form)
    if (found) setValue(found)
    return state
  }
  if (value)
    return what === 'vin' ? (
      <span className="break-all select-all">{value}</span>
    ) : (
      <a href={`tel:${value}`} className="text-celadon-ink underline">
        {phone(value)}
      </a>
    )
  return (
    <span className="desk:-my-1.5 -my-2.5 inline-flex items-center gap-1 align-bottom">
      <span className="whitespace-nowrap">{masked}</span>
      {action && (
        <>
          <IconButton
            label={`${t.show}: ${t.whats[what]}`}
            icon={<Eye aria-hidden className="size-4" />}
            onClick={() => setOpen(true)}
          />
          <Dialog open={open} onClose={() => setOpen(false)} title={t.title} lead={t.lead}>
            <ActionForm action={look} onOk={() => setOpen(false)}>
              {Object.entries(of).map(([name, id]) => (
                <input key={name} type="hidden" name={name} value={id} />
              ))}
              {what !== 'vin' && <input type="hidden" name="what" value={what} />}
              <Choices
                legend={t.reason}
                name="reason"
                look="list"
                required
                choices={REVEAL_REASONS.map((one) => ({ value: one, label: t.reasons[one] }))}
              />
              <Submit className="self-end">{t.show}</Submit>
            </ActionForm>
          </Dialog>
        </>
      )}
    </span>
  )
}
