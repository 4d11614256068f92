import { Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { phone as phoneText } from '@/lib/i18n/format'
import { Mark } from './mark'
import { LanguageSwitch } from './language-switch'
import { ZoneProvider } from './locale'

type Props = {
  dealership: string
  timeZone: string
  phone?: string
  children: ReactNode
  /** Fixed at the bottom under the thumb: the one next action. */
  bottom?: ReactNode
}

/** The frame of the customer's pages: one column, the name of the house, the other language. */
export function CustomerShell({ dealership, timeZone, phone, children, bottom }: Props) {
  return (
    <ZoneProvider timeZone={timeZone}>
      <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col">
        <header data-print="no" className="flex items-center gap-3 px-4 pt-3 pb-2">
          <Mark className="size-9" />
          <p className="font-title min-w-0 flex-1 text-lg leading-tight font-semibold">{dealership}</p>
          <LanguageSwitch className="-mr-2" />
        </header>
        <main id="content" className="flex-1 px-4 py-4">
          {children}
        </main>
        {phone && (
          <footer className="text-muted px-4 py-4 text-sm">
            <a href={`tel:${phone}`} className="hover:text-ink inline-flex min-h-11 items-center gap-2">
              <Phone aria-hidden className="size-4" />
              <span>
                {dealership} · <span className="tabular">{phoneText(phone)}</span>
              </span>
            </a>
          </footer>
        )}
        {bottom && (
          <div
            data-print="no"
            className="border-line bg-surface sticky bottom-0 z-20 border-t px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
          >
            {bottom}
          </div>
        )}
      </div>
    </ZoneProvider>
  )
}
