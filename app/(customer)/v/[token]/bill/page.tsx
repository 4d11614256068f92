import { ReceiptText } from 'lucide-react'
import type { Metadata } from 'next'
import { BillStory } from '@/components/delivery/bill-story'
import { GuaranteeLine } from '@/components/delivery/guarantee-line'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { ordersOfVisit, papers } from '@/lib/delivery/server/papers'
import { delivery } from '@/lib/i18n/delivery'
import { followUp } from '@/lib/i18n/follow-up'
import { currentLocale } from '@/lib/server/locale'
import { customerContext, linkPath } from '../context'

export async function generateMetadata(): Promise<Metadata> {
  return { title: delivery[await currentLocale()].customer.title }
}

export default async function CustomerBill({ params }: PageProps<'/v/[token]/bill'>) {
  const { token } = await params
  const context = await customerContext(token, 'bill')
  const locale = await currentLocale()
  const t = delivery[locale].customer
  const { name, nameEn, phone } = context.dealership
  const orders = await ordersOfVisit(context, {})
  const sheets = await Promise.all(orders.map(({ id }) => papers(context, { orderId: id })))
  const drawn = sheets.filter((sheet) => sheet.settlement)
  const rateable = orders.some(({ deliveredAt, rating }) => deliveredAt && !rating)
  return (
    <CustomerShell
      dealership={locale === 'en' && nameEn ? nameEn : name}
      phone={phone}
      timeZone={context.timeZone}
      bottom={
        rateable && (
          <LinkButton href={linkPath(token, 'rating')} variant="primary" size="large" block>
            {t.rate}
          </LinkButton>
        )
      }
    >
      <h1 className="font-title mb-4 text-2xl font-semibold">{t.title}</h1>
      {drawn.length === 0 ? (
        <Empty
          title={t.none}
          icon={<ReceiptText aria-hidden />}
          action={<LinkButton href={linkPath(token)}>{followUp[locale].rating.toProgress}</LinkButton>}
        >
          {t.noneHint}
        </Empty>
      ) : (
        <div className="grid gap-8">
          {drawn.map(
            (sheet) =>
              sheet.settlement && (
                <div key={sheet.order.id} className="grid gap-4">
                  <BillStory settlement={sheet.settlement} advice={sheet.advice} />
                  <GuaranteeLine guarantee={sheet.guarantee} locale={locale} />
                </div>
              ),
          )}
        </div>
      )}
      <LiveRefresh source={`/api/stream/link/${token}`} since={context.now} />
    </CustomerShell>
  )
}
