import { AddLine } from '@/components/orders/add-line'
import { AuditCard } from '@/components/orders/audit-card'
import { DeclinedBeforeCard } from '@/components/orders/declined-before-card'
import { DiscountForm } from '@/components/orders/line-sheet'
import { FoundCard } from '@/components/orders/found-card'
import { AskDiscount, DiscountRequests } from '@/components/orders/discount-requests'
import { LinesTable } from '@/components/orders/lines-table'
import { MarginCard } from '@/components/orders/margin-card'
import { NextCard } from '@/components/orders/next-card'
import { OrderStatus } from '@/components/orders/order-state'
import { PeopleCard } from '@/components/orders/people-card'
import { ProblemsCard } from '@/components/orders/problems-card'
import { RequestCard } from '@/components/orders/request-card'
import { StartRequest } from '@/components/orders/start-request'
import { TermsCard } from '@/components/orders/terms-card'
import { TotalsCard } from '@/components/orders/totals-card'
import { VersionsCard } from '@/components/orders/versions-card'
import { ComebackNotice } from '@/components/reception/comeback-notice'
import { WarrantyCard } from '@/components/orders/warranty-card'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Section } from '@/components/ui/card'
import { Plate } from '@/components/visit/plate'
import { PromiseClock } from '@/components/visit/promise-clock'
import { Ribbon } from '@/components/visit/ribbon'
import { may } from '@/lib/auth/permissions'
import { menu } from '@/lib/catalogue/server/menu'
import { operations as operationList } from '@/lib/catalogue/server/operations'
import { dayOf, timeOf } from '@/lib/core/time'
import { list } from '@/lib/i18n/format'
import { orders } from '@/lib/i18n/orders'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { isInHouse, mayTakeMoreWork } from '@/lib/orders/repair-order'
import { comebackProposal } from '@/lib/orders/server/comeback-proposal'
import { foundAtCar } from '@/lib/orders/server/found-at-car'
import { orderAudit } from '@/lib/orders/server/order-audit'
import { orderDesk } from '@/lib/orders/server/order-desk'
import { orderMargin } from '@/lib/orders/server/order-margin'
import { orderWarranty } from '@/lib/orders/server/order-warranty'
import { currentLocale } from '@/lib/server/locale'
import { oneReading } from '@/lib/server/one-reading'
import { requireContext } from '@/lib/server/session'
import { tieToEarlier } from '../../reception/actions'
import * as actions from '../actions'
import { found } from '../found'

export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const { id: orderId } = await params
  const context = await requireContext('order.read')
  const mayEdit = may(context.actor, 'order.edit')
  const { order, ribbons, packages, operations, foundHere, proposal, margin, warranty, audit } = await found(
    oneReading(context, async (within) => {
      const order = await orderDesk(within, { orderId })
      const { visitId } = order
      const asks = !order.comebackOf && may(context.actor, 'order.tieComeback')
      return {
        order,
        ribbons: await visitRibbons(within, { visitIds: [visitId] }),
        packages: await menu(within, {
          model: order.vehicle.model,
          fuel: order.vehicle.fuel,
          km: order.visit.receptionRecord?.odometerKm,
        }),
        operations: await operationList(within, {}),
        foundHere: mayEdit ? await foundAtCar(within, { orderId }) : [],
        margin: may(within.actor, 'order.margin') ? await orderMargin(within, { orderId }) : null,
        proposal: asks ? await comebackProposal(within, { visitId }) : null,
        warranty: may(within.actor, 'order.warranty') ? await orderWarranty(within, { orderId }) : null,
        audit: may(within.actor, 'order.audit') ? await orderAudit(within, { orderId }) : null,
      }
    }),
  )
  const locale = await currentLocale()
  const t = orders[locale]
  const editable = order.editable && mayEdit
  const local = (at: Date | null) => at && `${dayOf(at, context.timeZone)}T${timeOf(at, context.timeZone)}`
  const { sender, owner, payer, receptionRecord: record } = order.visit
  const running =
    isInHouse(order.status) && order.promisedAt && order.promisedTo && order.risk && order.authorisedAt
  return (
    <Page width="full">
      <PageHeader
        back={{ href: '/orders', label: t.backToList }}
        title={
          <>
            <Plate plate={order.vehicle.plate} />
            <span className="tabular">{order.no}</span>
            <OrderStatus status={order.status} />
          </>
        }
        lead={
          order.waitingFor.length
            ? t.waits({
                reasons: list(
                  order.waitingFor.map((reason) => t.waitingFor[reason]),
                  locale,
                ),
              })
            : undefined
        }
      >
        <Ribbon steps={ribbons[order.visitId] ?? []} />
      </PageHeader>
      <div className="desk:grid-cols-[minmax(0,1fr)_24rem] grid items-start gap-6">
        <div className="grid min-w-0 gap-6">
          <PeopleCard
            visitId={order.visitId}
            sender={sender}
            owner={owner}
            payer={payer}
            adviser={order.adviser}
            vehicle={order.vehicle}
            odometerKm={record?.odometerKm ?? null}
            waits={order.visit.waiting === 'waits'}
            statement={record?.customerStatement ?? ''}
            preliminary={record?.adviserConfirmation ?? ''}
            comebackOf={order.comebackOf}
          />
          {proposal && <ComebackNotice visitId={order.visitId} proposal={proposal} action={tieToEarlier} />}
          <ProblemsCard
            orderId={orderId}
            problems={order.orderProblems}
            editable={editable}
            add={actions.noteProblem}
            remove={actions.dropProblem}
          />
          <FoundCard
            orderId={orderId}
            found={foundHere}
            packages={packages}
            operations={operations}
            editable={editable}
            take={actions.take}
          />
          <DeclinedBeforeCard
            orderId={orderId}
            items={order.declinedBefore}
            editable={editable}
            add={actions.add}
          />
          <Section title={t.lines.title} aside={t.lines.count({ count: order.lines.length })}>
            <LinesTable
              lines={order.lines}
              editable={editable}
              technicians={order.technicians}
              packages={packages}
              operations={operations}
              searchParts={actions.searchParts}
              discountLimit={order.discountLimitBp}
              actions={{
                change: actions.change,
                remove: actions.remove,
                cancel: may(context.actor, 'job.cancel') ? actions.cancelLine : null,
                discount: actions.discount,
                askDiscount: actions.askForDiscount,
                addPart: actions.addLinePart,
                changePart: actions.changeLinePart,
                removePart: actions.removeLinePart,
                add: actions.add,
                share: actions.shareLineWith,
                dropShare: actions.dropLineShare,
                choose: actions.choose,
                setAside: actions.putAside,
                price: mayEdit && mayTakeMoreWork(order.status) ? actions.priceAfterInspection : null,
                free: mayEdit && isInHouse(order.status) ? actions.makeLineFree : null,
              }}
            >
              {editable && (
                <AddLine orderId={orderId} packages={packages} operations={operations} add={actions.add} />
              )}
            </LinesTable>
          </Section>
          {(order.requests.length > 0 || order.authorisedAt) && (
            <Section
              id="additional-work"
              title={t.requests.title}
              action={
                mayEdit &&
                mayTakeMoreWork(order.status) && (
                  <StartRequest orderId={orderId} action={actions.startRequest} />
                )
              }
            >
              <div className="grid gap-3">
                {order.requests.map((request) => (
                  <RequestCard
                    key={request.id}
                    request={request}
                    customer={sender.name}
                    phone={sender.phone}
                    mayEdit={mayEdit}
                    promiseLocal={local(request.newPromisedAt ?? order.promisedAt) ?? ''}
                    packages={packages}
                    operations={operations}
                    searchParts={actions.searchParts}
                    actions={{
                      price: actions.priceRequest,
                      send: actions.sendRequest,
                      answer: actions.recordAnswer,
                      sign: actions.signRequest,
                      withdraw: actions.withdrawRequest,
                    }}
                  />
                ))}
                {!order.requests.length && <p className="text-muted">{t.requests.none}</p>}
              </div>
            </Section>
          )}
          {warranty && (
            <WarrantyCard
              orderId={orderId}
              view={warranty}
              editable={editable}
              add={actions.add}
              setClass={
                may(context.actor, 'order.setRepairClass') &&
                !order.deliveredAt &&
                order.status !== 'cancelled'
                  ? actions.classify
                  : null
              }
              actions={{
                decide: may(context.actor, 'warranty.decide') ? actions.decide : null,
                report: may(context.actor, 'warranty.report') ? actions.report : null,
                conclude: may(context.actor, 'warranty.conclude') ? actions.conclude : null,
              }}
            />
          )}
          <VersionsCard orderId={orderId} versions={order.estimates} approvals={order.approvals} />
        </div>
        <aside className="desk:sticky desk:top-4 grid min-w-0 gap-4">
          <NextCard
            orderId={orderId}
            status={order.status}
            missing={order.missing}
            reason={order.reason}
            sentAt={order.messageSent}
            hasVersion={order.estimates.length > 0}
            mayEdit={mayEdit}
            mayDispatch={may(context.actor, 'board.read')}
            mayStop={may(context.actor, 'order.stop')}
            actions={{
              fixAndPresent: actions.fixAndPresent,
              present: actions.present,
              send: actions.send,
              revise: actions.revise,
              cancel: actions.cancel,
              stop: actions.stop,
            }}
          />
          <TotalsCard
            totals={order.totals}
            byPayer={order.byPayer}
            signedTotalFen={order.signedTotalFen}
            unpriced={order.unpriced}
          />
          {running && order.promisedAt && order.promisedTo && order.risk && order.authorisedAt && (
            <PromiseClock
              from={order.promisedAt.toISOString()}
              to={order.promisedTo.toISOString()}
              startedAt={order.authorisedAt.toISOString()}
              risk={order.risk}
            />
          )}
          <TermsCard
            editable={editable}
            action={actions.agree}
            suggestion={order.suggestion && { ...order.suggestion, local: local(order.suggestion.at) }}
            terms={{
              orderId,
              type: order.type,
              promised: order.promisedAt,
              promisedAt: local(order.promisedAt),
              promisedTo: order.promisedTo,
              promiseReason: order.promiseReason,
              paymentMethod: order.paymentMethod,
              oldParts: order.oldParts,
              wash: order.wash,
              deliveryExplained: order.deliveryExplained,
              customerLocale: order.customerLocale,
              remarks: order.remarks,
            }}
          />
          {audit && <AuditCard audit={audit} />}
          {editable && order.lines.length > 0 && (
            <details>
              <summary className="fold text-celadon-ink flex min-h-11 cursor-pointer items-center font-medium">
                {t.lines.discountAll}
              </summary>
              <DiscountForm orderId={orderId} action={actions.discount} limit={order.discountLimitBp} />
              {order.discountLimitBp < 10_000 && (
                <div className="mt-2">
                  <AskDiscount orderId={orderId} action={actions.askForDiscount} />
                </div>
              )}
            </details>
          )}
          <div id="discounts">
            <DiscountRequests
              requests={order.discountRequests}
              answer={may(context.actor, 'order.answerDiscount') ? actions.answerDiscountRequest : null}
            />
          </div>
          {margin && <MarginCard {...margin} />}
        </aside>
      </div>
    </Page>
  )
}
