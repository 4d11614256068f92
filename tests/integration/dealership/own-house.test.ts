import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { bookAppointment } from '@/lib/appointments/server/book-appointment'
import { openSlots } from '@/lib/appointments/server/open-slots'
import { provePhone, requestPhoneCode } from '@/lib/appointments/server/phone-proof'
import { houseReadiness } from '@/lib/catalogue/server/house-readiness'
import { packageList } from '@/lib/catalogue/server/catalogue-lists'
import { menu } from '@/lib/catalogue/server/menu'
import { savePackage } from '@/lib/catalogue/server/save-package'
import { setLabourRate, setPackagePrice } from '@/lib/catalogue/server/set-price'
import { dayOf, plusDays } from '@/lib/core/time'
import { addStaff } from '@/lib/dealership/server/add-staff'
import { changeOpeningHours } from '@/lib/dealership/server/change-hours'
import { saveBay } from '@/lib/dealership/server/manage-bays'
import { giveShifts } from '@/lib/dealership/server/manage-shifts'
import { setPassword } from '@/lib/dealership/server/set-password'
import { staffList } from '@/lib/dealership/server/staff'
import type { ImportKind } from '@/lib/imports/kinds'
import { checkImport, startImport } from '@/lib/imports/server/import-run'
import { runImport } from '@/lib/imports/server/run-import'
import { asTenant, database } from '@/lib/server/db'
import type { Context } from '@/lib/server/doors'
import { contextOfSecret } from '@/lib/server/session-rows'
import { openSession } from '@/lib/server/sign-in'
import { systemContext } from '@/lib/server/system-context'
import { foundFirst } from '@/prisma/seed/first-dealership'
import { ZONE } from '../../support/given'

const PASSWORD = 'quiet river under glass'

async function signedIn(loginName: string, now: Date) {
  const context = await contextOfSecret(await openSession(loginName, PASSWORD, now), now)
  if (!context) throw new Error(`${loginName} is not signed in`)
  return context
}

const missing = async (by: Context) =>
  (await houseReadiness(by, {})).filter(({ done }) => !done).map(({ step }) => step)

async function importFile(by: Context, kind: ImportKind, file: string) {
  const bytes = new Uint8Array(await readFile(`public/samples/${file}`))
  const { id, totals } = await checkImport(by, { kind, fileName: file, bytes })
  await startImport(by, { id, take: 'good' })
  await runImport(systemContext(by.actor.dealershipId), id)
  return totals
}

test('S1-25 S3-08 an own dealership becomes able to book: found, people, bays, attendance, imports, prices, package, slots, a booking', async () => {
  const mark = randomUUID().slice(0, 8)
  const { dealershipId } = await foundFirst(process.env.OWNER_DATABASE_URL ?? '', {
    group: { name: `集团${mark}`, nameEn: `Group ${mark}` },
    code: mark,
    name: `自有店${mark}`,
    nameEn: `Own ${mark}`,
    brand: '',
    brandEn: '',
    phone: '',
    address: '',
    addressEn: '',
    person: '沈管理',
    loginName: `boss${mark}`,
    password: PASSWORD,
  })
  const now = new Date()
  const today = dayOf(now, ZONE)
  const visitor: Context = {
    db: database(),
    now,
    actor: { kind: 'visitor', id: null, dealershipId, name: '', locale: 'zh-CN' },
  }
  const founder = await signedIn(`boss${mark}`, now)
  expect(await menu(visitor, {})).toEqual([])
  expect(await missing(founder)).toEqual([
    'bays',
    'advisers',
    'technicians',
    'attendance',
    'operations',
    'rates',
    'packages',
  ])

  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    await changeOpeningHours(founder, { weekday, isOpen: 'on', opensAt: '08:30', closesAt: '18:00' })
  await saveBay(founder, { name: '1号工位', nameEn: 'Bay 1', kind: 'general' })
  expect(await importFile(founder, 'staff', 'staff-utf8.csv')).toMatchObject({ rows: 8, good: 8 })
  expect(await importFile(founder, 'operations', 'operations-utf8.csv')).toMatchObject({ rows: 6, good: 6 })
  expect((await importFile(founder, 'parts', 'parts-gb18030.csv')).good).toBeGreaterThan(5)

  const { id: managerId } = await addStaff(founder, {
    employeeNo: '602',
    name: '高远',
    roles: ['serviceManager'],
  })
  await setPassword(founder, { id: managerId, loginName: `manager${mark}`, password: PASSWORD })
  const manager = await signedIn(`manager${mark}`, now)
  const people = await staffList(manager, {})
  await giveShifts(manager, {
    staffIds: people.filter(({ employeeNo }) => /^[123]0/.test(employeeNo)).map(({ id }) => id),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: today,
    to: plusDays(today, 13),
    startsAt: '08:30',
    endsAt: '17:30',
    breakFrom: '12:00',
    breakTo: '13:00',
  })
  await setLabourRate(manager, { skill: 'general', hour: '180', validFrom: today })
  const { id: packageId } = await savePackage(manager, {
    code: 'A',
    name: '小保养',
    nameEn: 'Oil service',
    workClass: 'maintenance',
    skill: 'general',
    minGrade: 'junior',
    minutes: '60',
    bayKind: 'general',
    bookableOnline: 'on',
    sameDay: 'on',
    operationCodes: ['BY-001', 'BY-003'],
    partNos: ['TY-90915-10003'],
    partQuantities: ['1'],
  })
  expect(await menu(visitor, {})).toEqual([])
  expect(await missing(manager)).toEqual(['packages'])
  await setPackagePrice(manager, { packageId, labour: '180', parts: '48', validFrom: today })
  expect(await menu(visitor, {})).toMatchObject([{ code: 'A', priceFen: 22_800, minutes: 60 }])
  expect(await missing(manager)).toEqual([])
  expect((await packageList(manager, {})).packages).toMatchObject([{ lacksBay: false }])

  const { days } = await openSlots(visitor, { packageIds: [packageId], from: plusDays(today, 1), days: 7 })
  expect(days.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'open'))
  const startsAt = days[0]?.slots[0]?.startsAt
  const phone = '13800009999'
  await requestPhoneCode(visitor, { phone })
  const sent = await asTenant(database(), dealershipId, (tx) =>
    tx.outboxMessage.findFirstOrThrow({ where: { recipient: phone } }),
  )
  const { proof } = await provePhone(visitor, { phone, code: (sent.facts as { code: string }).code })
  const booked = await bookAppointment(visitor, {
    plate: '沪A12345',
    name: '刘洋',
    phone,
    proof,
    model: '卡罗拉',
    packageIds: [packageId],
    startsAt,
  })
  expect(booked.id).toBeTruthy()
}, 180_000)
