import { ParticularsForm } from '@/components/reception/particulars-form'
import { TalkCard } from '@/components/reception/talk-card'
import { PeopleCard } from '@/components/reception/people-card'
import { VehicleFileCard } from '@/components/reception/vehicle-file-card'
import { WearCard } from '@/components/reception/wear-card'
import type { StaffActor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import { floor } from '@/lib/i18n/floor'
import type { VisitTalk } from '@/lib/lounge/server/visit-talk'
import type { CarWear } from '@/lib/reception/server/car-wear'
import type { ReceptionVisit } from '@/lib/reception/server/reception-visit'
import type { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { visitFlow } from '@/lib/reception/visit'
import { currentLocale } from '@/lib/server/locale'
import { ask, changePerson, confirm, done, hearWish, keepWish, note } from '../actions'

type Props = {
  visit: ReceptionVisit
  file: Awaited<ReturnType<typeof vehicleFile>> | null
  wear: CarWear | null
  talk: VisitTalk | null
  actor: StaffActor
}

/**
 * Who and what the visit is about, in the three parts of the registration: basic data, repair history, other data (S2-73); below the
 * work at hand. Telephones are for those who may read customers.
 */
export async function Background({ visit, file, wear, talk, actor }: Props) {
  if (!may(actor, 'customer.read')) return null
  const { id, sender, owner, payer, vehicle, record } = visit
  const open = visitFlow.actionsFrom(visit.status).length > 0
  const t = floor[await currentLocale()].parts
  const does = { note, promise: hearWish, keep: keepWish, ask, done }
  return (
    <div className="mt-8 grid items-start gap-6 min-[60rem]:grid-cols-2" data-print="no">
      <section aria-label={t.basic} className="grid gap-6">
        <PeopleCard
          visitId={id}
          people={{ sender, owner, payer }}
          frozen={record.frozenAt !== null}
          action={open && may(actor, 'visit.correct') ? changePerson : undefined}
        />
        {open && !record.frozenAt && may(actor, 'reception.confirm') && (
          <ParticularsForm visitId={id} customer={sender} vehicle={vehicle} action={confirm} />
        )}
      </section>
      <div className="grid gap-6">
        <section aria-label={t.history} className="grid gap-6">
          {file && <VehicleFileCard {...file} notes={talk ? [] : file.notes} />}
          {wear && wear.parts.length > 0 && visit.status !== 'inspecting' && <WearCard {...wear} />}
        </section>
        {talk && (
          <section aria-label={t.other}>
            <TalkCard visitId={id} visitNo={visit.no} talk={talk} does={does} />
          </section>
        )}
      </div>
    </div>
  )
}
