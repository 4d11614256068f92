import { notFound } from 'next/navigation'
import { Paper, PAPER_KINDS } from '@/components/delivery/paper'
import { PrintButton } from '@/components/delivery/print-button'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Refusal } from '@/lib/core/refusal'
import { papers } from '@/lib/delivery/server/papers'
import { delivery } from '@/lib/i18n/delivery'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'

export default async function DeliveryPaper({ params }: PageProps<'/delivery/[id]/paper/[kind]'>) {
  const context = await requireContext('settlement.read')
  const { id, kind } = await params
  const wanted = PAPER_KINDS.find((one) => one === kind)
  if (!wanted) notFound()
  const t = delivery[await currentLocale()]
  const sheet = await papers(context, { orderId: id }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  if (!sheet.settlement) notFound()
  return (
    <Page width="narrow">
      <div data-print="no">
        <PageHeader
          back={{ href: `/delivery/${id}`, label: t.title }}
          title={t.papers[wanted]}
          lead={sheet.order.no}
          action={<PrintButton label={t.print} />}
        />
      </div>
      <Paper kind={wanted} sheet={{ ...sheet, settlement: sheet.settlement }} timeZone={context.timeZone} />
    </Page>
  )
}
