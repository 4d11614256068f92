import { FileSignature } from 'lucide-react'
import { CustomerChoices } from '@/components/orders/customer-choices'
import { GuaranteeLine } from '@/components/delivery/guarantee-line'
import { CustomerRequest } from '@/components/orders/customer-request'
import { PdfLink } from '@/components/documents/pdf-link'
import { PrintedOrder } from '@/components/orders/printed-order'
import { SignForm } from '@/components/orders/sign-form'
import { VersionChanges } from '@/components/orders/version-changes'
import { VoucherCode } from '@/components/orders/voucher-code'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { Card, Facts, Section } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { Plate } from '@/components/visit/plate'
import { approvals } from '@/lib/i18n/approvals'
import { grandTotal } from '@/lib/documents/order-notes'
import { dateTime, money } from '@/lib/i18n/format'
import { orders } from '@/lib/i18n/orders'
import { papers } from '@/lib/i18n/papers'
import { customerOrders, type CustomerOrder } from '@/lib/orders/server/customer-orders'
import { currentLocale } from '@/lib/server/locale'
import { customerContext, linkPath } from '../context'
import { answer, askForCode, askForSigningCode, choose, sign, signLater } from './actions'

/** The customer's own page of prices: reads and signs the order, answers additional work, keeps the copy with the pick-up code. */
export default async function EstimatePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const context = await customerContext(token, 'estimate')
  const list = await customerOrders(context, {})
  const locale = await currentLocale()
  const t = orders[locale].customer
  const { dealership, timeZone, actor } = context
  const house = locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name
  return (
    <CustomerShell dealership={house} timeZone={timeZone} phone={dealership.phone}>
      <LiveRefresh source={`/api/stream/link/${token}`} since={context.now} />
      <h1 className="font-title mb-4 text-2xl font-semibold">{t.title}</h1>
      <div className="grid gap-6">
        {list.map((order) => (
          <OneOrder key={order.id} order={order} />
        ))}
        {!list.length && (
          <Empty title={t.nothing} icon={<FileSignature aria-hidden />}>
            {t.nothingLead}
          </Empty>
        )}
        <LinkButton href={linkPath(token)} block>
          {t.toVisit}
        </LinkButton>
      </div>
    </CustomerShell>
  )

  function OneOrder({ order }: { order: CustomerOrder }) {
    const waits = order.requests.filter(({ answeredAt }) => !answeredAt)
    const answered = order.requests.filter(({ answeredAt }) => answeredAt)
    const request = (one: CustomerOrder['requests'][number]) => (
      <CustomerRequest
        key={`${one.id}-${one.revision}`}
        request={one}
        token={token}
        customer={actor.name}
        agreedFen={order.signedTotalFen ?? 0}
        promisedAt={order.promisedAt}
        answer={answer}
        signLater={signLater}
        codeFromFen={order.codeFromFen}
        sendCode={askForCode.bind(null, token, one.id)}
      />
    )
    const paper = order.estimate && (
      <PrintedOrder
        content={order.estimate.content}
        hash={order.estimate.hash}
        signature={order.signature}
        voucherCode={null}
        locale={locale}
        timeZone={timeZone}
      />
    )
    const toSign = order.status === 'awaitingSignature' && order.estimate
    return (
      <>
        {waits.map(request)}
        {toSign && order.estimate && (
          <Section title={t.toSign}>
            <p className="mb-3">{t.toSignLead}</p>
            <Card className="bg-sunk! tabular mb-4 flex flex-wrap items-baseline gap-x-6 gap-y-1">
              <span className="mr-auto">
                {orders[locale].print.grandTotal}{' '}
                <strong className="ml-2 text-2xl font-semibold">
                  {grandTotal(order.estimate.content, locale)}
                </strong>
              </span>
              {order.promisedAt && (
                <span className="text-muted">
                  {t.ready} {dateTime(order.promisedAt, { locale, timeZone, now: context.now })}
                </span>
              )}
            </Card>
            {order.choices.length > 0 && (
              <div className="mb-4">
                <CustomerChoices choices={order.choices} token={token} choose={choose} />
              </div>
            )}
            <Card className="grid gap-6">
              {order.estimate.changes && order.estimate.changes.length > 0 && (
                <div className="grid gap-2">
                  <h3 className="font-medium">{approvals[locale].versions.title}</h3>
                  <VersionChanges changes={order.estimate.changes} />
                </div>
              )}
              {paper}
              <SignForm
                key={order.estimate.hash}
                orderId={order.id}
                version={order.estimate.version}
                hash={order.estimate.hash}
                customer={actor.name}
                action={sign}
                hidden={{ token }}
                coded={
                  needsCode(order)
                    ? { fromFen: order.codeFromFen, send: askForSigningCode.bind(null, token, order.id) }
                    : undefined
                }
              />
            </Card>
          </Section>
        )}
        {!toSign && order.estimate && (
          <Section title={t.signedTitle}>
            <Card className="grid gap-4">
              <p className="flex flex-wrap items-center gap-3">
                <Plate plate={order.plate} />
                <span className="tabular">{order.no}</span>
              </p>
              <Facts
                facts={[
                  {
                    term: t.agreedTotal,
                    value: money(order.signedTotalFen ?? order.estimate.content.totals.totalFen, locale),
                  },
                  ...(order.promisedAt
                    ? [
                        {
                          term: t.ready,
                          value: dateTime(order.promisedAt, { locale, timeZone, now: context.now }),
                        },
                      ]
                    : []),
                ]}
              />
              <GuaranteeLine guarantee={{ repairClass: order.repairClass, until: null }} locale={locale} />
              {order.voucherCode && (
                <VoucherCode code={order.voucherCode} title={t.voucher} text={t.voucherLead} />
              )}
              <details>
                <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
                  {t.showOrder}
                </summary>
                <div className="mt-3">{paper}</div>
              </details>
              <PdfLink
                href={`/v/${token}/documents/order/${order.id}?lang=${locale}`}
                label={papers[locale].actions.save}
                block
              />
            </Card>
          </Section>
        )}
        {answered.map(request)}
      </>
    )
  }
}

const needsCode = ({ estimate, codeFromFen }: CustomerOrder): boolean => {
  const totalFen = estimate?.content.totals.totalFen ?? 0
  return totalFen > 0 && totalFen >= codeFromFen
}
