import { createInterface } from 'node:readline'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/core/refusal'
import { database } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'

type Door = (context: Context, raw: unknown) => Promise<unknown>

/** The doors that a browser test may knock at; each is loaded when it is first wanted. */
const DOORS = {
  arriveVisit: async () => (await import('@/lib/reception/server/arrive-visit')).arriveVisit,
  greetVisit: async () => (await import('@/lib/reception/server/greet-visit')).greetVisit,
  saveInspection: async () => (await import('@/lib/reception/server/save-inspection')).saveInspection,
  startInspection: async () => (await import('@/lib/reception/server/start-inspection')).startInspection,
  acceptOrder: async () => (await import('@/lib/quality/server/accept-order')).acceptOrder,
  attemptFollowUp: async () => (await import('@/lib/follow-up/server/attempt-follow-up')).attemptFollowUp,
  bookAppointment: async () => (await import('@/lib/appointments/server/book-appointment')).bookAppointment,
  bringToDesk: async () => (await import('@/lib/reception/server/bring-to-desk')).bringToDesk,
  decideInspection: async () => (await import('@/lib/quality/server/decide-inspection')).decideInspection,
  deliverVisit: async () => (await import('@/lib/follow-up/server/deliver-visit')).deliverVisit,
  dispatchJob: async () => (await import('@/lib/workshop/server/dispatch-job')).dispatchJob,
  drawSettlement: async () => (await import('@/lib/delivery/server/draw-settlement')).drawSettlement,
  finishJob: async () => (await import('@/lib/workshop/server/finish-job')).finishJob,
  makeApiKey: async () => (await import('@/lib/dealership/server/api-keys')).makeApiKey,
  openHandOver: async () => (await import('@/lib/delivery/server/open-hand-over')).openHandOver,
  openOrder: async () => (await import('@/lib/orders/server/open-order')).openOrder,
  openSlots: async () => (await import('@/lib/appointments/server/open-slots')).openSlots,
  receivePayment: async () => (await import('@/lib/delivery/server/receive-payment')).receivePayment,
  runReminders: async () => {
    const { runReminders } = await import('@/lib/reminders/server/run-reminders')
    return ({ actor, now }: Context) => runReminders(actor.dealershipId, now)
  },
  signAsShown: async () => {
    const { signAsShown } = await import('@/prisma/seed/sign-as-shown')
    return (context: Context, raw: unknown) => signAsShown(context, raw as { visitId: string })
  },
  signOrder: async () => (await import('@/lib/orders/server/sign-order')).signOrder,
  signReception: async () => (await import('@/lib/reception/server/sign-reception')).signReception,
  startJob: async () => (await import('@/lib/workshop/server/start-job')).startJob,
  takeInspection: async () => (await import('@/lib/quality/server/take-inspection')).takeInspection,
  visitRibbons: async () => (await import('@/lib/kpi/server/visit-ribbon')).visitRibbons,
} satisfies Record<string, () => Promise<Door>>

export type DoorName = keyof typeof DOORS
export type Knock = { id: number; door: DoorName; actor: Actor; input: unknown }
export type Answer = { id: number } & (
  { result: unknown } | { refused: Pick<Refusal, 'code' | 'facts'> } | { fault: string }
)

async function answer({ id, door, actor, input }: Knock): Promise<Answer> {
  try {
    const enter = await DOORS[door]()
    return { id, result: await enter({ db: database(), now: new Date(), actor }, input) }
  } catch (error) {
    if (error instanceof Refusal) return { id, refused: { code: error.code, facts: error.facts } }
    return { id, fault: String(error instanceof Error ? error.stack : error) }
  }
}

// One knock per line in, one answer per line out.
createInterface({ input: process.stdin }).on('line', (line) => {
  void answer(JSON.parse(line) as Knock).then((said) => process.stdout.write(`${JSON.stringify(said)}\n`))
})
