import 'server-only'
import * as z from 'zod'
import { query } from '@/lib/server/doors'

/** The labour operations a dealership offers, by code. */
export const operations = query('catalogue.read', z.object({}), ({ tx }) =>
  tx.labourOperation.findMany({
    where: { disabledAt: null },
    orderBy: { code: 'asc' },
    select: {
      id: true,
      code: true,
      name: true,
      nameEn: true,
      workClass: true,
      skill: true,
      minGrade: true,
      minutes: true,
    },
  }),
)
