import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { tell } from '@/lib/server/outbox'
import { AnswerHelp, AskDirector } from '../schemas'
import { driveOf } from './joint-drive'

/** Asks the technical director to the car (S2-55): a message to each, or to the technical supervisors in a house without one, and an open question on
 * their list. Asked anew, it replaces the open one. */
export const askDirector = command(
  'reception.askDirector',
  AskDirector,
  async ({ tx, actor, now }, { visitId, question }) => {
    const { dealershipId } = actor
    const { no, vehicle } = await driveOf(tx, dealershipId, visitId)
    const asked = {
      helpAsked: question,
      helpAskedAt: now,
      helpAskedById: actor.id,
      helpAnswer: '',
      helpAnsweredAt: null,
      helpById: null,
    }
    await tx.jointDrive.upsert({
      where: { dealershipId_visitId: { dealershipId, visitId } },
      create: { dealershipId, visitId, ...asked },
      update: asked,
      select: { id: true },
    })
    const told = await tellDirectors(tx, { dealershipId, visitId, plate: vehicle.plate, no, question }, now)
    return {
      result: { told },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { no, question, told },
    }
  },
)

/** The director's answer, kept with the visit. Refuses with `help.not-asked`. */
export const answerHelp = command(
  'reception.answerHelp',
  AnswerHelp,
  async ({ tx, actor, now }, { visitId, answer }) => {
    const { dealershipId } = actor
    const { no, jointDrive } = await driveOf(tx, dealershipId, visitId)
    if (!jointDrive?.helpAskedAt || jointDrive.helpAnsweredAt) throw new Refusal('help.not-asked')
    await tx.jointDrive.update({
      where: { dealershipId_visitId: { dealershipId, visitId } },
      data: { helpAnswer: answer, helpAnsweredAt: now, helpById: actor.id },
      select: { id: true },
    })
    return {
      result: { visitId },
      subject: { type: 'visit', id: visitId },
      visitId,
      facts: { no, answer },
    }
  },
)

type Question = { dealershipId: string; visitId: string; plate: string; no: string; question: string }

async function tellDirectors(tx: Tx, { dealershipId, ...facts }: Question, at: Date): Promise<number> {
  const found = await tx.staff.findMany({
    where: {
      dealershipId,
      disabledAt: null,
      roles: { hasSome: ['technicalDirector', 'technicalSupervisor'] },
      phone: { not: '' },
    },
    select: { phone: true, name: true, roles: true, account: { select: { locale: true } } },
  })
  const heads = found.filter(({ roles }) => roles.includes('technicalDirector'))
  const directors = heads.length ? heads : found
  const house = await tx.dealership.findUniqueOrThrow({ where: { id: dealershipId }, select: { name: true } })
  const { plate, no, question } = facts
  for (const { phone, name, account } of directors)
    await tell(tx, {
      dealershipId,
      template: 'help-asked',
      recipient: phone,
      locale: account?.locale ?? 'zh-CN',
      at,
      facts: { name, plate, no, question, dealership: house.name },
    })
  return directors.length
}
