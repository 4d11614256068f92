'use client'

import { useOpensAgain } from '@/components/shell/opens-again'
import { LOCALES } from '@/lib/i18n/locales'
import { states } from '@/lib/i18n/states'
import './globals.css'

/** Shown when not even the frame of the pages could be made; the reader's language is not known then. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  useOpensAgain(error)
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  return (
    <html lang={LOCALES[0]}>
      <body>
        <main className="mx-auto grid min-h-dvh max-w-lg content-center gap-8 px-6 text-center">
          {LOCALES.map((locale) => (
            <section key={locale} lang={locale} className="grid justify-items-center gap-2">
              <h1 className="font-title text-2xl font-semibold">{states[locale].error.title}</h1>
              <p className="text-muted">{states[locale].error.lead}</p>
              <button
                type="button"
                onClick={retry}
                className="rounded-control bg-celadon text-on-celadon mt-2 min-h-11 px-5 font-medium"
              >
                {states[locale].error.retry}
              </button>
            </section>
          ))}
          {digest && <code className="text-muted font-mono text-sm">{digest}</code>}
        </main>
      </body>
    </html>
  )
}
