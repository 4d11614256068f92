import { aMobile, aPlate } from './given'

/** What the operations need of a dealership: a car that may be washed and an order still in draft. */
export type Known = {
  washable: { visitId: string; orderId: string }
  draft: { orderId: string; vehicle: { id: string } }
}

type Json = Record<string, unknown>
type Notes = { packageId: string; free: string[]; appointmentId: string; movedId: string; customerId: string }
export type Step = {
  id: string
  method: 'GET' | 'POST' | 'PATCH'
  path: (notes: Notes, house: Known) => string
  body?: (notes: Notes) => Json
  keep?: (notes: Notes, answer: Json) => void
}
export const noNotes = (): Notes => ({
  packageId: '',
  free: [],
  appointmentId: '',
  movedId: '',
  customerId: '',
})

export const aBooking = (startsAt: string | undefined, over: Json = {}): Json => ({
  plate: aPlate(),
  model: '卡罗拉',
  name: '刘洋',
  phone: aMobile(),
  wishes: ['刹车有异响'],
  startsAt,
  ...over,
})

const first = (answer: Json) => (answer.data as { id: string }[])[0]?.id ?? ''

/** Every operation of the API with valid input, in an order in which each finds what it needs. */
export const STEPS: Step[] = [
  { id: 'listDealerships', method: 'GET', path: () => '/dealerships' },
  {
    id: 'listPackages', method: 'GET', path: () => '/packages?model=%E5%8D%A1%E7%BD%97%E6%8B%89',
    keep: (notes, answer) => (notes.packageId = first(answer)),
  }, // prettier-ignore
  {
    id: 'listSlots', method: 'GET', path: ({ packageId }) => `/slots?packageIds=${packageId}&wishes=1&days=10`,
    keep: (notes, answer) =>
      (notes.free = (answer.days as { slots: { startsAt: string }[] }[]).flatMap(({ slots }) => slots.map((slot) => slot.startsAt))),
  }, // prettier-ignore
  {
    id: 'bookAppointment', method: 'POST', path: () => '/appointments',
    body: ({ free, packageId }) => aBooking(free.at(-1), { packageIds: [packageId] }),
    keep: (notes, answer) => (notes.appointmentId = String(answer.id)),
  }, // prettier-ignore
  { id: 'listAppointments', method: 'GET', path: () => '/appointments?limit=5' },
  { id: 'getAppointment', method: 'GET', path: ({ appointmentId }) => `/appointments/${appointmentId}` },
  {
    id: 'moveAppointment', method: 'PATCH', path: ({ appointmentId }) => `/appointments/${appointmentId}`,
    body: ({ free }) => ({ startsAt: free.at(-9), reason: 'noTime', note: '改期' }),
    keep: (notes, answer) => (notes.movedId = String(answer.id)),
  }, // prettier-ignore
  {
    id: 'cancelAppointment', method: 'POST', path: ({ movedId }) => `/appointments/${movedId}/cancellations`,
    body: () => ({ reason: 'carSold' }),
  }, // prettier-ignore
  { id: 'setWeather', method: 'PATCH', path: () => '/weather', body: () => ({ kind: 'rain' }) },
  { id: 'listVisits', method: 'GET', path: () => '/visits' },
  { id: 'getVisit', method: 'GET', path: (_, { washable }) => `/visits/${washable.visitId}` },
  {
    id: 'listRepairOrders',
    method: 'GET',
    path: (_, { washable }) => `/repair-orders?visitId=${washable.visitId}`,
  },
  { id: 'getRepairOrder', method: 'GET', path: (_, { washable }) => `/repair-orders/${washable.orderId}` },
  ...(['washing', 'washed'] as const).map(
    (state): Step => ({
      id: 'pushRepairOrderState', method: 'PATCH', path: (_, { washable }) => `/repair-orders/${washable.orderId}`, body: () => ({ state }),
    }), // prettier-ignore
  ),
  {
    id: 'pushRepairOrderState', method: 'PATCH', path: (_, { draft }) => `/repair-orders/${draft.orderId}`,
    body: () => ({ state: 'cancelled', reason: 'taken elsewhere' }),
  }, // prettier-ignore
  {
    id: 'registerCustomer', method: 'POST', path: () => '/customers', body: () => ({ name: '赵敏', phone: aMobile(), plate: aPlate() }),
    keep: (notes, answer) => (notes.customerId = String(answer.id)),
  }, // prettier-ignore
  { id: 'listCustomers', method: 'GET', path: () => '/customers?limit=100' },
  { id: 'getCustomer', method: 'GET', path: ({ customerId }) => `/customers/${customerId}` },
  { id: 'listVehicles', method: 'GET', path: () => '/vehicles?limit=1' },
  { id: 'getVehicle', method: 'GET', path: (_, { draft }) => `/vehicles/${draft.vehicle.id}` },
]
