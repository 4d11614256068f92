import { ClipboardList } from 'lucide-react'
import { OpenDiscounts } from '@/components/orders/discount-requests'
import { AtDesk } from '@/components/orders/at-desk'
import { OrderTable } from '@/components/orders/order-table'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { ChipLink } from '@/components/ui/chip'
import { Empty } from '@/components/ui/empty'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import { SearchForm } from '@/components/ui/search-form'
import { TabLinks } from '@/components/ui/tabs'
import { may } from '@/lib/auth/permissions'
import { approvals } from '@/lib/i18n/approvals'
import { common } from '@/lib/i18n/common'
import { orders } from '@/lib/i18n/orders'
import { ORDER_VIEWS } from '@/lib/orders/list-views'
import { openDiscounts } from '@/lib/orders/server/discount-requests'
import { orderList, OrderList } from '@/lib/orders/server/order-list'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { open } from './actions'

type Search = { view?: string; q?: string; mine?: string; page?: string }

export async function generateMetadata() {
  return { title: orders[await currentLocale()].title }
}

export default async function Orders({ searchParams }: { searchParams: Promise<Search> }) {
  const context = await requireContext('order.read')
  const asked = await searchParams
  const input = OrderList.parse(asked)
  const list = await orderList(context, asked)
  const discounts = may(context.actor, 'order.answerDiscount') ? await openDiscounts(context, {}) : []
  const locale = await currentLocale()
  const t = orders[locale]
  const address = (over: Partial<Record<keyof Search, string | undefined>>) => {
    const next = {
      view: input.view === 'all' ? undefined : input.view,
      q: input.q || undefined,
      mine: input.mine ? '1' : undefined,
      ...over,
    }
    const query = new URLSearchParams(
      Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1])),
    )
    return `/orders${query.size ? `?${query}` : ''}`
  }
  return (
    <Page>
      <PageHeader
        title={t.title}
        lead={t.lead}
        action={
          may(context.actor, 'order.warranty') && (
            <LinkButton href="/orders/warranty">{approvals[locale].warranty.desk.title}</LinkButton>
          )
        }
      >
        <div className="flex flex-wrap items-end gap-3">
          <SearchForm action="/orders" className="flex min-w-0 flex-1 basis-64 items-end gap-2">
            {input.view !== 'all' && <input type="hidden" name="view" value={input.view} />}
            {input.mine && <input type="hidden" name="mine" value="1" />}
            <Field label={t.searchLabel} name="q" hideLabel className="w-full max-w-96">
              <Input type="search" key={input.q} defaultValue={input.q} placeholder={t.searchPlaceholder} />
            </Field>
            <Button type="submit" className="shrink-0 whitespace-nowrap">
              {common[locale].search}
            </Button>
          </SearchForm>
          <ChipLink
            href={address({ mine: input.mine ? undefined : '1', page: undefined })}
            current={input.mine}
          >
            {t.mine}
          </ChipLink>
        </div>
        <TabLinks
          label={t.viewsLabel}
          tabs={ORDER_VIEWS.map((view) => ({
            href: address({ view: view === 'all' ? undefined : view }),
            label: t.views[view],
            count: list.counts[view],
            current: view === input.view,
          }))}
        />
      </PageHeader>
      <OpenDiscounts requests={discounts} />
      <AtDesk visits={list.atDesk} open={open} />
      {list.orders.length ? (
        <OrderTable rows={list.orders} />
      ) : (
        <Empty title={input.q ? t.noneFound : t.noOrders} icon={<ClipboardList aria-hidden />}>
          {input.q ? t.noneFoundLead : t.noOrdersLead}
        </Empty>
      )}
      {(list.more || list.page > 1) && (
        <nav className="mt-4 flex items-center gap-3" aria-label={t.pageOf({ page: list.page })}>
          {list.page > 1 && (
            <LinkButton href={address({ page: String(list.page - 1) })}>{t.newer}</LinkButton>
          )}
          <span className="text-muted tabular text-sm">{t.pageOf({ page: list.page })}</span>
          {list.more && <LinkButton href={address({ page: String(list.page + 1) })}>{t.older}</LinkButton>}
        </nav>
      )}
    </Page>
  )
}
