import 'server-only'
import type { Prisma } from '@/lib/server/db'
import type { Values } from '../merge'

/** The columns that a merge may change. */
export const VALUES = {
  name: true, pinyin: true, initials: true, formOfAddress: true, phone: true, phone2: true, email: true, wechatOpenId: true,
  address: true, contactPerson: true, birthday: true, tier: true, tierByHand: true, labels: true, complaintSensitive: true,
  preferredChannel: true, preferredAdviserId: true, preferredTechnicianId: true, verifiedAt: true, phoneWrongAt: true,
  heardBy: true,
} as const // prettier-ignore

type Row = Prisma.CustomerGetPayload<{ select: typeof VALUES }>

/** The same as JSON holds it. */
export function valuesOf(row: Row): Values {
  const iso = (at: Date | null) => at && at.toISOString()
  const columns = Object.fromEntries(
    (Object.keys(VALUES) as (keyof typeof VALUES)[]).map((column) => [column, row[column]]),
  ) as Row
  return {
    ...columns,
    birthday: iso(row.birthday),
    verifiedAt: iso(row.verifiedAt),
    phoneWrongAt: iso(row.phoneWrongAt),
  }
}
