import clsx from 'clsx'
import { Link } from './link'
import type { ComponentProps, ReactNode } from 'react'

type TableProps = ComponentProps<'table'> & {
  caption: ReactNode
  showCaption?: boolean
  /** Rows become cards on a telephone, whose cells speak without a heading. */
  stacked?: boolean
}

/** A table that scrolls inside its own frame when it must. The caption names it for those who cannot see it. */
export function Table({ caption, showCaption, stacked, className, children, ...rest }: TableProps) {
  return (
    <div
      className="rounded-card border-line bg-surface relative overflow-x-auto border"
      tabIndex={0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={clsx('w-full border-collapse text-left', stacked && 'stacked', className)} {...rest}>
        <caption className={showCaption ? 'text-muted px-4 py-2 text-left text-sm' : 'sr-only'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  )
}

export function Th({ className, numeric, ...rest }: ComponentProps<'th'> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={clsx(
        'border-line bg-sunk text-muted h-10 border-b px-3 text-sm font-medium whitespace-nowrap first:pl-4 last:pr-4',
        numeric && 'text-right',
        className,
      )}
      {...rest}
    />
  )
}

export function Tr({ className, selected, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      aria-selected={selected}
      className={clsx(
        'group border-line hover:bg-hover/60 relative border-b last:border-0',
        selected && 'bg-celadon-soft',
        className,
      )}
      {...rest}
    />
  )
}

export function Td({ className, numeric, ...rest }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      className={clsx(
        'desk:h-10 h-11 min-w-20 px-3 py-1.5 first:pl-4 last:pr-4',
        numeric && 'tabular text-right',
        className,
      )}
      {...rest}
    />
  )
}

/** The link of a row: its target is the whole row. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={clsx('font-medium after:absolute after:inset-0', className)} {...rest} />
}
