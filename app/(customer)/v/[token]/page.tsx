import { Phone } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { DelayNotice } from '@/components/progress/delay-notice'
import { News } from '@/components/progress/news'
import { StepsWithBenefits } from '@/components/progress/steps-with-benefits'
import { WorkList } from '@/components/progress/work-list'
import { wearText } from '@/components/reception/wear-text'
import { CustomerShell } from '@/components/shell/customer-shell'
import { LiveRefresh } from '@/components/shell/live-refresh'
import { Status } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { Card, Section } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Plate } from '@/components/visit/plate'
import { PromiseClock } from '@/components/visit/promise-clock'
import { Ribbon } from '@/components/visit/ribbon'
import { condition } from '@/lib/i18n/condition'
import { money } from '@/lib/i18n/format'
import { lounge } from '@/lib/i18n/lounge'
import { progress } from '@/lib/i18n/progress'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { headline } from '@/lib/lounge/headline'
import { visitProgress, type VisitProgress } from '@/lib/lounge/server/visit-progress'
import { visitWear } from '@/lib/reception/server/car-wear'
import { worthTelling } from '@/lib/reception/wear'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { chooseForDelay } from './actions'
import { customerContext, linkPath } from './context'

export async function generateMetadata(): Promise<Metadata> {
  return { title: progress[await currentLocale()].title }
}

export default async function Progress({ params }: PageProps<'/v/[token]'>) {
  const { token } = await params
  const context = await customerContext(token)
  const { visitId, appointmentId } = context.actor
  if (!visitId) {
    if (appointmentId) redirect(linkPath(token, 'appointment'))
    notFound()
  }
  const { visit, ribbons, wear } = await oneReading(context, async (within) => ({
    visit: await visitProgress(within, {}),
    ribbons: await visitRibbons(within, { visitIds: [visitId] }),
    wear: await visitWear(within, { visitId }),
  }))
  // Duties and names of the house stay in the house.
  const steps = (ribbons[visitId] ?? []).map((step) => ({ ...step, missing: [], who: null }))
  const locale = await currentLocale()
  const t = progress[locale]
  const worn = worthTelling(wear.parts)
  const { dealership, timeZone, now } = context
  const house = locale === 'en' && dealership.nameEn ? dealership.nameEn : dealership.name
  const order = leading(visit.orders)
  const wantsAnswer = visit.orders.some((one) => one.wantsAdditionalWorkAnswer > 0)
  const words = t.now[headline({ visit: visit.status, order: order?.status ?? null, wantsAnswer })]
  const next = nextStep(visit, token, locale)
  const open = visit.orders.filter(({ authorisedAt, deliveredAt }) => authorisedAt && !deliveredAt)
  return (
    <CustomerShell
      dealership={house}
      timeZone={timeZone}
      phone={dealership.phone}
      bottom={
        next && (
          <LinkButton href={next.href} variant="primary" size="large" block>
            {next.label}
          </LinkButton>
        )
      }
    >
      <div className="grid gap-6">
        <header className="grid gap-3">
          <div className="flex flex-wrap items-center gap-3">
            <Plate plate={visit.vehicle.plate} />
            <span className="text-muted">{visit.vehicle.model}</span>
          </div>
          <div aria-live="polite">
            <h1 className="font-title text-3xl leading-tight font-semibold">{words.title}</h1>
            <p className="text-muted mt-1 text-lg">{words.lead}</p>
          </div>
        </header>
        <Ribbon steps={steps} reader="customer" />
        {visit.orders.map((one) =>
          one.promise && one.promisedAt && one.authorisedAt && !one.readyAt ? (
            <Card key={one.id}>
              <PromiseClock
                from={one.promisedAt.toISOString()}
                to={one.promise.dueAt.toISOString()}
                startedAt={one.authorisedAt.toISOString()}
                risk={one.promise.risk}
                reason={one.promise.reason && lounge[locale].riskReasons[one.promise.reason]}
                expectedAt={one.promise.expectedAt.toISOString()}
              />
            </Card>
          ) : null,
        )}
        {open.flatMap(({ delays }) =>
          delays
            .slice(0, 1)
            .map((delay) => (
              <DelayNotice
                key={delay.id}
                delay={delay}
                locale={locale}
                timeZone={timeZone}
                now={now}
                choose={chooseForDelay.bind(null, token)}
              />
            )),
        )}
        {order?.authorisedAt && !order.deliveredAt && (
          <Section title={t.notes}>
            <News notes={visit.notes} token={token} locale={locale} />
          </Section>
        )}
        {visit.orders.map((one) =>
          one.jobs.length ? (
            <Section
              key={one.id}
              title={t.work}
              aside={t.workOf({ done: one.jobsDone, total: one.jobs.length })}
              action={
                <LinkButton href={linkPath(token, 'estimate')} variant="quiet" size="small">
                  {t.seeOrder}
                </LinkButton>
              }
              card
            >
              <WorkList jobs={one.jobs} locale={locale} />
            </Section>
          ) : null,
        )}
        {worn.length > 0 && (
          <Section title={condition[locale].wearTitle} card>
            <ul className="grid gap-2">
              {worn.map((part) => (
                <li key={part.worn}>{wearText(part, locale)}</li>
              ))}
            </ul>
          </Section>
        )}
        {visit.promises.length > 0 && (
          <Section title={t.promises} card>
            <ul className="grid gap-2">
              {visit.promises.map(({ id, text, keptAt }) => (
                <li key={id} className="flex items-start gap-3">
                  <span className="min-w-0 flex-1">{text}</span>
                  {keptAt && <Status shape="done">{t.kept}</Status>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Adviser visit={visit} house={house} phone={dealership.phone} locale={locale} />
        <Section title={t.steps}>
          <StepsWithBenefits steps={steps} locale={locale} timeZone={timeZone} now={now} />
        </Section>
      </div>
      <LiveRefresh source={`/api/stream/link/${token}`} since={now} />
    </CustomerShell>
  )
}

type Order = VisitProgress['orders'][number]

/** The order of the visit that is furthest behind. */
const leading = (orders: Order[]): Order | undefined =>
  orders.find(({ deliveredAt }) => !deliveredAt) ?? orders.at(-1)

/** The one thing the customer can do next. */
function nextStep({ orders }: VisitProgress, token: string, locale: 'en' | 'zh-CN') {
  const t = progress[locale]
  const asked = orders.reduce((sum, one) => sum + one.wantsAdditionalWorkAnswer, 0)
  if (orders.some((one) => one.wantsEstimateAnswer))
    return { href: linkPath(token, 'estimate'), label: t.answerEstimate }
  if (asked) return { href: linkPath(token, 'estimate'), label: t.answerAdditional({ count: asked }) }
  const billed = orders.find(({ billFen, deliveredAt }) => billFen !== null && !deliveredAt)
  if (billed)
    return { href: linkPath(token, 'bill'), label: t.seeBillOf({ amount: money(billed.billFen!, locale) }) }
  if (orders.some((one) => one.mayRate)) return { href: linkPath(token, 'rating'), label: t.rate }
  if (orders.some(({ billFen }) => billFen !== null))
    return { href: linkPath(token, 'bill'), label: t.seeBill }
  return null
}

type AdviserProps = { visit: VisitProgress; house: string; phone: string; locale: 'en' | 'zh-CN' }

function Adviser({ visit: { adviser }, house, phone, locale }: AdviserProps) {
  const t = progress[locale]
  const name = adviser && (locale === 'en' && adviser.nameEn ? adviser.nameEn : adviser.name)
  const number = adviser?.phone || phone
  return (
    <Card className="flex items-center gap-4">
      <span className="min-w-0 flex-1">
        <span className="text-muted block text-sm">{name ? t.adviser : t.noAdviser}</span>
        <span className="block text-lg font-medium">{name ?? house}</span>
      </span>
      {number && (
        <a href={`tel:${number}`} className={buttonClass({ size: 'large' })}>
          <Phone aria-hidden className="size-5" />
          {t.call}
        </a>
      )}
    </Card>
  )
}
