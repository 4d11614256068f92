'use client'

import clsx from 'clsx'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { IconButton } from './icon-button'

type Props = {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** Quiet line under the title. */
  lead?: ReactNode
  children: ReactNode
  /** Buttons at the bottom; stays in view while the body scrolls. */
  footer?: ReactNode
  /** `dialog`: centred. `sheet`: right side, on phones from the bottom, keeps the page in view. */
  look?: 'dialog' | 'sheet'
  wide?: boolean
}

/** A native modal dialog: the browser traps focus, Escape closes, focus goes back to where it came from. */
export function Dialog({ open, onClose, title, lead, children, footer, look = 'dialog', wide }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  const t = useMessages(common)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && open && !dialog.open) {
      dialog.showModal()
      focusFirstField(dialog)
    }
    if (!open && dialog?.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={clsx(
        'bg-surface text-ink shadow-float p-0 text-left font-normal whitespace-normal',
        LOOKS[look],
        wide && WIDE[look],
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] min-h-[inherit] flex-col">
          <header className="border-line tablet:px-6 flex items-start gap-4 border-b px-4 py-3">
            <div className="min-w-0 flex-1 py-1">
              <h2 id={id} className="font-title text-xl font-semibold">
                {title}
              </h2>
              {lead && <p className="text-muted text-sm">{lead}</p>}
            </div>
            <IconButton label={t.close} icon={<X className="size-5" />} onClick={onClose} className="-mr-2" />
          </header>
          <div data-body className="tablet:px-6 flex-1 overflow-y-auto overscroll-contain px-4 py-4">
            {children}
          </div>
          {footer && (
            <footer className="border-line tablet:px-6 flex flex-wrap justify-end gap-2 border-t px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  )
}

/** Buttons of a form inside a dialog: at its end, and in view while the fields scroll. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <div className="border-line bg-surface tablet:-mx-6 tablet:px-6 sticky -bottom-4 z-10 order-last -mx-4 -mb-4 flex flex-wrap justify-end gap-2 border-t px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {children}
    </div>
  )
}

const CONTROL = '[data-body] :is(a[href], button, select, textarea, input:not([type=hidden]))'
const TYPED = 'select, textarea, input:not([type=radio], [type=checkbox], [type=file], [role=combobox])'

/** A dialog that begins with a field is typed into at once; not under a finger, where a keyboard would cover it. */
function focusFirstField(dialog: HTMLDialogElement) {
  const first = dialog.querySelector<HTMLElement>(CONTROL)
  if (first?.matches(TYPED) && matchMedia('(pointer: fine)').matches) first.focus()
}

/** Details beside the list they belong to. */
export function Sheet(props: Omit<Props, 'look'>) {
  return <Dialog look="sheet" {...props} />
}

const LOOKS = {
  dialog:
    'm-auto max-h-[min(90dvh,60rem)] w-[min(92vw,34rem)] overflow-hidden rounded-card border border-line open:animate-[rise_160ms]',
  sheet: clsx(
    'mt-auto mb-0 max-h-[88dvh] w-full max-w-none overflow-hidden rounded-t-card border-t border-line open:animate-[slide-up_160ms]',
    'tablet:my-0 tablet:mr-0 tablet:ml-auto tablet:h-dvh tablet:max-h-none tablet:min-h-dvh tablet:w-[min(92vw,30rem)] tablet:rounded-none tablet:border-t-0 tablet:border-l tablet:open:animate-[slide-in_160ms]',
  ),
}

const WIDE = { dialog: 'w-[min(94vw,56rem)]!', sheet: 'tablet:w-[min(94vw,48rem)]!' }
