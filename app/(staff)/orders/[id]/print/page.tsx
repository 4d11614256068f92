import { PaperBar } from '@/components/documents/paper-bar'
import { PaperSheet } from '@/components/documents/paper-sheet'
import { Page } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { paperSheet } from '@/lib/documents/server/paper-sheet'
import { orders } from '@/lib/i18n/orders'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { found } from '../../found'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ version?: string; lang?: string }> }

/** The customer's copy of the order with its voucher. */
export default async function PrintOrder({ params, searchParams }: Props) {
  const { id } = await params
  const { version, lang } = await searchParams
  const context = await requireContext('order.read')
  const { paper } = await found(paperSheet(context, { kind: 'order', id, version, lang }))
  const locale = await currentLocale()
  return (
    <Page width="narrow" className="print:p-0">
      <PaperBar
        kind="order"
        id={id}
        version={version}
        shown={paper.locale}
        locale={locale}
        back={<LinkButton href={`/orders/${id}`}>{orders[locale].sign.back}</LinkButton>}
      />
      <Card className="print:border-0 print:p-0">
        <PaperSheet paper={paper} />
      </Card>
    </Page>
  )
}
