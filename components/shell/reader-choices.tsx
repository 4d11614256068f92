'use client'

import clsx from 'clsx'
import { LANGUAGE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { shell } from '@/lib/i18n/shell'
import { useMessages, useReader, type Theme } from './locale'

const THEMES: Theme[] = ['system', 'light', 'dark']

export function LanguageChoice() {
  const { locale, switchLocale } = useReader()
  const t = useMessages(shell)
  return (
    <form action={switchLocale}>
      <fieldset>
        <legend className="text-muted mb-1 text-sm">{t.language}</legend>
        <div className={JOINED}>
          {LOCALES.map((one) => (
            <button
              key={one}
              name="locale"
              value={one}
              lang={one}
              aria-pressed={one === locale}
              className={part(one === locale)}
            >
              {LANGUAGE_NAMES[one]}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

export function ThemeChoice() {
  const { theme, switchTheme } = useReader()
  const t = useMessages(shell)
  return (
    <form action={switchTheme}>
      <fieldset>
        <legend className="text-muted mb-1 text-sm">{t.theme}</legend>
        <div className={JOINED}>
          {THEMES.map((one) => (
            <button
              key={one}
              name="theme"
              value={one}
              aria-pressed={one === theme}
              className={part(one === theme)}
            >
              {t.themes[one]}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

const JOINED = 'flex gap-px overflow-hidden rounded-control border border-line-strong/70 bg-line'

const part = (on: boolean) =>
  clsx(
    'min-h-11 flex-1 px-3 text-sm focus-visible:-outline-offset-2 desk:min-h-9',
    on ? 'bg-celadon text-on-celadon' : 'bg-raised hover:bg-hover',
  )
