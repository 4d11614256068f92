import 'server-only'
import * as z from 'zod'
import { toDateColumn } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import { READINESS_STEPS, type ReadinessStep } from '../readiness'
import { validOn } from './part-price'
import { todayAt } from './validity'

/** What a dealership needs before a customer can book, and which of it stands. */
export const houseReadiness = query(
  'setting.read',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }): Promise<{ step: ReadinessStep; done: boolean }[]> => {
    const today = await todayAt(tx, dealershipId, now)
    const day = toDateColumn(today)
    const working = { dealershipId, disabledAt: null }
    const adviser = { ...working, roles: { hasSome: ['serviceAdviser', 'receptionAdviser'] } }
    const technician = {
      ...working,
      roles: { has: 'technician' },
      grade: { not: null },
      certifiedUntil: { gte: day },
    }
    const onDuty = (staff: typeof adviser | typeof technician) =>
      tx.shift.count({
        where: { dealershipId, day: { gte: day }, kind: { in: ['work', 'overtime'] }, staff },
      })
    const attendance = Math.min(await onDuty(adviser), await onDuty(technician))
    const counts: Record<ReadinessStep, number> = {
      hours: await tx.openingHours.count({ where: { dealershipId } }),
      bays: await tx.bay.count({ where: working }),
      advisers: await tx.staff.count({ where: adviser }),
      technicians: await tx.staff.count({ where: technician }),
      attendance,
      operations: await tx.labourOperation.count({ where: working }),
      rates: await tx.labourRate.count({ where: { dealershipId, ...validOn(today) } }),
      packages: await tx.servicePackage.count({
        where: { ...working, bookableOnline: true, packagePrices: { some: validOn(today) } },
      }),
    }
    return READINESS_STEPS.map((step) => ({ step, done: counts[step] > 0 }))
  },
)
