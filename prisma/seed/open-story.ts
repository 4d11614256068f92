import { minutesAfter, plusDays, dayOf, instant } from '@/lib/core/time'
import { Refusal } from '@/lib/core/refusal'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { bringToDesk } from '@/lib/reception/server/bring-to-desk'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from './sign-as-shown'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { takeOverVisit } from '@/lib/reception/server/take-over-visit'
import { KIT_PIECES, WALK_AROUND_ITEMS } from '@/lib/reception/walk-around'
import { openOrder } from '@/lib/orders/server/open-order'
import { atTheCar } from './car-story'
import { draftOrder, orderInHand, orderOnTheLift, warrantyOrder, type AtDesk } from './order-story'
import { carOwner, type CarOwner } from './people'
import { aPlan, HANDWRITING, type Plan } from './plots'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'
import { visitStory } from './visit-story'
import { wheelsAt } from './wheels'

/** Serial numbers of the cars below, away from those of the month. */
const SERIAL = 700

type Model = Pick<CarOwner, 'model' | 'bodyKind' | 'fuel' | 'km' | 'modelYear'> & { waits?: boolean }

/**
 * What stands open today, so that each of its screens has something to show: an order being written with shares and alternatives, one in
 * the customer's hand, a safety finding that waits for its answer, warranty cases, and a car that is back and being walked around.
 */
export function openStories(shop: Shop, now: Date): { at: Date; story: Story }[] {
  const year = Number(dayOf(now, shop.zone).slice(0, 4))
  const car = (serial: number, model: Model) => ({
    ...carOwner(shop.r, SERIAL + serial, year),
    waits: true,
    ...model,
    sensitive: false,
  })
  const ago = (minutes: number) => minutesAfter(now, -minutes)
  const morning = (days: number) => instant(plusDays(dayOf(now, shop.zone), -days), '09:10', shop.zone)
  const back = car(1, {
    model: '亚洲龙',
    bodyKind: 'saloon',
    fuel: 'hybrid',
    km: 48_600,
    modelYear: year - 4,
  })
  const draft = car(2, {
    model: 'RAV4荣放',
    bodyKind: 'suv',
    fuel: 'petrol',
    km: 61_240,
    modelYear: year - 5,
  })
  const inHand = car(3, {
    model: '卡罗拉',
    bodyKind: 'saloon',
    fuel: 'petrol',
    km: 37_900,
    modelYear: year - 3,
  })
  const lifted = car(4, {
    model: '格瑞维亚',
    bodyKind: 'mpv',
    fuel: 'hybrid',
    km: 52_310,
    modelYear: year - 3,
  })
  const maker = car(5, {
    model: '皇冠陆放',
    bodyKind: 'suv',
    fuel: 'hybrid',
    km: 14_870,
    modelYear: year - 1,
    waits: false,
  })
  return [
    { at: morning(29), story: visitStory(shop, back, plansOf(shop, morning(29))) },
    { at: morning(1), story: atDeskStory(shop, maker, '仪表偶尔提示充电系统故障，启动后又恢复。', warrantyOrder) },
    { at: ago(84), story: atDeskStory(shop, lifted, '到里程了做保养，最近刹车有点软。', orderOnTheLift) },
    { at: ago(78), story: atDeskStory(shop, inHand, '刹车吱吱响，想换前刹车片。', orderInHand) },
    { at: ago(66), story: atDeskStory(shop, draft, '做保养；过坎底盘有异响；空调不太凉；想看看轮胎要不要换。', draftOrder) },
    { at: ago(16), story: atTheCar(shop, { ...back, km: back.km + 2380 }) },
  ] // prettier-ignore
}

/** The first visit of the car that comes back: new shock absorbers, and a safety item that was declined with a notice. */
function plansOf(shop: Shop, at: Date): Plan {
  return {
    ...aPlan(shop.r, at),
    booked: false,
    fate: 'comes',
    packages: [],
    concern: 'noise',
    operation: 'R108',
    parts: ['P0016', 'P0016'],
    failsInspection: false,
    finds: {
      operation: 'R103',
      part: 'P0012',
      what: '前制动盘磨损到极限',
      why: '厚度 21.8 毫米，低于 22 毫米的报废极限',
      whatIfNot: '连续制动时可能开裂，制动距离变长',
      how: '成对更换前制动盘',
      answer: 'decline',
      urgent: true,
    },
  }
}

/** A walk-in of the adviser A01, from the door to the desk, where `then` goes on with the order. */
async function* atDeskStory(
  shop: Shop,
  car: CarOwner,
  statement: string,
  then: (shop: Shop, at: AtDesk) => Story,
): Story {
  const adviser = shop.as.bind(shop, 'A01')
  const arrived = await tried(arriveVisit(shop.as('G01'), { ...doorOf(car), purpose: statement }))
  if (arrived instanceof Refusal) return
  const { visitId } = arrived
  await takeOverVisit(adviser(), { visitId })
  yield shop.after(1)
  await greetVisit(adviser(), { visitId })
  await startInspection(adviser(), { visitId, kitPieces: [...KIT_PIECES] })
  yield shop.after(7)
  await saveInspection(adviser(), {
    visitId,
    odometerKm: car.km,
    fuelEighths: 5,
    items: WALK_AROUND_ITEMS.map((kind) => ({ kind, state: 'ok' })),
    wheels: wheelsAt(car.km),
    valuablesReminded: true,
    customerStatement: statement,
    freeWash: true,
    licenceTaken: true,
    nextServiceTold: true,
  })
  await signAsShown(adviser(), { visitId, signerName: car.name, signatureStrokes: HANDWRITING })
  yield shop.after(2)
  await bringToDesk(adviser(), { visitId, parkedAt: `P${shop.r.int(1, 40)}`, keyLocation: '12' })
  yield shop.after(3)
  const { id: orderId } = await openOrder(adviser(), { visitId })
  yield* then(shop, { visitId, orderId, car })
}

/** The particulars of a car as the greeter takes them at the door. */
export const doorOf = ({
  plate,
  name,
  phone,
  vin,
  brand,
  model,
  bodyKind,
  formOfAddress,
  waits,
}: CarOwner) => ({
  plate,
  name,
  phone,
  vin,
  brand,
  model,
  bodyKind,
  formOfAddress,
  waiting: waits ? ('waits' as const) : ('leaves' as const),
})
