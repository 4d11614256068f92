'use client'

import clsx from 'clsx'
import { Check, X } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'

const CHIP =
  'inline-flex min-h-11 items-center gap-1.5 rounded-full border border-line-strong/60 bg-raised px-3.5 text-sm transition-colors hover:border-line-strong hover:bg-hover desk:min-h-8 desk:px-3'
const ON = 'border-celadon bg-celadon-soft text-celadon-ink'

/** A tick that looks like a chip, for choosing several. */
export function ChipCheck({
  children,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode }) {
  return (
    <label
      className={clsx(
        CHIP,
        'group has-checked:border-celadon has-checked:bg-celadon-soft has-checked:text-celadon-ink has-focus-visible:outline-celadon has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        className,
      )}
    >
      <input type="checkbox" className="sr-only" {...rest} />
      <Check aria-hidden className="hidden size-4 group-has-checked:block" />
      {children}
    </label>
  )
}

/** A filter kept in the address. */
export function ChipLink({
  current,
  className,
  ...rest
}: ComponentProps<typeof Link> & { current?: boolean }) {
  return (
    <Link
      aria-current={current ? 'true' : undefined}
      className={clsx(CHIP, current && ON, className)}
      {...rest}
    />
  )
}

/** Something chosen that can be taken out again. */
export function Chip({ children, onRemove }: { children: ReactNode; onRemove?: () => void }) {
  const t = useMessages(common)
  return (
    <span className={clsx(CHIP, onRemove && 'pr-1')}>
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={t.remove}
          onClick={onRemove}
          className="text-muted hover:bg-sunk hover:text-ink desk:size-6 grid size-8 place-items-center rounded-full"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </span>
  )
}
