import { redirect } from 'next/navigation'
import { PrintedOrder } from '@/components/orders/printed-order'
import { SignForm } from '@/components/orders/sign-form'
import { LanguageProvider } from '@/components/shell/locale'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Card } from '@/components/ui/card'
import { orders } from '@/lib/i18n/orders'
import { printedOrder } from '@/lib/orders/server/printed-order'
import { requireContext } from '@/lib/server/session'
import { sign } from '../../actions'
import { found } from '../../found'

/** The glass handed to the customer: the order in the customer's language, and the place to sign. */
export default async function SignOrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: orderId } = await params
  const context = await requireContext('order.sign')
  const { content, hash, status } = await found(printedOrder(context, { orderId }))
  if (status !== 'awaitingSignature') redirect(`/orders/${orderId}`)
  const t = orders[content.locale].sign
  return (
    <LanguageProvider locale={content.locale}>
      <Page width="narrow">
        <PageHeader
          back={{ href: `/orders/${orderId}`, label: t.back }}
          title={t.title}
          lead={t.lead({ no: content.no, version: content.version })}
        />
        <Card className="mb-6">
          <PrintedOrder
            content={content}
            hash={hash}
            signature={null}
            voucherCode={null}
            locale={content.locale}
            timeZone={context.timeZone}
          />
        </Card>
        <Card>
          <SignForm
            orderId={orderId}
            version={content.version}
            hash={hash}
            customer={content.customer.name}
            action={sign}
            roles
          />
        </Card>
      </Page>
    </LanguageProvider>
  )
}
