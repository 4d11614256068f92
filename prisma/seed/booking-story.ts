import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { makeRequest } from '@/lib/appointments/server/make-request'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { prepareAppointment } from '@/lib/appointments/server/prepare-appointment'
import { plusDays } from '@/lib/core/time'
import { noteLead } from '@/lib/customers/server/leads'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { blockHours, closeBay } from '@/lib/dealership/server/closures'
import { carOwner } from './people'
import { tried, type Shop } from './shop'

type Place = Pick<Shop, 'as' | 'inside' | 'dealershipId' | 'r'>

/** Where the house stands, and a customer a kilometre away: near enough to fetch the car. */
const HOUSE = '31.1128,121.3817'
const NEAR = { latitude: 31.1214, longitude: 121.3849 }
const LEADS = ['想换七座车，等孩子开学后再定。', '公司车队三台车要统一保养。', '询问新能源车置换补贴。']
const REQUESTS = [
  '空调有异味，想知道清洗要多久。',
  '冷车启动有哒哒声，能不能先帮忙看一下？',
] // prettier-ignore

/** Loaner cars and the place of the house, which the bookings of the month may use from its first day on. */
export async function furnishBooking(place: Place, plates: string) {
  await changeSetting(place.as('M01'), { key: 'loaner.plates', text: plates })
  await changeSetting(place.as('M01'), { key: 'place.coordinates', text: HOUSE })
}

/**
 * What the month leaves open at its end: a car to be fetched, one that leaves its owner a loaner car, needs that customers let show, requests to answer, a booking whose
 * preparation failed, a lift that is out and a meeting.
 */
export async function bookingStory(place: Place, today: string, serial: number) {
  await leads(place)
  for (const [index, text] of REQUESTS.entries()) {
    const { name, phone, plate } = carOwner(place.r, serial + index, Number(today.slice(0, 4)))
    await makeRequest(place.as('B01'), { text, name, phone, plate, channel: index ? 'phone' : 'wechat' })
  }
  const booked = await fetched(place, today, serial + REQUESTS.length)
  await lent(place, today, serial + REQUESTS.length + 1)
  if (booked)
    await tried(
      prepareAppointment(place.as('F01'), {
        appointmentId: booked,
        kind: 'people',
        failed: true,
        note: '当天两位机电技师外出培训',
      }),
    )
  await closures(place, plusDays(today, 2))
}

async function leads(place: Place) {
  const customers = await place.inside((tx) =>
    tx.customer.findMany({
      where: { dealershipId: place.dealershipId, mergedIntoId: null },
      orderBy: { createdAt: 'desc' },
      take: LEADS.length,
      select: { id: true },
    }),
  )
  for (const [index, { id: customerId }] of customers.entries())
    await noteLead(place.as('B01'), { customerId, text: LEADS[index] })
}

type Wish = { packages?: string[]; wishes: string[]; way: object }

/** A customer nearby whose car is fetched at one of the next free times. */
const fetched = (place: Place, today: string, serial: number) =>
  bookedAhead(place, today, serial, {
    wishes: ['例行检查'],
    way: { pickUp: true, pickUpAddress: '上海市闵行区莘松路 58 号', pickUpFrom: NEAR },
  })

/** Work of more than a day, for which a loaner car is given. */
const lent = (place: Place, today: string, serial: number) =>
  bookedAhead(place, today, serial, {
    packages: ['C', 'B', 'F', 'T'],
    wishes: [
      '底盘异响', '空调不凉', '方向盘抖动', '右后窗升降卡滞', '雨刮异响', '后备箱漏水', '倒车影像黑屏', '座椅加热不工作', '天窗异响', '怠速抖动',
    ],
    way: { loaner: true },
  }) // prettier-ignore

async function bookedAhead(
  place: Place,
  today: string,
  serial: number,
  { packages = [], wishes, way }: Wish,
) {
  const agent = place.as('B01')
  const found = await place.inside((tx) =>
    tx.servicePackage.findMany({
      where: { dealershipId: place.dealershipId, code: { in: packages } },
      select: { id: true },
    }),
  )
  const packageIds = found.map(({ id }) => id)
  const { days } = await openSlots(agent, {
    packageIds,
    wishes: wishes.length,
    waiting: 'leaves',
    from: plusDays(today, 1),
    days: 5,
  })
  const slots = days.flatMap((one) => one.slots).filter(({ over, provisional }) => !over && !provisional)
  const { name, phone, plate, vin, brand, model, formOfAddress } = carOwner(
    place.r,
    serial,
    Number(today.slice(0, 4)),
  )
  for (const { startsAt } of slots.slice(2, 8)) {
    const car = { name, phone, plate, vin, brand, model, formOfAddress }
    const wish = { packageIds, wishes, waiting: 'leaves' as const, startsAt, ...way }
    const booked = await tried(bookAppointment(agent, { ...car, ...wish, channel: 'phone', readBack: true }))
    if ('id' in booked) return booked.id
  }
  return null
}

async function closures(place: Place, day: string) {
  const bay = await place.inside((tx) =>
    tx.bay.findFirst({
      where: { dealershipId: place.dealershipId, disabledAt: null, kind: 'general' },
      orderBy: { position: 'desc' },
    }),
  )
  const noon = { from: day, fromTime: '13:00', to: day, toTime: '15:00' }
  if (bay) await closeBay(place.as('F01'), { bayId: bay.id, ...noon, reason: '举升机年检' })
  await blockHours(place.as('M01'), {
    kind: 'meeting',
    from: day,
    fromTime: '17:00',
    to: day,
    toTime: '17:30',
    note: '月度质量会',
  })
}
