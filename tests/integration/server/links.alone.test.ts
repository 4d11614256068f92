import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { hoursAfter } from '@/lib/core/time'
import { customerOrders } from '@/lib/orders/server/customer-orders'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { changeParties } from '@/lib/reception/server/change-parties'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { createLink, linkContext, peekLink, proveLink, rememberProof } from '@/lib/server/links'
import { aCustomerWithCar, aDealership, aMobile, NOW, type GivenDealership } from '../../support/given'
import { aProvenPhone, at } from '../appointments/support'

const browser = await vi.hoisted(async () => (await import('../../support/cookie-jar')).aCookieJar())
vi.mock('next/headers', () => ({ cookies: browser.cookies }))

beforeEach(() => {
  browser.jar.clear()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterAll(() => void vi.useRealTimers())
const daysLater = (days: number) => vi.setSystemTime(hoursAfter(NOW, 24 * days))

const invalid = { code: 'auth.link-invalid' }
const wrong = { code: 'auth.wrong-digits' }

/** A visit of a known car, with the link that its owner got at the door. */
async function aVisit() {
  const here = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  return { here, customer, vehicle, visitId, token: await linkSent(here, customer.phone) }
}

/** The token of the last link that was sent to a telephone. */
async function linkSent(here: GivenDealership, phone: string): Promise<string> {
  const messages = await here.inside((tx) =>
    tx.outboxMessage.findMany({ where: { recipient: phone }, orderBy: { createdAt: 'desc' } }),
  )
  const links = messages.flatMap(({ facts }) => String((facts as { link?: string }).link ?? '') || [])
  return links[0]?.split('/')[2] ?? ''
}

test('R38 before the proof a link shows the tail of the plate and the dealership; four digits open it for this browser', async () => {
  const { customer, vehicle, visitId, token } = await aVisit()
  const peeked = await peekLink(token)
  expect(peeked).toMatchObject({ proven: false, plateTail: expect.any(String) })
  expect(vehicle.plate.endsWith(peeked?.plateTail ?? '?')).toBe(true)
  expect(JSON.stringify(peeked)).not.toContain(customer.name)
  await expect(linkContext(token)).rejects.toMatchObject(invalid)
  const digits = customer.phone.slice(-4)
  for (const typed of [digits === '0000' ? '1111' : '0000', '', `${digits}5`, '４４４４'])
    await expect(proveLink(token, typed)).rejects.toMatchObject(wrong)
  await proveLink(token, digits)
  expect(await peekLink(token)).toMatchObject({ proven: true })
  expect((await linkContext(token)).actor).toMatchObject({ kind: 'customer', id: customer.id, visitId })
  browser.jar.clear()
  await expect(linkContext(token)).rejects.toMatchObject(invalid)
})

test('R38 five tries an hour for one link, then also the right digits wait', async () => {
  const { customer, token } = await aVisit()
  const digits = customer.phone.slice(-4)
  const other = digits === '0000' ? '1111' : '0000'
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => proveLink(token, other)))
  const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'))
  expect(codes.filter((code) => code === 'auth.wrong-digits')).toHaveLength(5)
  await expect(proveLink(token, digits)).rejects.toMatchObject({ code: 'auth.too-many-requests' })
})

test('R37 an unknown link, a link of somebody else’s proof and a link that is over are refused alike', async () => {
  const { here, customer, visitId, token } = await aVisit()
  expect(await peekLink('a-token-nobody-has')).toBeNull()
  await expect(proveLink('a-token-nobody-has', '1234')).rejects.toMatchObject(invalid)
  await rememberProof(token)
  const { dealershipId } = here
  const second = await here.inside((tx) =>
    createLink(tx, { dealershipId, customerId: customer.id, visitId }, NOW),
  )
  await expect(linkContext(second)).rejects.toMatchObject(invalid)
  const [stolen] = [...browser.jar.values()]
  for (const value of [stolen ?? '', 'é'.repeat(64)]) {
    await rememberProof(second)
    const name = [...browser.jar.keys()].at(-1) ?? ''
    browser.jar.set(name, value)
    await expect(linkContext(second)).rejects.toMatchObject(invalid)
  }
  daysLater(31)
  expect(await peekLink(token)).toBeNull()
  await expect(linkContext(token)).rejects.toMatchObject(invalid)
})

test('R37 a link ends with the right: who booked a stranger’s plate sees nothing once the adviser corrects the sender', async () => {
  const here = await aDealership()
  const { customer: owner, vehicle } = await aCustomerWithCar(here)
  const { phone, proof } = await aProvenPhone(here)
  const booked = await bookAppointment(here.asVisitor(), {
    plate: vehicle.plate, name: '陌生人', phone, proof, wishes: ['保养'], startsAt: at('10:00'),
  }) // prettier-ignore
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  const links = [booked.token ?? '', await linkSent(here, phone)]
  for (const link of links) await rememberProof(link)
  expect(await customerOrders(await linkContext(links[1] ?? ''), {})).toEqual([])

  await changeParties(here.as('A1'), { visitId, role: 'sender', name: owner.name, phone: owner.phone })
  for (const link of links) {
    await expect(linkContext(link)).rejects.toMatchObject(invalid)
    expect(await peekLink(link)).toBeNull()
  }
  const rows = await here.inside((tx) => tx.accessLink.findMany({ where: { customerId: { not: owner.id } } }))
  expect(rows.map(({ revokedAt }) => revokedAt)).toEqual(rows.map(() => NOW))

  const own = await linkSent(here, owner.phone)
  await rememberProof(own)
  expect((await linkContext(own)).actor).toMatchObject({ id: owner.id, visitId })
})

test('R37 an owner who is no longer the sender keeps the link, a payer who is replaced does not', async () => {
  const { here, customer, visitId, token } = await aVisit()
  await rememberProof(token)
  const driver = aMobile()
  await changeParties(here.as('A1'), { visitId, role: 'sender', name: '司机乙', phone: driver })
  expect((await linkContext(token)).actor).toMatchObject({ id: customer.id })
  const sent = await linkSent(here, driver)
  await rememberProof(sent)
  expect((await linkContext(sent)).actor).toMatchObject({ visitId })
  for (const role of ['owner', 'payer'])
    await changeParties(here.as('A1'), { visitId, role, name: '公司丙', phone: aMobile() })
  await expect(linkContext(token)).rejects.toMatchObject(invalid)
})

test('R37 a week after the visit a link only shows; a younger link still lets its holder act', async () => {
  const { here, customer, visitId, token } = await aVisit()
  await rememberProof(token)
  await leaveWithoutOrder(here.as('A1'), { visitId, reason: '不修了' })
  expect(await linkContext(token, { acts: true })).toMatchObject({ showsOnly: false })
  daysLater(8)
  expect(await linkContext(token)).toMatchObject({ showsOnly: true })
  await expect(linkContext(token, { acts: true })).rejects.toMatchObject({ code: 'auth.link-shows-only' })
  const { dealershipId } = here
  const invited = { dealershipId, customerId: customer.id, visitId }
  const younger = await here.inside((tx) => createLink(tx, invited, new Date()))
  await rememberProof(younger)
  expect(await linkContext(younger, { acts: true })).toMatchObject({ showsOnly: false })
})
