import { openSlots } from '@/lib/appointments/server/open-slots'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { instant } from '@/lib/core/time'
import type { Context } from '@/lib/server/doors'
import { aMobile, aPlate, TODAY, ZONE, type GivenDealership } from '../../support/given'

export const at = (time: string, day = '2026-11-24') => instant(day, time, ZONE).toISOString()
export const today = (time: string) => at(time, TODAY)

export const packageOf = (given: GivenDealership, code: string) =>
  given.inside(async (tx) => (await tx.servicePackage.findFirstOrThrow({ where: { code } })).id)

/** The code that was sent to a number, as the customer reads it. */
export async function codeFor(given: GivenDealership, phone: string): Promise<string> {
  const message = await given.inside((tx) =>
    tx.outboxMessage.findFirstOrThrow({
      where: { recipient: phone, template: 'phone-code' },
      orderBy: { createdAt: 'desc' },
    }),
  )
  return (message.facts as { code: string }).code
}

/** A visitor who has proven a telephone number. */
export async function aProvenPhone(
  given: GivenDealership,
  phone = aMobile(),
  context: Context = given.asVisitor(),
) {
  await requestPhoneCode(context, { phone })
  const { proof } = await provePhone(context, { phone, code: await codeFor(given, phone) })
  return { phone, proof }
}

/** What a member of staff types on the telephone. */
export const aCall = (over: Record<string, unknown> = {}) => ({
  plate: aPlate(),
  name: '刘洋',
  phone: aMobile(),
  model: '卡罗拉',
  wishes: ['刹车有异响'],
  startsAt: at('10:00'),
  readBack: true,
  ...over,
})

export async function slotsOn(
  given: GivenDealership,
  day: string,
  over: Record<string, unknown> = {},
  context?: Context,
) {
  const { days } = await openSlots(context ?? given.asVisitor(), { wishes: 1, from: day, days: 1, ...over })
  const [found] = days
  if (!found) throw new Error(`no day ${day}`)
  return found
}
