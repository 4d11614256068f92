'use client'

import { Languages } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import { LANGUAGE_NAMES, LOCALES } from '@/lib/i18n/locales'
import { useReader } from './locale'

/** One button that turns the page into the other language; works without JavaScript. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { locale, switchLocale } = useReader()
  const other = LOCALES.find((one) => one !== locale) ?? locale
  return (
    <form action={switchLocale} className={className}>
      <input type="hidden" name="locale" value={other} />
      <button lang={other} className={buttonClass({ variant: 'quiet', className: 'px-3' })}>
        <Languages aria-hidden className="size-4" />
        {LANGUAGE_NAMES[other]}
      </button>
    </form>
  )
}
