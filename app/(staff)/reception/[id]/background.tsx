import { ParticularsForm } from '@/components/reception/particulars-form'
import { PeopleCard } from '@/components/reception/people-card'
import { VehicleFileCard } from '@/components/reception/vehicle-file-card'
import { WearCard } from '@/components/reception/wear-card'
import type { StaffActor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import type { CarWear } from '@/lib/reception/server/car-wear'
import type { ReceptionVisit } from '@/lib/reception/server/reception-visit'
import type { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { visitFlow } from '@/lib/reception/visit'
import { changePerson, confirm } from '../actions'

type Props = {
  visit: ReceptionVisit
  file: Awaited<ReturnType<typeof vehicleFile>> | null
  wear: CarWear | null
  actor: StaffActor
}

/** Who and what the visit is about; below the work at hand. Telephones are for those who may read customers. */
export function Background({ visit, file, wear, actor }: Props) {
  if (!may(actor, 'customer.read')) return null
  const { id, sender, owner, payer, vehicle, record } = visit
  const open = visitFlow.actionsFrom(visit.status).length > 0
  return (
    <div className="mt-8 grid items-start gap-6 min-[60rem]:grid-cols-2" data-print="no">
      <div className="grid gap-6">
        <PeopleCard
          visitId={id}
          people={{ sender, owner, payer }}
          frozen={record.frozenAt !== null}
          action={open && may(actor, 'visit.correct') ? changePerson : undefined}
        />
        {file && <VehicleFileCard {...file} />}
        {wear && wear.parts.length > 0 && <WearCard {...wear} />}
      </div>
      {open && !record.frozenAt && may(actor, 'reception.confirm') && (
        <ParticularsForm visitId={id} customer={sender} vehicle={vehicle} action={confirm} />
      )}
    </div>
  )
}
