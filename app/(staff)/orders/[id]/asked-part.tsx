import { DeclinedBeforeCard } from '@/components/orders/declined-before-card'
import { FoundCard } from '@/components/orders/found-card'
import { PeopleCard } from '@/components/orders/people-card'
import { ProblemsCard } from '@/components/orders/problems-card'
import { ComebackNotice } from '@/components/reception/comeback-notice'
import { tieToEarlier } from '../../reception/actions'
import * as actions from '../actions'
import type { PartOfOrder } from './readings'

/** Who came with which car, what was asked for, what was found, and what was advised before. */
export function AskedPart(part: PartOfOrder) {
  const { order, orderId, editable, proposal, foundHere, packages, operations } = part
  const { sender, owner, payer, receptionRecord: record } = order.visit
  return (
    <>
      <div className="desk:grid-cols-2 grid items-start gap-6">
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
        <ProblemsCard
          orderId={orderId}
          problems={order.orderProblems}
          editable={editable}
          add={actions.noteProblem}
          remove={actions.dropProblem}
        />
      </div>
      {proposal && <ComebackNotice visitId={order.visitId} proposal={proposal} action={tieToEarlier} />}
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
    </>
  )
}
