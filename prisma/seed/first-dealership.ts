import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'
import { Refusal } from '@/lib/core/refusal'
import { pinyinOf } from '@/lib/core/pinyin'
import { checkPassword, loginName, password } from '@/lib/dealership/password'
import { refreshCapacity } from '@/lib/dealership/server/capacity-ledger'
import { createAccount } from '@/lib/dealership/server/set-password'
import type { Tx } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/sign-in'
import type { Founding } from './foundation'

export type First = Omit<Founding, 'groupId'> & {
  person: string
  personEn?: string
  loginName: string
  password: string
}

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/**
 * Founds a dealership (and its group, when none has the name) with opening hours 08:00 to 18:00 and its first administrator,
 * who does the rest in the settings: all of it or nothing, in one transaction of the owner. Refuses with
 * `common.already-exists` when the code is in use, `staff.login-taken`, `staff.password-common`.
 */
export async function foundFirst(ownerUrl: string, first: First): Promise<{ dealershipId: string }> {
  const login = loginName.parse(first.loginName)
  checkPassword(password.parse(first.password), login)
  const passwordHash = await hashPassword(first.password)
  const owner = new PrismaClient({ adapter: new PrismaPg({ connectionString: ownerUrl, max: 1 }) })
  try {
    return await owner.$transaction((tx) => found(tx, first, login, passwordHash, new Date()))
  } finally {
    await owner.$disconnect()
  }
}

async function found(tx: Tx, first: First, login: string, passwordHash: string, now: Date) {
  const { group, code, name, nameEn, brand, brandEn, phone, address, addressEn, timeZone, person, personEn } =
    first
  const key = { id: true } as const
  if (await tx.dealership.findUnique({ where: { code }, select: key }))
    throw new Refusal('common.already-exists')
  const { id: groupId } =
    (await tx.group.findFirst({ where: { name: group.name }, select: key })) ??
    (await tx.group.create({ data: group, select: key }))
  const { id: dealershipId } = await tx.dealership.create({
    data: { groupId, code, name, nameEn, brand, brandEn, phone, address, addressEn, timeZone },
    select: key,
  })
  await tx.$queryRaw`SELECT set_config('app.dealership_id', ${dealershipId}, true)`
  await tx.openingHours.createMany({
    data: WEEK.map((weekday) => ({ dealershipId, weekday, opensAt: '08:00', closesAt: '18:00' })),
  })
  await refreshCapacity(tx, { dealershipId, now })
  const accountId = await createAccount(tx, { dealershipId, login, passwordHash, now })
  const { id: staffId } = await tx.staff.create({
    data: {
      dealershipId,
      accountId,
      employeeNo: '1',
      name: person,
      nameEn: personEn,
      ...pinyinOf(person),
      roles: ['administrator'],
      createdAt: now,
    },
    select: key,
  })
  await tx.event.create({
    data: {
      dealershipId,
      name: 'staff.add',
      subjectType: 'staff',
      subjectId: staffId,
      actorKind: 'system',
      actorName: 'system',
      facts: { name: person, roles: 'administrator' },
      at: now,
    },
    select: key,
  })
  return { dealershipId }
}
