import { Refusal } from '@/lib/core/refusal'
import { pinyinOf } from '@/lib/core/pinyin'
import { checkPassword, loginName, password } from '@/lib/dealership/password'
import { createAccount } from '@/lib/dealership/server/set-password'
import { asTenant, database } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/sign-in'
import { foundDealership, type Founding } from './foundation'

export type First = Omit<Founding, 'groupId'> & { person: string; loginName: string; password: string }

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/**
 * Founds a dealership (and its group, when none has the name) with opening hours 08:00 to 18:00 and its first administrator,
 * who does the rest in the settings. Refuses with `common.already-exists` when the code is in use, `staff.login-taken`,
 * `staff.password-common`.
 */
export async function foundFirst(ownerUrl: string, first: First): Promise<{ dealershipId: string }> {
  const login = loginName.parse(first.loginName)
  checkPassword(password.parse(first.password), login)
  const db = database()
  const group = await db.group.findFirst({ where: { name: first.group.name }, select: { id: true } })
  if (await db.dealership.findUnique({ where: { code: first.code }, select: { id: true } }))
    throw new Refusal('common.already-exists')
  if (await loginIsTaken(login)) throw new Refusal('staff.login-taken', { loginName: login })
  const passwordHash = await hashPassword(first.password)
  const { dealershipId } = await foundDealership(ownerUrl, { ...first, groupId: group?.id })
  const now = new Date()
  await asTenant(db, dealershipId, async (tx) => {
    await tx.openingHours.createMany({
      data: WEEK.map((weekday) => ({ dealershipId, weekday, opensAt: '08:00', closesAt: '18:00' })),
    })
    const accountId = await createAccount(tx, { dealershipId, login, passwordHash, now })
    const { id } = await tx.staff.create({
      data: {
        dealershipId,
        accountId,
        employeeNo: '1',
        name: first.person,
        ...pinyinOf(first.person),
        roles: ['administrator'],
        createdAt: now,
      },
      select: { id: true },
    })
    await tx.event.create({
      data: {
        dealershipId,
        name: 'staff.add',
        subjectType: 'staff',
        subjectId: id,
        actorKind: 'system',
        actorName: 'system',
        facts: { name: first.person, roles: 'administrator' },
        at: now,
      },
      select: { id: true },
    })
  })
  return { dealershipId }
}

const loginIsTaken = (login: string) =>
  database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.login_name', ${login}, true)`
    return !!(await tx.account.findUnique({ where: { loginName: login }, select: { id: true } }))
  })
