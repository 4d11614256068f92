import { randomUUID } from 'node:crypto'
import { dayOf, hoursAfter, minutesAfter, plusDays, toDateColumn } from '@/lib/core/time'
import { waitingToken } from '@/lib/appointments/server/waiting-token'
import { asTenant, database, type Tx } from '@/lib/server/db'
import { atTheDoor } from './door'

export type House = Awaited<ReturnType<typeof dressed>>

/** Names as they come: longer than any column, and with characters outside of the basic plane. */
const LONG = '阿卜杜热依木·𠮷田𬭚子·买买提江（上海闵行精密仪器进出口贸易有限公司）'
const RARE = '𠮷田𬭚子'
const LONG_WISH =
  '高速行驶到一百码左右方向盘抖动得厉害，踩刹车时更明显，昨天开始左前轮还有“咯噔咯噔”的声音，请一定检查一下刹车片和平衡'

/** Rows of the demo that the pictures show, and what the demo does not bring by itself: requests, a waiting list, a full day. */
export async function dressed(dealershipId: string) {
  const door = await atTheDoor(dealershipId, LONG)
  return asTenant(database(), dealershipId, async (tx) => {
    const { code, timeZone } = await tx.dealership.findFirstOrThrow({ where: { id: dealershipId } })
    const today = dayOf(new Date(), timeZone)
    const order = await tx.repairOrder.findFirst({
      where: { status: { notIn: ['closed', 'delivered', 'cancelled'] } },
      orderBy: { createdAt: 'desc' },
    })
    const some = (where: object) =>
      tx.repairOrder.findFirstOrThrow({ where: { dealershipId, ...where }, orderBy: { createdAt: 'desc' } })
    const offered = { jobs: { some: { choiceId: { not: null } } } }
    const inHand = await some({ status: 'awaitingSignature', ...offered })
    const asked = await some({ additionalWorks: { some: { safety: true, answeredAt: null } } })
    const linkTo = async (template: string, visitId: string) => {
      const { facts, recipient } = await tx.outboxMessage.findFirstOrThrow({ where: { template, visitId } })
      return { link: (facts as { link: string }).link, tail: recipient.slice(-4) }
    }
    const done = await tx.repairOrder.findFirstOrThrow({
      where: { status: { in: ['delivered', 'closed'] } },
      orderBy: { createdAt: 'desc' },
      include: { customer: { select: { phone: true } }, vehicle: { select: { plate: true } } },
    })
    const told = await tx.outboxMessage.findFirstOrThrow({
      where: { template: 'order-signed', visitId: done.visitId },
    })
    const booked = await tx.appointment.findMany({
      where: { status: { in: ['confirmed', 'ready'] }, startsAt: { gt: new Date() } },
      orderBy: { startsAt: 'asc' },
      include: { vehicle: { select: { plate: true } } },
    })
    const appointment = booked.at(-1)
    if (!appointment) throw new Error('the demo has no booking ahead')
    const confirmed = await tx.outboxMessage.findFirstOrThrow({
      where: { template: 'appointment-confirmed', appointmentId: appointment.id },
    })
    const contact = await tx.contactTask.findFirstOrThrow({ where: { status: 'open', class: { not: 'care' } }, orderBy: { dueOn: 'asc' } })
    const care = await careFor(tx, contact, today)
    const complaint = await tx.complaint.findFirst({ orderBy: { receivedAt: 'desc' } })
    const servicePackage = await tx.servicePackage.findFirstOrThrow({ where: { code: 'A' } })
    if ((await tx.customer.count({ where: { name: LONG } })) === 0)
      for (const [index, name] of [LONG, RARE].entries())
        if (booked[index]) await rename(tx, dealershipId, booked[index].customerId, name)
    await offerWays(tx, dealershipId, done.vehicle.plate)
    const waitingId = await dress(tx, dealershipId, today, booked.slice(0, 3))
    const trip = await tx.driverTrip.findFirst({ where: { doneAt: null }, orderBy: { startsAt: 'asc' } })
    return {
      dealershipId,
      code,
      today,
      door,
      tripDay: trip ? dayOf(trip.startsAt, timeZone) : today,
      fullDay: plusDays(today, 2),
      order: order ?? done,
      /** Orders that stand open in the demo, each for what its page shows. */
      writing: await some({ status: 'draft', ...offered }),
      inHand,
      asked,
      makers: await some({ jobs: { some: { warranty: 'reported' } } }),
      walking: await tx.visit.findFirstOrThrow({
        where: { dealershipId, status: 'inspecting', jointDrive: { isNot: null } },
      }),
      toSign: await linkTo('order-to-sign', inHand.visitId),
      toAnswer: await linkTo('additional-work-to-answer', asked.visitId),
      done,
      complaint,
      servicePackage,
      contact,
      care,
      appointment,
      link: (told.facts as { link: string }).link,
      tail: told.recipient.slice(-4),
      ownLink: (confirmed.facts as { link: string }).link,
      ownTail: confirmed.recipient.slice(-4),
      leave: `/book/${code}/waiting/${waitingToken(dealershipId, waitingId)}`,
      known: { phone: done.customer.phone, plate: done.vehicle.plate },
      /** The code that was last sent to this number. */
      codeFor: (phone: string) =>
        asTenant(database(), dealershipId, async (of) => {
          const { facts } = await of.outboxMessage.findFirstOrThrow({
            where: { template: 'phone-code', recipient: phone },
            orderBy: { createdAt: 'desc' },
          })
          return (facts as { code: string }).code
        }),
      /** Takes all room of the full day; a booking lays the days out anew. */
      fill: () =>
        asTenant(database(), dealershipId, (of) =>
          of.capacityDay.updateMany({
            where: { dealershipId, day: toDateColumn(plusDays(today, 2)) },
            data: { bookableMinutes: 0 },
          }),
        ),
    }
  })
}

/** A word of care with a gift that waits at the store, for the customer of this contact. */
async function careFor(tx: Tx, { dealershipId, vehicleId, customerId }: Contact, today: string) {
  const of = { dealershipId, vehicleId, listedAs: 'care' as const, cycle: 'midAutumn-2026' }
  const now = new Date()
  const dueOn = toDateColumn(plusDays(today, 9))
  const data = { ...of, customerId, class: 'care' as const, discountBp: 10_000, dueOn, nextAt: now, createdAt: now, gift: '月饼礼盒（八枚装）' } // prettier-ignore
  await tx.contactTask.createMany({ data, skipDuplicates: true })
  return tx.contactTask.findFirstOrThrow({ where: of, select: { id: true } })
}
type Contact = { dealershipId: string; vehicleId: string; customerId: string }

const rename = (tx: Tx, dealershipId: string, id: string, name: string) =>
  tx.customer.update({ where: { dealershipId_id: { dealershipId, id } }, data: { name } })

/** Two drivers and a loaner car, so that customers may choose how the car comes. */
async function offerWays(tx: Tx, dealershipId: string, plate: string) {
  const values = {
    'pickup.drivers': 2,
    'place.coordinates': '31.112,121.381',
    'loaner.plates': plate,
    'loaner.minRepairHours': 0,
  }
  for (const [key, value] of Object.entries(values))
    await tx.setting.upsert({
      where: { dealershipId_key: { dealershipId, key } },
      create: { dealershipId, key, value, changedAt: new Date() },
      update: { value },
    })
}

async function dress(
  tx: Tx,
  dealershipId: string,
  today: string,
  booked: { customerId: string; vehicleId: string }[],
): Promise<string> {
  const before = await tx.waitingEntry.findFirst({ where: { dealershipId } })
  if (before) return before.id
  const now = new Date()
  const ask = (name: string, text: string, minutes: number, more: object = {}) => ({
    dealershipId,
    id: randomUUID(),
    channel: 'online' as const,
    name,
    text,
    phone: '13800138000',
    receivedAt: minutesAfter(now, minutes - 30),
    dueAt: minutesAfter(now, minutes),
    ...more,
  })
  await tx.serviceRequest.createMany({
    data: [
      ask(LONG, LONG_WISH, -45, { plate: '沪AD12345', escalatedAt: minutesAfter(now, -44) }),
      ask('王女士', '周末可以做保养吗？大概要多久？', 8, { channel: 'wechat' }),
      ask('李先生', '换两条前轮轮胎多少钱？', 26, { channel: 'phone', plate: '沪A12345' }),
      ask(RARE, '空调有异味，需要预约吗？', -600, {
        answeredAt: hoursAfter(now, -10),
        outcome: 'answered',
        note: '已说明空调清洗套餐的价格和时间，客户下周再定。',
      }),
    ],
  })
  const wait = (index: number, wishes: string[]) => ({
    dealershipId,
    customerId: booked[index]?.customerId ?? '',
    vehicleId: booked[index]?.vehicleId ?? '',
    wishes,
    firstDay: toDateColumn(plusDays(today, 1 + index)),
    lastDay: toDateColumn(plusDays(today, 5 + index)),
    parts: index ? [] : ['morning'],
    channel: 'online' as const,
    createdAt: minutesAfter(now, -60 * (9 - index)),
  })
  const first = await tx.waitingEntry.create({ data: wait(0, [LONG_WISH]) })
  for (const [index, wish] of ['更换刹车片', '四轮定位'].entries())
    await tx.waitingEntry.create({ data: wait(index + 1, [wish]) })
  return first.id
}
