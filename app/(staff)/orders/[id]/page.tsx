import { VersionsCard } from '@/components/orders/versions-card'
import { Page } from '@/components/shell/page-header'
import { requireContext } from '@/lib/server/session'
import { found } from '../found'
import { AskedPart } from './asked-part'
import { HeadPart } from './head-part'
import { LinesPart } from './lines-part'
import { NextPart } from './next-part'
import { readingsOf } from './readings'
import { openRequests, RequestsPart } from './requests-part'
import { SidePart } from './side-part'
import { WarrantyPart } from './warranty-part'

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: orderId } = await params
  const context = await requireContext('order.read')
  const { actor, timeZone } = context
  const part = { ...(await found(readingsOf(context, orderId))), orderId, actor, timeZone }
  const { order } = part
  const asked = openRequests(order) > 0
  return (
    <Page width="full">
      <HeadPart {...part} />
      <div className="desk:grid-cols-[minmax(0,1fr)_24rem] grid items-start gap-6">
        <div className="grid min-w-0 gap-6">
          {asked && <RequestsPart {...part} />}
          <AskedPart {...part} />
          <LinesPart {...part} />
          {!asked && <RequestsPart {...part} />}
          <WarrantyPart {...part} />
          <VersionsCard orderId={orderId} versions={order.estimates} approvals={order.approvals} />
        </div>
        <aside className="max-desk:contents desk:grid min-w-0 content-start gap-4 self-stretch">
          <NextPart {...part} />
          <div className="grid min-w-0 gap-4">
            <SidePart {...part} />
          </div>
        </aside>
      </div>
    </Page>
  )
}
