import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'

/** The advisers who receive customers, by name only. */
export const advisers = query('staff.list', z.object({}), ({ tx, actor }) =>
  tx.staff.findMany({
    where: {
      dealershipId: actor.dealershipId,
      disabledAt: null,
      roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] },
    },
    orderBy: { employeeNo: 'asc' },
    select: { id: true, name: true, nameEn: true },
  }),
)
