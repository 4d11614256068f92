// What the worker knows how to do. Each may run twice with the effect of once.
import type { TaskList } from 'graphile-worker'
import * as z from 'zod'
import { followParts } from '@/lib/appointments/server/follow-parts'
import { layOutAhead } from '@/lib/appointments/server/lay-out-ahead'
import { measureOffer } from '@/lib/appointments/server/measure-offer'
import { offerPlaces } from '@/lib/appointments/server/offer-places'
import { keepDocuments } from '@/lib/documents/server/keep-documents'
import { deliverMessage } from '@/lib/dealership/server/deliver-message'
import { messageWording } from '@/lib/i18n/message-wording'
import { giveUpImport, runImport } from '@/lib/imports/server/run-import'
import { watchClock } from '@/lib/kpi/server/clock-work'
import { tidyUpAll } from '@/lib/kpi/server/tidy-up'
import { lookAtUnmet } from '@/lib/reception/server/unmet-car'
import { runAllReminders } from '@/lib/reminders/server/run-reminders'
import { systemContext } from '@/lib/server/system-context'

export const tasks: TaskList = {
  'deliver-message': (payload) =>
    deliverMessage(payload, { wording: messageWording, clock: () => new Date() }),
  'run-import': async (payload, { job }) => {
    const { dealershipId, runId } = z.object({ dealershipId: z.uuid(), runId: z.uuid() }).parse(payload)
    await runImport(systemContext(dealershipId), runId).catch(async (error: unknown) => {
      if (job.attempts >= job.max_attempts) await giveUpImport(systemContext(dealershipId), runId)
      throw error
    })
  },
  'follow-parts': async (payload) => {
    const { dealershipId, appointmentId } = z
      .object({ dealershipId: z.uuid(), appointmentId: z.uuid() })
      .parse(payload)
    await followParts(systemContext(dealershipId), { appointmentId })
  },
  'measure-offer': async (payload) => {
    const { dealershipId, appointmentId } = z
      .object({ dealershipId: z.uuid(), appointmentId: z.uuid() })
      .parse(payload)
    await measureOffer(systemContext(dealershipId), appointmentId)
  },
  'offer-places': async (payload) => {
    const { dealershipId } = z.object({ dealershipId: z.uuid() }).parse(payload)
    await offerPlaces(systemContext(dealershipId))
  },
  'unmet-car': async (payload) => {
    const { dealershipId, visitId } = z.object({ dealershipId: z.uuid(), visitId: z.uuid() }).parse(payload)
    await lookAtUnmet(systemContext(dealershipId), visitId)
  },
  'keep-documents': async (payload) => {
    const { dealershipId } = z.object({ dealershipId: z.uuid() }).parse(payload)
    await keepDocuments(systemContext(dealershipId))
  },
  'watch-clock': () => watchClock(new Date()),
  'lay-out': () => layOutAhead(new Date()),
  'tidy-up': () => tidyUpAll(new Date()),
  remind: () => runAllReminders(new Date()),
}
