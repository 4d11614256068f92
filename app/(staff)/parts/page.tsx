import { GoodsIn } from '@/components/parts/goods-in'
import { IssueList } from '@/components/parts/issue-list'
import { ReservationList } from '@/components/parts/reservation-list'
import { StockTable } from '@/components/parts/stock-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { LinkButton } from '@/components/ui/link-button'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { catalogue } from '@/lib/i18n/catalogue'
import { parts } from '@/lib/i18n/parts'
import {
  jobsToIssue,
  lastGoodsIn,
  partChoices,
  partTakers,
  reservationsToServe,
} from '@/lib/parts/server/parts-desk'
import { stockList } from '@/lib/parts/server/stock-list'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { giveBack, issue, issueAll, order, pick, receive } from './actions'

const VIEWS = ['issue', 'reservations', 'stock', 'receive'] as const
type View = (typeof VIEWS)[number]
type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PartsDesk({ searchParams }: Search) {
  const context = await requireContext('stock.read')
  const { view: asked, search, show, page } = await searchParams
  const view: View = VIEWS.find((one) => one === asked) ?? 'issue'
  const locale = await currentLocale()
  const t = parts[locale]
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          may(context.actor, 'part.list') && (
            <LinkButton href="/settings/catalogue/parts">{catalogue[locale].views.parts}</LinkButton>
          )
        }
      >
        <TabLinks
          label={t.tabs}
          tabs={VIEWS.map((one) => ({
            href: `/parts?view=${one}`,
            label: t.tab[one],
            current: one === view,
          }))}
        />
      </PageHeader>
      {view === 'issue' && (
        <IssueList
          jobs={await jobsToIssue(context, {})}
          technicians={await partTakers(context, {})}
          canIssue={may(context.actor, 'stock.issue')}
          actions={{ issue, issueAll, giveBack }}
        />
      )}
      {view === 'reservations' && (
        <ReservationList
          rows={await reservationsToServe(context, {})}
          canServe={may(context.actor, 'stock.pick')}
          actions={{ pick, order }}
        />
      )}
      {view === 'stock' && <Stock {...{ context, search, show, page }} />}
      {view === 'receive' && (
        <GoodsIn
          choices={await partChoices(context, {})}
          deliveries={await lastGoodsIn(context, {})}
          canReceive={may(context.actor, 'stock.receive')}
          receive={receive}
        />
      )}
    </Page>
  )
}

type Asked = {
  context: Awaited<ReturnType<typeof requireContext>>
  search: unknown
  show: unknown
  page: unknown
}

async function Stock({ context, search: typed, show: asked, page }: Asked) {
  const search = typeof typed === 'string' ? typed.slice(0, 60) : ''
  const show = asked === 'below' ? 'below' : 'all'
  const found = await stockList(context, { search, show, page })
  return (
    <StockTable
      rows={found.parts}
      {...{ search, show }}
      page={found.page}
      pages={found.pages}
      total={found.total}
      belowTotal={found.belowTotal}
    />
  )
}
