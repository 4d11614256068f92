import { notFound } from 'next/navigation'
import { Page, PageHeader } from '@/components/shell/page-header'
import { PrintButton } from '@/components/workshop/print-button'
import { SheetPaper } from '@/components/workshop/sheet-paper'
import { Plate } from '@/components/visit/plate'
import { Refusal } from '@/lib/core/refusal'
import { workshop } from '@/lib/i18n/workshop'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { dispatchSheet } from '@/lib/workshop/server/dispatch-sheet'

export default async function DispatchSheetPage({ params }: { params: Promise<{ orderId: string }> }) {
  const context = await requireContext('dispatchSheet.read')
  const { orderId } = await params
  const t = workshop[await currentLocale()]
  if (!/^[0-9a-f-]{36}$/.test(orderId)) notFound()
  const sheet = await dispatchSheet(context, { orderId }).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'missing') notFound()
    throw error
  })
  return (
    <Page width="narrow">
      <PageHeader
        title={
          <>
            {t.sheetPage.title} <Plate plate={sheet.vehicle.plate} />
          </>
        }
        lead={`${sheet.no} · ${sheet.vehicle.brand} ${sheet.vehicle.model}`}
        back={{ href: '/workshop', label: t.board }}
        action={<PrintButton label={t.sheetPage.print} />}
      />
      <SheetPaper sheet={sheet} />
    </Page>
  )
}
