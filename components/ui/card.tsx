import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

/** A sheet of paper on the desk. */
export function Card({ className, padded = true, ...rest }: ComponentProps<'div'> & { padded?: boolean }) {
  return (
    <div
      className={clsx('rounded-card border-line bg-surface border', padded && 'tablet:p-5 p-4', className)}
      {...rest}
    />
  )
}

type SectionProps = {
  title: ReactNode
  /** Quiet words beside the title: a count, a date. */
  aside?: ReactNode
  action?: ReactNode
  children: ReactNode
  className?: string
  /** Draws the contents on a card. */
  card?: boolean
  id?: string
}

/** A titled part of a page. */
export function Section({ title, aside, action, children, className, card, id }: SectionProps) {
  return (
    <section id={id} className={clsx('min-w-0', className)}>
      <header className="mb-2 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-title text-lg font-semibold">{title}</h2>
        {(aside || aside === 0) && <span className="text-muted tabular text-sm">{aside}</span>}
        {action && <span className="ml-auto flex flex-wrap gap-2">{action}</span>}
      </header>
      {card ? <Card>{children}</Card> : children}
    </section>
  )
}

/** Terms and their values, two columns that wrap on narrow screens. */
export function Facts({
  facts,
  className,
}: {
  facts: { term: ReactNode; value: ReactNode }[]
  className?: string
}) {
  return (
    <dl className={clsx('grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-1.5', className)}>
      {facts.map(({ term, value }, index) => (
        <div key={index} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="tabular min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
