import 'server-only'
import * as z from 'zod'
import { grantsOf } from '@/lib/auth/permissions'
import { query } from '@/lib/server/doors'

/** Everyone whom the foreman may permit to drive a customer's car. */
export const permittedDrivers = query('roadTest.permit', z.object({}), ({ tx, actor }) =>
  tx.staff.findMany({
    where: {
      dealershipId: actor.dealershipId,
      disabledAt: null,
      roles: { hasSome: [...grantsOf('roadTest.start')] },
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, nameEn: true },
  }),
)
