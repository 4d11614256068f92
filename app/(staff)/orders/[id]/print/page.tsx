import { PrintedOrder } from '@/components/orders/printed-order'
import { PrintButton } from '@/components/orders/print-button'
import { Page } from '@/components/shell/page-header'
import { ChipLink } from '@/components/ui/chip'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { isLocale, LOCALES } from '@/lib/core/locale'
import { orders } from '@/lib/i18n/orders'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { found } from '../../found'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ version?: string; lang?: string }> }

export default async function PrintOrder({ params, searchParams }: Props) {
  const { id: orderId } = await params
  const { version, lang } = await searchParams
  const context = await requireContext('order.read')
  const printed = await found(printedOrder(context, { orderId, version }))
  const t = orders[await currentLocale()]
  const locale = isLocale(lang) ? lang : printed.content.locale
  const address = (language: string) =>
    `/orders/${orderId}/print?lang=${language}${version ? `&version=${version}` : ''}`
  return (
    <Page width="narrow" className="print:p-0">
      <div data-print="no" className="mb-4 flex flex-wrap items-center gap-2">
        <LinkButton href={`/orders/${orderId}`}>{t.sign.back}</LinkButton>
        {LOCALES.map((language) => (
          <ChipLink key={language} href={address(language)} current={language === locale}>
            {t.terms.languages[language]}
          </ChipLink>
        ))}
        <span className="ml-auto">
          <PrintButton label={t.print.printButton} />
        </span>
      </div>
      <Card className="print:border-0 print:p-0">
        <PrintedOrder
          content={printed.content}
          hash={printed.hash}
          superseded={printed.superseded}
          signature={printed.signature}
          voucherCode={printed.voucherCode}
          locale={locale}
          timeZone={context.timeZone}
        />
      </Card>
    </Page>
  )
}
