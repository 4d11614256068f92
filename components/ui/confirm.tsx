'use client'

import { useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { ActionForm, type FormAction } from './action-form'
import { Button } from './button'
import type { ButtonSize, ButtonVariant } from './button-class'
import { Dialog, DialogFooter } from './dialog'
import { Submit } from './submit'

type Props = {
  label: ReactNode
  title: ReactNode
  /** What will happen; may hold fields and hidden inputs. */
  children?: ReactNode
  action: FormAction
  confirmLabel?: ReactNode
  okMessage?: string
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** What follows cannot be undone: said in red where it is confirmed, not on the page. */
  danger?: boolean
}

/** A button that asks before it posts. */
export function ConfirmButton({
  label,
  title,
  children,
  action,
  confirmLabel,
  okMessage,
  variant = 'secondary',
  danger = variant === 'danger',
  ...look
}: Props) {
  const [open, setOpen] = useState(false)
  const t = useMessages(common)
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)} {...look}>
        {label}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <ActionForm action={action} onOk={() => setOpen(false)} okMessage={okMessage}>
          {children}
          <DialogFooter>
            <Button onClick={() => setOpen(false)}>{t.back}</Button>
            <Submit variant={danger ? 'danger' : 'primary'}>{confirmLabel ?? label}</Submit>
          </DialogFooter>
        </ActionForm>
      </Dialog>
    </>
  )
}
