import clsx from 'clsx'
import { ArrowLeft } from 'lucide-react'
import { Link } from '@/components/ui/link'
import type { ReactNode } from 'react'

type HeaderProps = {
  title: ReactNode
  /** Quiet line below the title. */
  lead?: ReactNode
  /** The one primary action, and at most a few quiet ones. */
  action?: ReactNode
  back?: { href: string; label: string }
  /** Tabs, filters, the ribbon. */
  children?: ReactNode
}

/** The head of every staff page. */
export function PageHeader({ title, lead, action, back, children }: HeaderProps) {
  return (
    <header className="mb-5 grid gap-3">
      {back && (
        <Link
          href={back.href}
          data-print="no"
          className="text-muted hover:text-ink desk:min-h-9 -mb-2 flex min-h-11 w-fit items-center gap-1.5 text-sm"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-title flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl font-semibold">
            {title}
          </h1>
          {lead && <p className="text-muted mt-0.5">{lead}</p>}
        </div>
        {action && (
          <div className="flex flex-wrap items-center gap-2" data-print="no">
            {action}
          </div>
        )}
      </div>
      {children}
    </header>
  )
}

type PageProps = { children: ReactNode; width?: 'full' | 'normal' | 'narrow'; className?: string }

const WIDTHS = { full: '', normal: 'max-w-360', narrow: 'max-w-3xl' }

/** The frame of one staff page. */
export function Page({ children, width = 'normal', className }: PageProps) {
  return (
    <div
      className={clsx('tablet:px-6 desk:px-8 desk:py-6 mx-auto w-full px-4 py-5', WIDTHS[width], className)}
    >
      {children}
    </div>
  )
}
