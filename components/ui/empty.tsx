import clsx from 'clsx'
import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** What will appear here, and how to make the first one. */
  children?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  /** It is all that the page says. */
  heads?: boolean
  className?: string
}

/** What a list shows while it has nothing: it teaches. */
export function Empty({ title, children, action, icon, heads, className }: Props) {
  const Title = heads ? 'h1' : 'p'
  return (
    <div
      className={clsx(
        'rounded-card border-line-strong/50 grid justify-items-center gap-2 border border-dashed px-6 py-10 text-center',
        className,
      )}
    >
      {icon && <span className="text-celadon mb-1 [&_svg]:size-7">{icon}</span>}
      <Title className="font-title text-lg font-semibold">{title}</Title>
      {children && <div className="text-muted max-w-prose">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
