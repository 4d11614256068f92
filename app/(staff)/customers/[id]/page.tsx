import { notFound } from 'next/navigation'
import { Behaviour } from '@/components/customers/behaviour'
import { Consumption } from '@/components/customers/consumption'
import { Reach, TierChoice } from '@/components/customers/reach'
import { WhoItIs } from '@/components/customers/who-it-is'
import { Leads, Preferences, TalkNotes } from '@/components/customers/talk'
import { TakeComplaint } from '@/components/follow-up/take-complaint'
import { Page, PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { may } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { advisers } from '@/lib/dealership/server/advisers'
import { customerFile } from '@/lib/follow-up/server/customer-file'
import { customers } from '@/lib/i18n/customers'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { complain } from '../../follow-up/actions'
import { hearNeed, note, prefer, rank, reach, settleNeed } from '../actions'

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

export default async function CustomerPage({ params }: PageProps<'/customers/[id]'>) {
  const context = await requireContext('customer.read')
  const { id } = await params
  if (!UUID.test(id)) notFound()
  const t = customers[await currentLocale()]
  const file = await customerFile(context, { customerId: id }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'common.not-found') notFound()
    throw error
  })
  const cars = new Map(
    file.vehicleParties.map(({ vehicle: { odometerReadings, ...car } }) => [
      car.id,
      {
        ...car,
        km: odometerReadings[0]?.km ?? null,
        purchasedOn: car.purchasedOn && fromDateColumn(car.purchasedOn),
        nextServiceOn: car.nextServiceOn && fromDateColumn(car.nextServiceOn),
        roles: file.vehicleParties.filter(({ vehicle }) => vehicle.id === car.id).map(({ role }) => role),
      },
    ]),
  )
  const mayWrite = may(context.actor, 'customer.note')
  return (
    <Page>
      <PageHeader
        back={{ href: '/customers', label: t.title }}
        title={
          <>
            {file.name}
            <Badge tone={file.tier === 'vip' ? 'ochre' : 'neutral'}>{t.tiers[file.tier]}</Badge>
            {file.complaintSensitive && <Badge tone="amber">{t.sensitive}</Badge>}
            {file.labels.map((label) => (
              <Badge key={label} tone="slate">
                {label}
              </Badge>
            ))}
          </>
        }
        lead={file.no}
        action={
          may(context.actor, 'complaint.open') && (
            <TakeComplaint
              customerId={file.id}
              orders={file.orders.map(({ id: orderId, no }) => ({ id: orderId, no }))}
              action={complain}
            />
          )
        }
      />
      <div className="desk:grid-cols-[22rem_minmax(0,1fr)_22rem] grid items-start gap-8">
        <WhoItIs customer={file} cars={[...cars.values()]} />
        <Consumption orders={file.orders} paidFen={file.paidFen} visits={file.visits} />
        <div className="grid gap-6">
          <Behaviour
            customer={file}
            complaintsOpen={may(context.actor, 'complaint.list')}
            withNotes={!mayWrite}
          />
          {mayWrite && (
            <>
              <TalkNotes customerId={file.id} notes={file.customerNotes} action={note} />
              <Preferences
                key={`${file.preferredAdviserId}${file.preferredChannel}`}
                customer={file}
                advisers={await advisers(context, {})}
                action={prefer}
              />
              <Reach
                key={`${file.email}${file.wechatOpenId}${file.address}`}
                customer={file}
                action={reach}
              />
              {may(context.actor, 'customer.setTier') && (
                <TierChoice key={`${file.tier}${file.tierByHand}`} customer={file} action={rank} />
              )}
              <Leads customerId={file.id} leads={file.leads} note={hearNeed} settle={settleNeed} />
            </>
          )}
        </div>
      </div>
    </Page>
  )
}
