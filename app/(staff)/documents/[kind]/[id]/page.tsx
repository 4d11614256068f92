import type { Metadata } from 'next'
import { FileText } from 'lucide-react'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { PrintButton } from '@/components/documents/print-button'
import { Page } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { ChipLink } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { LOCALES } from '@/lib/core/locale'
import { paperSheet } from '@/lib/documents/server/paper-sheet'
import { orders } from '@/lib/i18n/orders'
import { papers } from '@/lib/i18n/papers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { found } from '../../../orders/found'

type Props = {
  params: Promise<{ kind: string; id: string }>
  searchParams: Promise<{ version?: string; lang?: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params
  const { titles } = papers[await currentLocale()]
  return { title: titles[kind as keyof typeof titles] }
}

/** Any paper of the house as it is printed, in either language. */
export default async function PaperPage({ params, searchParams }: Props) {
  const { kind, id } = await params
  const { version, lang } = await searchParams
  const { paper } = await found(paperSheet(await requireContext(), { kind, id, version, lang }))
  const locale = await currentLocale()
  const t = papers[locale].actions
  const path = (language: string, suffix = '') =>
    `/documents/${kind}/${id}${suffix}?lang=${language}${version ? `&version=${version}` : ''}`
  return (
    <Page width="narrow" className="print:p-0">
      <div data-print="no" className="mb-4 flex flex-wrap items-center gap-2">
        {LOCALES.map((language) => (
          <ChipLink key={language} href={path(language)} current={language === paper.locale}>
            {orders[locale].terms.languages[language]}
          </ChipLink>
        ))}
        <span className="ml-auto flex flex-wrap gap-2">
          <LinkButton
            href={path(paper.locale, '/pdf')}
            prefetch={false}
            target="_blank"
            title={t.pdfHint}
            icon={<FileText aria-hidden className="size-4" />}
          >
            {t.pdf}
          </LinkButton>
          <PrintButton label={t.print} />
        </span>
      </div>
      <Card className="print:border-0 print:p-0">
        <PaperSheet paper={paper} />
      </Card>
    </Page>
  )
}
