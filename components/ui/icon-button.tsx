import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'button'>, 'aria-label'> & { label: string; icon: ReactNode }

/** A button that is only an icon; its name is read aloud and shown on hover. */
export function IconButton({ label, icon, className, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        'rounded-control text-muted hover:bg-hover hover:text-ink desk:size-9 grid size-11 shrink-0 place-items-center transition-colors',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  )
}
