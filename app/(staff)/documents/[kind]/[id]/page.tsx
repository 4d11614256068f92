import type { Metadata } from 'next'
import { PaperBar } from '@/components/documents/paper-bar'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { Page } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { PaperKind } from '@/lib/documents/paper'
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

/** The page that a paper belongs to. */
const HOMES: Partial<Record<PaperKind, string>> = {
  appointment: '/appointments',
  reception: '/reception',
  order: '/orders',
  estimate: '/orders',
  inspection: '/orders',
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind } = await params
  const titles: Record<string, string> = papers[await currentLocale()].titles
  return { title: titles[kind] }
}

/** Any paper of the house as it is printed, in either language. */
export default async function PaperPage({ params, searchParams }: Props) {
  const { kind, id } = await params
  const { version, lang } = await searchParams
  const { paper } = await found(paperSheet(await requireContext(), { kind, id, version, lang }))
  const locale = await currentLocale()
  const home = HOMES[paper.kind]
  return (
    <Page width="narrow" className="print:p-0">
      <PaperBar
        kind={paper.kind}
        id={id}
        version={version}
        shown={paper.locale}
        locale={locale}
        back={home && <LinkButton href={`${home}/${id}`}>{orders[locale].sign.back}</LinkButton>}
      />
      <Card className="print:border-0 print:p-0">
        <PaperSheet paper={paper} />
      </Card>
    </Page>
  )
}
