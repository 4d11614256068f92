import { instant, minutesAfter, plusDays, dayOf, timeOf } from '@/lib/core/time'
import { Refusal } from '@/lib/core/refusal'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { cancelAppointment } from '@/lib/appointments/server/cancel-appointment'
import { confirmAppointment } from '@/lib/appointments/server/confirm-appointment'
import { markNoShow } from '@/lib/appointments/server/mark-no-show'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from './sign-as-shown'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { BODY_VIEWS, KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { addJob } from '@/lib/orders/server/add-job'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { signOrder } from '@/lib/orders/server/sign-order'
import { arriveInLounge } from '@/lib/lounge/server/arrive-in-lounge'
import { recordCare } from '@/lib/lounge/server/record-care'
import type { CarOwner } from './people'
import { deliveryStory } from './delivery-story'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'
import { CONCERNS, HANDWRITING, type Plan } from './plots'
import { workStory } from './work-story'
import { wheelsAt } from './wheels'

/** One customer from booking (or the door) to the last follow-up, as the plan of the demo wants it. */
export async function* visitStory(shop: Shop, car: CarOwner, plan: Plan): Story {
  const booking = plan.booked ? await book(shop, car, plan) : null
  if (booking) {
    if (plan.fate === 'cancels') {
      yield minutesAfter(booking.startsAt, -20 * 60)
      await tried(cancelAppointment(shop.as('B01'), { appointmentId: booking.id, reason: 'noTime' }))
      return
    }
    yield minutesAfter(booking.startsAt, -22 * 60)
    await confirm(shop, booking.id)
    if (plan.fate === 'noShow') {
      yield minutesAfter(booking.startsAt, 45)
      await tried(markNoShow(shop.as('B01'), { appointmentId: booking.id, reason: 'forgot' }))
      return
    }
    yield minutesAfter(booking.startsAt, shop.r.int(-8, 6))
  } else yield plan.at

  const arrived = await tried(
    arriveVisit(shop.as('G01'), {
      appointmentId: booking?.id,
      ...(booking
        ? {}
        : {
            plate: car.plate,
            name: car.name,
            phone: car.phone,
            vin: car.vin,
            brand: car.brand,
            model: car.model,
            bodyKind: car.bodyKind,
            formOfAddress: car.formOfAddress,
          }),
      waiting: car.waits ? 'waits' : 'leaves',
      purpose: plan.concern ? CONCERNS[plan.concern] : undefined,
    }),
  )
  if (arrived instanceof Refusal) return
  const { visitId } = arrived
  const adviser = arrived.adviserId ? shop.noOf(arrived.adviserId) : 'A01'
  yield new Date(
    shop.clock.now.getTime() + (shop.r.chance(0.85) ? shop.r.int(4, 14) : shop.r.int(17, 70)) * 1000,
  )
  await greetVisit(shop.as(shop.r.chance(0.7) ? adviser : 'G01'), { visitId })

  yield shop.after(1)
  await startInspection(shop.as(adviser), { visitId, kitPieces: [...KIT_PIECES] })
  yield shop.after(shop.r.int(5, 9))
  await walkAround(shop, adviser, visitId, car, plan)
  yield shop.after(1)
  await signAsShown(shop.as(adviser), { visitId, signerName: car.name, signatureStrokes: HANDWRITING })
  yield shop.after(2)
  await bringToDesk(shop.as(adviser), {
    visitId,
    parkedAt: `P${shop.r.int(1, 40)}`,
    keyLocation: `${shop.r.int(1, 60)}`,
  })

  yield shop.after(shop.r.int(3, 7))
  const orderId = await writeOrder(shop, adviser, visitId, plan)
  yield shop.after(shop.r.int(3, 6))
  await signed(shop, adviser, orderId, car)
  if (car.waits) {
    yield shop.after(2)
    await tried(arriveInLounge(shop.as(adviser), { visitId, place: `${shop.r.int(1, 12)}` }))
    await tried(recordCare(shop.as('G01'), { visitId, kind: 'drink', text: '' }))
  }
  yield* workStory(shop, { visitId, orderId, adviser, car, plan })
  yield* deliveryStory(shop, { visitId, orderId, adviser, car, plan })
}

async function book(shop: Shop, car: CarOwner, plan: Plan) {
  const packageIds = await packageIds_(shop, plan)
  const wishes = plan.concern ? [CONCERNS[plan.concern]] : []
  const day = dayOf(plan.at, shop.zone)
  const { days } = await openSlots(shop.as('B01'), { packageIds, wishes: wishes.length, from: day, days: 3 })
  const slots = days.flatMap((one) =>
    one.slots
      .filter(({ over, provisional }) => !over && !provisional)
      .map(({ startsAt }) => new Date(startsAt)),
  )
  const wanted = plan.at.getTime()
  const slot = slots
    .filter((at) => at > shop.clock.now)
    .sort((a, b) => Math.abs(a.getTime() - wanted) - Math.abs(b.getTime() - wanted))[0]
  if (!slot) return null
  const booked = await tried(
    bookAppointment(shop.as('B01'), {
      packageIds,
      wishes,
      plate: car.plate,
      vin: car.vin,
      brand: car.brand,
      model: car.model,
      name: car.name,
      phone: car.phone,
      formOfAddress: car.formOfAddress,
      startsAt: slot.toISOString(),
      waiting: car.waits ? 'waits' : 'leaves',
      channel: plan.channel,
      kind: plan.active ? 'active' : 'passive',
      readBack: true,
    }),
  )
  if (booked instanceof Refusal) return null
  await shop.inside(async (tx) => {
    await tx.vehicle.updateMany({
      where: { plate: car.plate },
      data: { bodyKind: car.bodyKind, colour: car.colour, fuel: car.fuel, modelYear: car.modelYear },
    })
    if (car.sensitive)
      await tx.customer.updateMany({ where: { phone: car.phone }, data: { complaintSensitive: true } })
  })
  return { id: booked.id, startsAt: slot }
}

const packageIds_ = async (shop: Shop, plan: Plan): Promise<string[]> =>
  plan.packages.length
    ? shop.inside(async (tx) =>
        (
          await tx.servicePackage.findMany({ where: { code: { in: plan.packages } }, select: { id: true } })
        ).map(({ id }) => id),
      )
    : []

async function confirm(shop: Shop, appointmentId: string): Promise<void> {
  await tried(
    confirmAppointment(shop.as('B01'), {
      appointmentId,
      stage: 'dayBefore',
      result: 'keeps',
      channel: 'phone',
    }),
  )
  for (const [kind, who] of [
    ['parts', 'P01'],
    ['people', 'F01'],
    ['bay', 'F01'],
  ] as const)
    await tried(prepareAppointment(shop.as(who), { appointmentId, kind, done: true }))
}

async function walkAround(
  shop: Shop,
  adviser: string,
  visitId: string,
  car: CarOwner,
  plan: Plan,
): Promise<void> {
  const marks = shop.r.chance(0.4) ? shop.r.int(1, 2) : 0
  for (let i = 0; i < marks; i++)
    await saveDamageMark(shop.as(adviser), {
      visitId,
      view: shop.r.pick(BODY_VIEWS),
      x: shop.r.int(200, 800),
      y: shop.r.int(350, 700),
      kind: shop.r.pick(['scratch', 'dent', 'paintLoss'] as const),
      severity: shop.r.int(1, 2),
    })
  const told = await shop.inside(async (tx) => {
    const record = await tx.receptionRecord.findFirstOrThrow({ where: { visitId } })
    return record.customerStatement
  })
  await saveInspection(shop.as(adviser), {
    visitId,
    odometerKm: car.km,
    fuelEighths: shop.r.int(1, 8),
    items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: kind === 'exterior' && marks ? 'notOk' : 'ok' })),
    wheels: wheelsAt(car.km),
    valuablesReminded: true,
    damageShown: marks > 0,
    valuables: shop.r.chance(0.2) ? [{ kind: 'glasses', quantity: 1 }] : [],
    base: { customerStatement: told },
    customerStatement: plan.concern ? CONCERNS[plan.concern] : CONCERNS.service,
    freeWash: plan.wash,
    licenceTaken: true,
    bookletTaken: shop.r.chance(0.5),
    nextServiceTold: true,
  })
}

async function writeOrder(shop: Shop, adviser: string, visitId: string, plan: Plan): Promise<string> {
  const { id: orderId } = await openOrder(shop.as(adviser), {
    visitId,
    type: plan.concern ? 'generalRepair' : 'maintenance',
  })
  const jobs = await shop.inside((tx) => tx.job.count({ where: { orderId } }))
  if (jobs === 0)
    for (const packageId of await packageIds_(shop, plan))
      await addJob(shop.as(adviser), { orderId, packageId })
  if (plan.operation) {
    const operation = await shop.inside((tx) =>
      tx.labourOperation.findFirstOrThrow({ where: { code: plan.operation ?? '' } }),
    )
    const parts = await shop.inside((tx) => tx.part.findMany({ where: { no: { in: plan.parts } } }))
    await addJob(shop.as(adviser), {
      orderId,
      operationId: operation.id,
      parts: parts.map(({ id, no }) => ({
        partId: id,
        quantityMilli: 1000 * plan.parts.filter((one) => one === no).length,
      })),
    })
  }
  if ((await shop.inside((tx) => tx.job.count({ where: { orderId } }))) === 0) {
    const [basic] = await shop.inside((tx) =>
      tx.servicePackage.findMany({ where: { code: plan.concern ? 'D' : 'A' } }),
    )
    if (basic) await addJob(shop.as(adviser), { orderId, packageId: basic.id })
  }
  return orderId
}

async function signed(shop: Shop, adviser: string, orderId: string, car: CarOwner): Promise<void> {
  const { minutes } = await shop.inside(async (tx) => {
    const sum = await tx.job.aggregate({ where: { orderId, status: 'proposed' }, _sum: { minutes: true } })
    return { minutes: sum._sum.minutes ?? 60 }
  })
  await setOrderTerms(shop.as(adviser), {
    orderId,
    promisedAt: promise(shop, shop.after(minutes + 75)),
    paymentMethod: shop.r.pick(['wechat', 'alipay', 'card']),
    oldParts: shop.r.pick(['leave', 'takeAway', 'scrap']),
    wash: shop.r.chance(0.8),
    deliveryExplained: true,
  })
  await estimateOrder(shop.as(adviser), { orderId })
  await presentOrder(shop.as(adviser), { orderId })
  const estimate = await shop.inside((tx) =>
    tx.estimate.findFirstOrThrow({ where: { orderId, supersededAt: null } }),
  )
  await signOrder(shop.as(adviser), {
    orderId,
    version: estimate.version,
    hash: estimate.hash,
    signerName: car.name,
    signatureStrokes: HANDWRITING,
  })
}

/** What would be promised after closing time is promised for the next morning. */
function promise(shop: Shop, at: Date): Date {
  const quarter = new Date(Math.ceil(at.getTime() / 900_000) * 900_000)
  if (timeOf(quarter, shop.zone) < '17:30') return quarter
  return instant(plusDays(dayOf(quarter, shop.zone), 1), '11:00', shop.zone)
}
