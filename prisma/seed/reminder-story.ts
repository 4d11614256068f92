import { plusDays, hoursAfter, toDateColumn } from '@/lib/core/time'
import { pinyinOf } from '@/lib/core/pinyin'
import { issueScript, saveRule } from '@/lib/reminders/server/maintenance-rules'
import { makeContactPlan } from '@/lib/reminders/server/make-contact-plan'
import { recordContact } from '@/lib/reminders/server/record-contact'
import { runReminders } from '@/lib/reminders/server/run-reminders'
import { asTenant, database } from '@/lib/server/db'
import { carOwner } from './people'
import type { Shop } from './shop'

/** Days since the cars of the old file were registered: some due, some overdue, some lost. */
const AGES = [
  170, 174, 176, 178, 168, 172, 90, 120, 181, 190, 204, 230, 260, 186, 300, 350, 560, 610, 700, 830,
]

/** The manufacturer's plan, a script, cars of the time before, and what the night and the first calls make of them. */
export async function reminderStory(shop: Shop, today: string, serial: number) {
  const manager = shop.as('M01')
  const { dealershipId, clock, r } = shop
  const packages = await asTenant(database(), dealershipId, (tx) =>
    tx.servicePackage.findMany({ where: { dealershipId, code: { in: ['A', 'B'] } } }),
  )
  const packageOf = (code: string) => packages.find((one) => one.code === code)?.id
  await saveRule(manager, { code: 'A', name: '机油机滤', nameEn: 'Engine oil and filter', everyKm: 10_000, everyMonths: 6, packageId: packageOf('A') }) // prettier-ignore
  await saveRule(manager, { code: 'B', name: '空气滤芯与空调滤芯', nameEn: 'Air and cabin filter', everyKm: 20_000, packageId: packageOf('B') }) // prettier-ignore
  await saveRule(manager, {
    code: 'C',
    name: '制动液',
    nameEn: 'Brake fluid',
    everyKm: 40_000,
    everyMonths: 24,
  })
  await issueScript(manager, {
    code: 'DUE',
    class: 'due',
    issuer: 'dealership',
    title: '保养到期提醒',
    titleEn: 'Service is due',
    text: '您好，您的爱车即将到保养时间。提前预约可享工时费优惠，到店不用等待。您看本周哪天方便？',
    textEn: 'Good day, the service of your car is due soon. Booked ahead, the labour costs less and you need not wait. Which day suits you?',
  }) // prettier-ignore
  for (const [index, age] of AGES.entries()) await oldCar(shop, serial + index, today, age)
  await runReminders(dealershipId, clock.now)
  const until = plusDays(today, 30)
  const plan = { channel: 'phone', fromOn: plusDays(today, -10), toOn: until }
  await makeContactPlan(manager, { ...plan, name: '到期客户提醒', class: 'due', target: 6 })
  await makeContactPlan(manager, { ...plan, name: '流失客户挽回', class: 'winBack', target: 3, discount: 20 })
  const tasks = await asTenant(database(), dealershipId, (tx) =>
    tx.contactTask.findMany({
      where: { dealershipId, status: 'open', class: { in: ['due', 'overdue'] } },
      take: 8,
    }),
  )
  const results = ['reached', 'notReached', 'reached', 'callLater', 'reached'] as const
  const callAt = hoursAfter(clock.now, 24 * r.int(1, 3)).toISOString()
  for (const [index, result] of results.entries())
    if (tasks[index])
      await recordContact(shop.as('R01'), {
        taskId: tasks[index].id,
        result,
        callAt,
        seconds: r.int(40, 200),
      })
}

async function oldCar({ dealershipId, clock, r }: Shop, serial: number, today: string, age: number) {
  const { name, formOfAddress, phone, plate, brand, model, vin } = carOwner(
    r,
    serial,
    Number(today.slice(0, 4)),
  )
  await asTenant(database(), dealershipId, async (tx) => {
    const createdAt = hoursAfter(clock.now, -24 * age)
    const no = `KA${serial}`
    const { id: customerId } = await tx.customer.create({
      data: {
        dealershipId,
        no,
        name,
        formOfAddress,
        ...pinyinOf(name),
        phone,
        tier: 'existing',
        source: 'store',
        createdAt,
      },
    })
    const { id: vehicleId } = await tx.vehicle.create({
      data: { dealershipId, plate, vin, brand, model, firstRegisteredOn: toDateColumn(plusDays(today, -age)), createdAt },
    }) // prettier-ignore
    await tx.vehicleParty.create({
      data: { dealershipId, vehicleId, customerId, role: 'owner', since: createdAt },
    })
    const perDay = r.int(25, 62)
    for (const ago of [Math.min(age - 1, 90), 12])
      await tx.odometerReading.create({
        data: { dealershipId, vehicleId, km: (age - ago) * perDay, at: hoursAfter(clock.now, -24 * ago), source: 'import' },
      }) // prettier-ignore
  })
}
