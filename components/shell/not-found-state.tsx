import { buttonClass } from '@/components/ui/button-class'
import type { Locale } from '@/lib/i18n/locales'
import { states } from '@/lib/i18n/states'
import { StateFrame } from './state-frame'

/** Drawn on the server, with a plain link: every page brings what may be shown in its place. */
export function NotFoundState({ locale, home = '/' }: { locale: Locale; home?: string }) {
  const t = states[locale]
  return (
    <StateFrame title={t.notFound.title} lead={t.notFound.lead}>
      <a href={home} className={buttonClass({ variant: 'primary' })}>
        {t.error.home}
      </a>
    </StateFrame>
  )
}
