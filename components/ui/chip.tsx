import clsx from 'clsx'
import { Check } from 'lucide-react'
import { Link } from './link'
import type { ComponentProps, ReactNode } from 'react'

const CHIP =
  'inline-flex min-h-11 items-center gap-1.5 rounded-full border px-3.5 text-sm transition-colors desk:min-h-8 desk:px-3'
const OFF = 'border-line-strong/60 bg-raised hover:border-line-strong hover:bg-hover'
const ON = 'border-celadon bg-celadon-soft font-medium text-celadon-ink'

/** A tick that looks like a chip, for choosing several. */
export function ChipCheck({
  children,
  className,
  boxed,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & {
  children: ReactNode
  /** With a box before the words: for a list that is gone through, where an empty chip would look like a field. */
  boxed?: boolean
}) {
  return (
    <label
      className={clsx(
        CHIP,
        OFF,
        'group has-checked:border-celadon has-checked:bg-celadon-soft has-checked:text-celadon-ink has-focus-visible:outline-celadon has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
        className,
      )}
    >
      <input type="checkbox" className="sr-only" {...rest} />
      {boxed ? (
        <span
          aria-hidden
          className="border-line-strong bg-raised text-on-celadon group-has-checked:border-celadon group-has-checked:bg-celadon mr-1 grid size-5 shrink-0 place-items-center rounded-sm border"
        >
          <Check className="hidden size-4 group-has-checked:block" />
        </span>
      ) : (
        <Check aria-hidden className="hidden size-4 group-has-checked:block" />
      )}
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
      className={clsx(CHIP, current ? ON : OFF, className)}
      {...rest}
    />
  )
}
