'use client'

import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { ActionForm, type FormAction } from './action-form'
import { Button } from './button'
import { Dialog, DialogFooter } from './dialog'
import { Submit } from './submit'

type Frame = {
  title: ReactNode
  lead?: ReactNode
  wide?: boolean
  action: FormAction
  okMessage?: string
  /** What the button that posts says; "Save" unless told. */
  save?: ReactNode
  children: ReactNode
}

type Props = Frame & {
  /** What the button that opens it says. */
  label: ReactNode
  /** The same for those who hear it without its row. */
  labelOf?: string
  /** `add`: the page's own action; `row`: small, in a table; `plain`: beside others. */
  look?: 'add' | 'row' | 'plain'
}

/** A button and the dialog with one form that it opens; closed by the server's yes. */
export function FormDialog({ label, labelOf, look = 'plain', ...frame }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant={look === 'add' ? 'primary' : 'secondary'}
        size={look === 'row' ? 'small' : 'medium'}
        icon={look === 'add' ? <Plus aria-hidden className="size-4" /> : undefined}
        aria-label={labelOf}
        className={look === 'row' ? 'whitespace-nowrap' : undefined}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <OpenFormDialog open={open} onClose={() => setOpen(false)} {...frame} />
    </>
  )
}

/** The dialog alone, for a page that opens it itself. */
export function OpenFormDialog({
  open = true,
  onClose,
  title,
  lead,
  wide,
  action,
  okMessage,
  save,
  children,
}: Frame & { open?: boolean; onClose: () => void }) {
  const t = useMessages(common)
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={lead} wide={wide}>
      <ActionForm action={action} okMessage={okMessage} onOk={onClose}>
        {children}
        <DialogFooter>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Submit>{save ?? t.save}</Submit>
        </DialogFooter>
      </ActionForm>
    </Dialog>
  )
}
