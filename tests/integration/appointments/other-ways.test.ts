import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { otherWays } from '@/lib/appointments/server/other-ways'
import { asTenant, database } from '@/lib/server/db'
import { aDealership, type GivenDealership } from '../../support/given'
import { aCall, at, packageOf } from './support'

const DAY = '2026-11-24'

/** Makes the houses one group, as they would be founded. */
async function aGroup(...houses: GivenDealership[]) {
  const { Client } = await import('pg')
  const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL })
  await owner.connect()
  await owner.query('UPDATE "Dealership" SET "groupId" = $1 WHERE id = ANY($2)', [
    houses[0]?.groupId,
    houses.map(({ dealershipId }) => dealershipId),
  ])
  await owner.end()
}

test('S1-57 S1-58 a full day leads to free times at the sisters of the group and to nobody else', async () => {
  const [here, sister, stranger] = [await aDealership(), await aDealership(), await aDealership()]
  await aGroup(here, sister)
  const oil = await packageOf(here, 'A')
  const ways = await otherWays(here.asVisitor(), { packageIds: [oil], from: DAY })
  expect(ways.sisters).toMatchObject([{ code: sister.code, packageIds: [await packageOf(sister, 'A')] }])
  expect(ways.sisters[0]?.times).toHaveLength(3)
  expect(ways.sisters[0]?.times[0]?.startsAt.slice(0, 10)).toBe(DAY)
  expect(JSON.stringify(ways)).not.toContain(stranger.code)
  expect(Object.keys(ways.sisters[0] ?? {}).sort()).toEqual([
    'address', 'addressEn', 'code', 'name', 'nameEn', 'packageIds', 'phone', 'timeZone', 'times',
  ]) // prettier-ignore
})

test('a sister that lacks a wanted package, or has nothing free, is left out', async () => {
  const [here, sister] = [await aDealership(), await aDealership()]
  await aGroup(here, sister)
  const oil = await packageOf(here, 'A')
  await asTenant(database(), sister.dealershipId, (tx) =>
    tx.servicePackage.updateMany({ where: { code: 'A' }, data: { bookableOnline: false } }),
  )
  const wish = { packageIds: [oil], from: DAY }
  expect((await otherWays(here.as('serviceAdviser'), wish)).sisters).toEqual([])
  expect((await otherWays(here.as('serviceAdviser'), { wishes: 1, from: DAY })).sisters).toHaveLength(1)
  await sister.inside((tx) => tx.capacityDay.updateMany({ data: { bookableMinutes: 0 } }))
  expect((await otherWays(here.as('serviceAdviser'), { wishes: 1, from: DAY })).sisters).toEqual([])
})

test('S1-59 the light part of the wish alone may go by the quick lane', async () => {
  const given = await aDealership()
  const [oil, major] = [await packageOf(given, 'A'), await packageOf(given, 'C')]
  await given.inside((tx) =>
    tx.servicePackage.updateMany({ where: { code: 'A' }, data: { quickLane: true } }),
  )
  const visitor = given.asVisitor()
  const { quick } = await otherWays(visitor, { packageIds: [oil, major], from: DAY })
  expect(quick?.packageIds).toEqual([oil])
  expect(quick && quick.slot.startsAt > given.now.toISOString()).toBe(true)
  expect((await otherWays(visitor, { packageIds: [oil], from: DAY })).quick).toBeNull()
  expect((await otherWays(visitor, { packageIds: [major], from: DAY })).quick).toBeNull()
  const booked = await bookAppointment(
    given.as('serviceAdviser'),
    aCall({ packageIds: [oil], wishes: [], startsAt: quick?.slot.startsAt ?? at('09:00') }),
  )
  const kept = await given.inside((tx) => tx.appointment.findFirstOrThrow({ where: { id: booked.id } }))
  expect(kept.quickLane).toBe(true)
})

test('a technician may not ask for other ways', async () => {
  const given = await aDealership()
  await expect(otherWays(given.as('technician'), { wishes: 1 })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
})
