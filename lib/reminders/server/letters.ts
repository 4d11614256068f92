import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { dayOf } from '@/lib/core/time'
import { command, query } from '@/lib/server/doors'
import { env } from '@/lib/server/env'
import { writtenAttempt } from '../written'
import { writingTo } from './writing-to'

const MOST_LETTERS = 100
const Chosen = z.object({
  taskIds: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(id).min(1, 'choose').max(MOST_LETTERS),
  ),
})

/**
 * Letters to the customers of chosen contacts (S1-02), at most 100: who cannot be written to is named with the reason, also for want
 * of an address. Each carries the address that books its car. Refuses with `common.not-found`.
 */
export const letters = query(
  'reminder.letter',
  Chosen,
  async ({ tx, actor: { dealershipId }, now }, { taskIds }) => {
    const { house, written } = await writingTo(tx, dealershipId, taskIds, now)
    const all = written.map(({ task, customer, owner, leftOut, facts }) => ({
      taskId: task.id,
      class: task.class,
      plate: facts.plate,
      customer: {
        id: customer.id,
        name: customer.name,
        formOfAddress: customer.formOfAddress,
        address: customer.address,
        locale: customer.locale === 'en' ? ('en' as const) : ('zh-CN' as const),
      },
      owner,
      facts,
      url: new URL(facts.link, env().NEXTAUTH_URL).href,
      leftOut: leftOut ?? (customer.address ? null : ('noAddress' as const)),
    }))
    return {
      house,
      today: dayOf(now, house.timeZone),
      letters: all.filter(({ leftOut }) => !leftOut),
      leftOut: all.filter((one) => one.leftOut),
    }
  },
)

/**
 * Keeps that letters were sent: a try by letter with each contact, which then gets no message in this cycle. Refuses with
 * `common.not-found` or `reminder.ended` when one of them may no longer be written to.
 */
export const recordLetters = command('reminder.letter', Chosen, async ({ tx, actor, now }, { taskIds }) => {
  const { dealershipId } = actor
  const { written } = await writingTo(tx, dealershipId, taskIds, now)
  if (written.some(({ leftOut }) => leftOut)) throw new Refusal('reminder.ended')
  await tx.contactAttempt.createMany({
    data: written.map(({ task }) => ({
      dealershipId,
      taskId: task.id,
      ...writtenAttempt('letter'),
      at: now,
      byId: actor.id,
    })),
  })
  await tx.contactTask.updateMany({
    where: { dealershipId, id: { in: taskIds } },
    data: { remindedAt: now },
  })
  return {
    result: { count: written.length },
    subject: { type: 'dealership', id: dealershipId },
    facts: { letters: written.length },
  }
})
