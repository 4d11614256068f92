import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { dayOf } from '@/lib/core/time'
import { settleTiers } from '@/lib/customers/server/settle-tiers'
import type { Settings } from '@/lib/dealership/settings'
import { settingsOf } from '@/lib/dealership/server/settings'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { database } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { each } from '@/lib/server/each'
import { newId } from '@/lib/server/ids'
import { log } from '@/lib/server/log'
import { systemContext } from '@/lib/server/system-context'
import { classOf, dueOf, type DueClass, type Rule } from '../due'
import { carsAfter, type CarRow } from './cars-after'
import { keepDues, type KeptDue } from './keep-dues'
import { careCustomers } from './care-customers'
import { listCars } from './list-cars'
import { sendReminders } from './send-reminders'
import { settleTasks } from './settle-tasks'

const SIZE = 1000

type Batch = { last: string | null; cars: number; counts: Record<string, number> }

/**
 * The reminders of the next cars of a dealership: due days, lists, messages, all in one transaction. Every statement has
 * the same effect when it runs again, so a run may be cut off anywhere and started anew (C23).
 */
export const remindCars = command(
  'reminder.run',
  z.object({ after: optional(id), size: z.number().int().min(1).max(5000).default(SIZE) }),
  async ({ tx, actor: { dealershipId }, now }, { after = null, size }) => {
    const dealership = await thisDealership(tx, dealershipId)
    const { timeZone } = dealership
    const today = dayOf(now, timeZone)
    const settings = await settingsOf(tx)
    const rows = await carsAfter(tx, { dealershipId, timeZone, after, size, now })
    const rules = await tx.maintenanceRule.findMany({ where: { dealershipId, retiredAt: null } })
    const cars = rows.map((car) => ({ car, due: kept(car, rules, settings, today) }))
    await keepDues(
      tx,
      dealershipId,
      today,
      cars.map(({ due }) => due),
    )
    const vehicleIds = rows.map(({ vehicleId }) => vehicleId)
    const settled = await settleTasks(tx, { dealershipId, vehicleIds, now })
    const on = { dealershipId, now, today, discountBp: settings['discount.earlyBookingBp'] }
    const listed = await listCars(tx, on, cars.flatMap(wanted))
    const house = { ...dealership, dealershipId }
    const told = await sendReminders(tx, { house, settings, now }, cars)
    const counts = { ...settled, listed, ...told }
    const result: Batch = {
      last: rows.length < size ? null : (vehicleIds.at(-1) ?? null),
      cars: rows.length,
      counts,
    }
    return {
      result,
      subject: { type: 'dealership', id: dealershipId },
      facts: { cars: rows.length, ...counts },
    }
  },
)

function kept(car: CarRow, rules: readonly Rule[], settings: Settings, today: string): KeptDue {
  const usual = { km: settings['service.intervalKm'], months: settings['service.intervalMonths'] }
  const due = dueOf(car, rules, usual, today)
  const limits = {
    leadDays: settings['reminder.leadDays'],
    remainKm: settings['reminder.remainKm'],
    churnCycles: settings['churn.cycles'],
  }
  return { ...due, vehicleId: car.vehicleId, class: classOf(due, limits, today) }
}

/** Whoever can be called: a car with a customer who has not said no. */
const wanted = ({ car, due }: { car: CarRow; due: KeptDue }) =>
  due.class && car.customerId && !car.optedOut
    ? [
        {
          id: newId(),
          vehicleId: car.vehicleId,
          customerId: car.customerId,
          class: due.class as DueClass,
          cycle: due.baseOn,
          ownerId: car.adviserId,
          packageId: due.packageId,
          dueOn: due.dueOn,
        },
      ]
    : []

/** The tiers of a dealership, then all its cars, some at a time, then the care that gives way to what is due. Answers how many, and what was done. */
export async function runReminders(
  dealershipId: string,
  now: Date,
  size = SIZE,
): Promise<Record<string, number>> {
  const context = systemContext(dealershipId, now)
  await settleTiers(context, {})
  const total: Record<string, number> = { cars: 0 }
  for (let after: string | null = null; ;) {
    const batch: Batch = await remindCars(context, { after, size })
    for (const [what, count] of Object.entries({ cars: batch.cars, ...batch.counts }))
      total[what] = (total[what] ?? 0) + count
    if (!batch.last) break
    after = batch.last
  }
  const { listed } = await careCustomers(context, {})
  return { ...total, care: listed }
}

/** Every dealership; a fault at one is reported and holds up no other. */
export async function runAllReminders(now: Date): Promise<void> {
  const dealerships = await database().dealership.findMany({ select: { id: true } })
  await each(dealerships, 'reminders', async ({ id: dealershipId }) =>
    log.info(await runReminders(dealershipId, now), 'reminded'),
  )
}
