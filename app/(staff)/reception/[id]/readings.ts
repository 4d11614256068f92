import 'server-only'
import { declinedSafety } from '@/lib/appointments/server/declined-work'
import { may } from '@/lib/auth/permissions'
import { papersBack } from '@/lib/delivery/server/papers-back'
import { disputeFacts } from '@/lib/follow-up/server/dispute'
import { visitRibbons } from '@/lib/kpi/server/visit-ribbon'
import { visitTalk } from '@/lib/lounge/server/visit-talk'
import { comebackProposal } from '@/lib/orders/server/comeback-proposal'
import { earlierWheels, visitWear } from '@/lib/reception/server/car-wear'
import { jointDrive } from '@/lib/reception/server/joint-drive'
import { nextService } from '@/lib/reception/server/next-service'
import { receptionFloor } from '@/lib/reception/server/reception-floor'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { visitGifts } from '@/lib/reception/server/visit-gifts'
import { oneReading } from '@/lib/server/one-reading'
import type { requireContext } from '@/lib/server/session'

/** Everything the page of one visit reads, as far as the reader may see it and the visit has come. */
export const readingsOf = (context: Awaited<ReturnType<typeof requireContext>>, visitId: string) =>
  oneReading(context, async (within) => {
    const { actor } = context
    const visit = await receptionVisit(within, { visitId })
    const inspects = may(actor, 'reception.inspect')
    const isWalking = inspects && visit.status === 'inspecting'
    const isSigned = visit.record.frozenAt !== null
    const isKnown = may(actor, 'customer.read')
    return {
      visit,
      inspects,
      gifts: may(actor, 'visit.giveGift') ? await visitGifts(within, { visitId }) : [],
      proposal: may(actor, 'order.tieComeback') ? await comebackProposal(within, { visitId }) : null,
      safety: await declinedSafety(within, { vehicleIds: [visit.vehicle.id] }),
      ribbons: await visitRibbons(within, { visitIds: [visitId] }),
      file: isKnown ? await vehicleFile(within, { visitId }) : null,
      wear: isKnown ? await visitWear(within, { visitId }) : null,
      talk: may(actor, 'customer.note') ? await visitTalk(within, { visitId }) : null,
      floor: visit.status === 'waitingGreeting' ? await receptionFloor(within, {}) : null,
      drive: await jointDrive(within, { visitId }),
      earlier: isWalking ? await earlierWheels(within, { visitId }) : [],
      next: isWalking ? await nextService(within, { visitId }) : null,
      back: isSigned ? await papersBack(within, { visitId }) : [],
      facts: isSigned && may(actor, 'complaint.dispute') ? await disputeFacts(within, { visitId }) : null,
    }
  })
