import type { ComponentProps } from 'react'
import type { FormAction } from '@/components/ui/action-form'
import { fromDateColumn } from '@/lib/core/time'
import { Behaviour } from './behaviour'
import { Consents } from './consents'
import { Consumption } from './consumption'
import { Correct } from './correct'
import { Heard } from './heard'
import { Labels } from './labels'
import { Reach, TierChoice } from './reach'
import type { RevealAction } from './reveal'
import { Leads, Preferences, TalkNotes } from './talk'
import { WhoItIs } from './who-it-is'

type Who = ComponentProps<typeof WhoItIs>
type Car = Omit<Who['cars'][number], 'purchasedOn' | 'nextServiceOn' | 'km' | 'roles'> & {
  purchasedOn: Date | null
  nextServiceOn: Date | null
  odometerReadings: { km: number }[]
}
type File = Who['customer'] &
  ComponentProps<typeof Consumption> &
  ComponentProps<typeof Behaviour>['customer'] &
  ComponentProps<typeof Preferences>['customer'] &
  ComponentProps<typeof Reach>['customer'] &
  ComponentProps<typeof TierChoice>['customer'] &
  ComponentProps<typeof Heard>['customer'] &
  ComponentProps<typeof Labels>['customer'] & {
    name: string
    formOfAddress: string
    contactPerson: string
    customerNotes: ComponentProps<typeof TalkNotes>['notes']
    birthday: Date | null
    consents: ComponentProps<typeof Consents>['consents']
    leads: ComponentProps<typeof Leads>['leads']
    sold: Who['sold']
    vehicleParties: { role: 'owner' | 'sender' | 'payer'; vehicle: Car }[]
  }

type Props = {
  file: File
  complaintsOpen: boolean
  labels: string[]
  advisers: ComponentProps<typeof Preferences>['advisers']
  reveal?: RevealAction
  revealVin?: RevealAction
  writing?: Record<
    'correct' | 'note' | 'prefer' | 'reach' | 'heard' | 'hearNeed' | 'settleNeed' | 'label',
    FormAction
  >
  rank?: FormAction
  consent?: FormAction
}

/** The file in its three dimensions, with what the reader may write beside it. */
export function FileDimensions({ file, writing, rank, consent, ...props }: Props) {
  const cars = new Map(
    file.vehicleParties.map(({ vehicle: { odometerReadings, purchasedOn, nextServiceOn, ...car } }) => [
      car.id,
      {
        ...car,
        km: odometerReadings[0]?.km ?? null,
        purchasedOn: purchasedOn && fromDateColumn(purchasedOn),
        nextServiceOn: nextServiceOn && fromDateColumn(nextServiceOn),
        roles: file.vehicleParties.filter(({ vehicle }) => vehicle.id === car.id).map(({ role }) => role),
      },
    ]),
  )
  return (
    <div className="desk:grid-cols-[22rem_minmax(0,1fr)_22rem] grid items-start gap-8">
      <WhoItIs
        customer={file}
        cars={[...cars.values()]}
        sold={file.sold}
        reveal={props.reveal}
        revealVin={props.revealVin}
      />
      <Consumption orders={file.orders} paidFen={file.paidFen} visits={file.visits} />
      <div className="grid gap-6">
        <Behaviour customer={file} complaintsOpen={props.complaintsOpen} withNotes={!writing} />
        <Consents customerId={file.id} consents={file.consents} action={consent} />
        {writing && (
          <>
            <Correct
              key={`${file.name}${file.formOfAddress}${file.contactPerson}${file.birthday?.getTime()}`}
              customer={{ ...file, birthday: file.birthday && fromDateColumn(file.birthday) }}
              action={writing.correct}
            />
            <TalkNotes customerId={file.id} notes={file.customerNotes} action={writing.note} />
            <Labels customer={file} listed={props.labels} action={writing.label} />
            <Preferences
              key={`${file.preferredAdviserId}${file.preferredChannel}`}
              customer={file}
              advisers={props.advisers}
              action={writing.prefer}
            />
            <Reach
              key={`${file.email}${file.wechatOpenId}${file.address}`}
              customer={file}
              action={writing.reach}
            />
            <Heard key={file.heardBy} customer={file} action={writing.heard} />
            {rank && <TierChoice key={`${file.tier}${file.tierByHand}`} customer={file} action={rank} />}
            <Leads
              customerId={file.id}
              leads={file.leads}
              note={writing.hearNeed}
              settle={writing.settleNeed}
            />
          </>
        )}
      </div>
    </div>
  )
}
