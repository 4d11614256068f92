import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hoursAfter } from '@/lib/core/time'
import { checkImport, startImport } from '@/lib/imports/server/import-run'
import { recheckImport } from '@/lib/imports/server/recheck-import'
import { tidyUp, tidyUpAll } from '@/lib/kpi/server/tidy-up'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { poisoned } from '../../support/poison'
import { aCustomerWithCar, aDealership, type GivenDealership } from '../../support/given'
import { aWalkAround } from '../reception/given-visit'

const ago = ({ now }: GivenDealership, days: number) => hoursAfter(now, -24 * days)
const folder = (...parts: string[]) => join(process.env.STORAGE_DIR ?? '', ...parts)
const aged = (path: string, at: Date) => utimes(path, at, at)

async function keysOf(here: GivenDealership, ages: number[]) {
  const { dealershipId } = here
  const of = { dealershipId, actorKey: 'staff', requestHash: 'x', response: {} }
  const data = ages.map((days) => ({ ...of, key: `of-${days}`, createdAt: ago(here, days) }))
  await here.inside((tx) => tx.idempotencyKey.createMany({ data }))
}
const keysLeft = (here: GivenDealership) =>
  here.inside(async (tx) => (await tx.idempotencyKey.findMany()).map(({ key }) => key))

test('R40 answers of keys, codes, sessions and links go when they are long over, and what lives stays', async () => {
  const here = await aDealership()
  const { dealershipId, now } = here
  const { customer } = await aCustomerWithCar(here)
  await keysOf(here, [6, 8])
  const never = hoursAfter(now, 1)
  const ends = { alive: never, lately: ago(here, 29), longAgo: ago(here, 31) }
  await here.inside(async (tx) => {
    for (const [name, expiresAt] of Object.entries(ends)) {
      const of = { dealershipId, expiresAt, createdAt: ago(here, 40) }
      await tx.verificationCode.create({ data: { ...of, phoneHash: name, codeHash: 'x' } })
      await tx.staffSession.create({
        data: { ...of, staffId: here.staffId('A1'), tokenHash: `${dealershipId} ${name}`, lastSeenAt: now },
      })
      await tx.accessLink.create({
        data: { ...of, customerId: customer.id, purpose: 'visit', tokenHash: `${dealershipId} ${name}` },
      })
    }
    await tx.accessLink.create({
      data: {
        dealershipId,
        customerId: customer.id,
        purpose: 'visit',
        tokenHash: `${dealershipId} revoked`,
        createdAt: now,
        expiresAt: never,
        revokedAt: ago(here, 31),
      },
    })
  })
  expect(await tidyUp(dealershipId, now)).toMatchObject({ keys: 1, codes: 2, sessions: 1, links: 2 })
  expect(await keysLeft(here)).toEqual(['of-6'])
  const left = await here.inside(async (tx) => ({
    codes: (await tx.verificationCode.findMany()).map(({ phoneHash }) => phoneHash),
    sessions: await tx.staffSession.count(),
    links: await tx.accessLink.count(),
  }))
  expect(left).toEqual({ codes: ['alive'], sessions: 2, links: 2 })
})

test('R39 codes and links of messages that have left are wiped', async () => {
  const here = await aDealership()
  const { dealershipId, now } = here
  const of = {
    dealershipId,
    recipient: '1',
    channel: 'sms',
    template: 'x',
    locale: 'en',
    createdAt: now,
  } as const
  await here.inside((tx) =>
    tx.outboxMessage.createMany({
      data: [
        { ...of, status: 'sent', facts: { code: '123456', plate: '沪A' } },
        { ...of, status: 'failed', facts: { link: '/v/secret' } },
        { ...of, status: 'queued', facts: { code: '654321' } },
      ],
    }),
  )
  expect(await tidyUp(dealershipId, now)).toMatchObject({ messages: 2 })
  expect(await tidyUp(dealershipId, now)).toMatchObject({ messages: 0 })
  const facts = await here.inside(async (tx) => (await tx.outboxMessage.findMany()).map((one) => one.facts))
  expect(facts).toEqual(
    expect.arrayContaining([{ code: '···', plate: '沪A' }, { link: '···' }, { code: '654321' }]),
  )
})

test('pictures without a row go after a week, those with one stay', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  await addPhoto(adviser, { visitId, photo })
  const at = folder(here.dealershipId)
  for (const name of ['old.webp', 'new.webp']) await writeFile(join(at, name), 'x')
  for (const name of await readdir(at)) await aged(join(at, name), ago(here, name === 'new.webp' ? 6 : 8))
  expect(await tidyUp(here.dealershipId, here.now)).toMatchObject({ pictures: 1 })
  const left = await readdir(at)
  expect([left.length, left.includes('new.webp'), left.includes('old.webp')]).toEqual([2, true, false])
})

test('tables of imports go after a week, unless a run still needs them; one that stands still is given up', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const bytes = (name: string) =>
    new TextEncoder().encode(`车牌号,车主姓名,手机号\n沪A12345,${name},13800001111`)
  const check = (name: string, over = {}) =>
    checkImport({ ...manager, ...over }, { kind: 'customers', fileName: 'a.csv', bytes: bytes(name) })
  const old = { now: ago(here, 8) }
  const [, started, fresh] = [await check('甲', old), await check('乙', old), await check('丙')]
  await startImport(manager, { id: started.id, take: 'good', inline: true })
  const at = folder('imports', here.dealershipId)
  await mkdir(at, { recursive: true })
  for (const name of await readdir(at)) await aged(join(at, name), ago(here, 8))
  expect(await tidyUp(here.dealershipId, here.now)).toMatchObject({ tables: 2 })
  await expect(recheckImport(manager, { id: fresh.id })).resolves.toBeTruthy()
  const run = await here.inside((tx) => tx.importRun.findFirst({ where: { id: started.id } }))
  expect(run).toMatchObject({ status: 'failed', finishedAt: here.now })
})

test('a dealership that cannot be tidied up keeps no other from it', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  for (const [ill, well, days] of [
    [here, there, 8],
    [there, here, 9],
  ] as const) {
    for (const each of [ill, well]) await keysOf(each, [days])
    const when = `OLD."dealershipId" = '${ill.dealershipId}'`
    await poisoned('IdempotencyKey', when, () => tidyUpAll(here.now), 'DELETE')
    expect(await keysLeft(well)).toEqual([])
    expect(await keysLeft(ill)).not.toEqual([])
  }
})
