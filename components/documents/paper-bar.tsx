import type { ReactNode } from 'react'
import { ChipLink } from '@/components/ui/chip'
import { LOCALES, type Locale } from '@/lib/core/locale'
import type { PaperKind } from '@/lib/documents/paper'
import { orders } from '@/lib/i18n/orders'
import { papers } from '@/lib/i18n/papers'
import { PdfLink } from './pdf-link'
import { PrintButton } from './print-button'

/** Papers that are set from the same order. */
const OF_ORDER: readonly PaperKind[] = ['order', 'estimate', 'inspection']

type Props = {
  kind: PaperKind
  id: string
  version?: string
  /** The language of the paper, and that of the reader. */
  shown: Locale
  locale: Locale
  back: ReactNode
}

/** Above a paper on the screen: the way back, its sisters, its language, PDF and print. */
export function PaperBar({ kind, id, version, shown, locale, back }: Props) {
  const t = papers[locale]
  const path = (of: string, language: string, suffix = '') =>
    `/documents/${of}/${id}${suffix}?lang=${language}${version && of !== 'inspection' ? `&version=${version}` : ''}`
  return (
    <div data-print="no" className="mb-4 grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {back}
        {OF_ORDER.includes(kind) &&
          OF_ORDER.map((of) => (
            <ChipLink key={of} href={path(of, shown)} current={of === kind}>
              {t.titles[of]}
            </ChipLink>
          ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {LOCALES.map((language) => (
          <ChipLink key={language} href={path(kind, language)} current={language === shown}>
            {orders[locale].terms.languages[language]}
          </ChipLink>
        ))}
        <span className="ml-auto flex flex-wrap gap-2">
          <PdfLink href={path(kind, shown, '/pdf')} label={t.actions.pdf} hint={t.actions.pdfHint} />
          <PrintButton label={t.actions.print} />
        </span>
      </div>
    </div>
  )
}
