import 'server-only'
import type { Tx } from '@/lib/server/db'
import { tell } from '@/lib/server/outbox'

type Special = {
  dealershipId: string
  visitId: string
  plate: string
  no: string
  why: 'comeback' | 'sensitive'
  earlierNo?: string
}

/** Tells the service managers of a customer who needs special care (S2-62), once for each visit and reason. Answers how many were told. */
export async function tellManagers(tx: Tx, special: Special, now: Date): Promise<number> {
  const { dealershipId, visitId, plate, no, why, earlierNo = '' } = special
  const managers = await tx.staff.findMany({
    where: { dealershipId, disabledAt: null, roles: { has: 'serviceManager' }, phone: { not: '' } },
    select: { id: true, phone: true, name: true, account: { select: { locale: true } } },
  })
  if (managers.length === 0) return 0
  const house = await tx.dealership.findUniqueOrThrow({ where: { id: dealershipId }, select: { name: true } })
  for (const { id, phone, name, account } of managers)
    await tell(tx, {
      dealershipId,
      template: 'special-care',
      recipient: phone,
      locale: account?.locale ?? 'zh-CN',
      at: now,
      dedupeKey: `special-care:${visitId}:${why}:${id}`,
      facts: { name, plate, no, why, earlierNo, dealership: house.name },
    })
  return managers.length
}
