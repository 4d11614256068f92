import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Role } from '@/lib/auth/roles'
import { addStaff } from '@/lib/dealership/server/add-staff'
import { changeStaff } from '@/lib/dealership/server/change-staff'
import { disableStaff, enableStaff } from '@/lib/dealership/server/disable-staff'
import { revokeSessions } from '@/lib/dealership/server/revoke-sessions'
import { setPassword } from '@/lib/dealership/server/set-password'
import { staffList, staffOne } from '@/lib/dealership/server/staff'
import { aDealership, type GivenDealership } from '../../support/given'

const person = (over: Record<string, unknown> = {}) => ({
  employeeNo: 'N1',
  name: '诸葛明',
  nameEn: 'Zhuge Ming',
  phone: '13800001111',
  roles: ['serviceAdviser'],
  ...over,
})
const fieldsOf = async (here: GivenDealership, no: string, roles?: Role[]) => {
  const { id, employeeNo, name, nameEn, grade, skills, ...rest } = await staffOne(here.as('administrator'), {
    id: here.staffId(no),
  })
  return { id, employeeNo, name, nameEn, grade, skills, roles: roles ?? rest.roles }
}
const aLogin = async (here: GivenDealership, no: string) =>
  setPassword(here.as('administrator'), {
    id: here.staffId(no),
    loginName: `p${randomUUID().slice(0, 8)}`,
    password: 'quiet river under glass',
  })

test('X-ROL-35 a person is added with several roles and found by pinyin', async () => {
  const here = await aDealership()
  const { id } = await addStaff(here.as('serviceManager'), person({ roles: ['serviceAdviser', 'cashier'] }))
  const row = (await staffList(here.as('administrator'), {})).find((each) => each.id === id)
  expect(row).toMatchObject({
    name: '诸葛明',
    roles: ['serviceAdviser', 'cashier'],
    loginName: null,
    sessions: 0,
  })
  const { initials } = await here.inside((tx) => tx.staff.findFirstOrThrow({ where: { id } }))
  expect(initials).toBe('zgm')
})

test('an employee number in use, a technician without grade and a person without role are refused', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await expect(addStaff(manager, person({ employeeNo: 'A1' }))).rejects.toMatchObject({
    code: 'staff.number-taken',
    facts: { who: '王顾问' },
  })
  await expect(addStaff(manager, person({ roles: ['technician'] }))).rejects.toMatchObject({
    code: 'staff.grade-wanted',
  })
  await expect(addStaff(manager, person({ roles: [] }))).rejects.toThrow()
  await expect(addStaff(manager, person({ roles: ['king'] }))).rejects.toThrow()
})

test('nobody changes the own roles, and nobody disables themselves', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const own = await fieldsOf(here, 'M1', ['serviceManager', 'cashier'])
  await expect(changeStaff(manager, own)).rejects.toMatchObject({ code: 'staff.own-roles' })
  await changeStaff(manager, { ...(await fieldsOf(here, 'M1')), nameEn: 'Jiang' })
  await expect(disableStaff(manager, { id: here.staffId('M1') })).rejects.toMatchObject({
    code: 'staff.own-account',
  })
})

test('only an administrator makes, changes, disables or gives a password to an administrator', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const only = { code: 'staff.administrator-only' }
  const id = here.staffId('X1')
  await expect(addStaff(manager, person({ roles: ['administrator'] }))).rejects.toMatchObject(only)
  await expect(changeStaff(manager, await fieldsOf(here, 'A1', ['administrator']))).rejects.toMatchObject(
    only,
  )
  await expect(changeStaff(manager, await fieldsOf(here, 'X1', ['cashier']))).rejects.toMatchObject(only)
  await expect(disableStaff(manager, { id })).rejects.toMatchObject(only)
  const login = { id, loginName: 'someone', password: 'quiet river under glass' }
  await expect(setPassword(manager, login)).rejects.toMatchObject(only)
  await addStaff(here.as('administrator'), person({ roles: ['administrator'] }))
})

test('the last administrator with a login stays', async () => {
  const here = await aDealership()
  await aLogin(here, 'X1')
  const { id } = await addStaff(here.as('administrator'), person({ roles: ['administrator'] }))
  const second = here.as('administrator')
  second.actor.id = id
  await expect(disableStaff(second, { id: here.staffId('X1') })).rejects.toMatchObject({
    code: 'staff.last-administrator',
  })
  const loginName = `p${randomUUID().slice(0, 8)}`
  await setPassword(second, { id, loginName, password: 'quiet river under glass' })
  await disableStaff(second, { id: here.staffId('X1') })
})

test('passwords that are short, long or common are refused, a login name is given once', async () => {
  const here = await aDealership()
  const admin = here.as('administrator')
  const id = here.staffId('A1')
  const loginName = `wang.${randomUUID().slice(0, 6)}`
  const common = [
    '123456789012',
    'qwertyuiopas',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'Password2026!',
    '199001011234',
    loginName + '1',
  ]
  for (const password of common)
    await expect(setPassword(admin, { id, loginName, password }), password).rejects.toMatchObject({
      code: 'staff.password-common',
    })
  for (const password of ['short', 'x'.repeat(129)])
    await expect(setPassword(admin, { id, loginName, password })).rejects.toThrow(/too-/)
  const password = 'quiet river under glass'
  await expect(setPassword(admin, { id, password })).rejects.toMatchObject({ code: 'staff.no-login' })
  await setPassword(admin, { id, loginName, password })
  const other = setPassword(admin, { id: here.staffId('A2'), loginName, password })
  await expect(other).rejects.toMatchObject({ code: 'staff.login-taken' })
  const elsewhere = await aDealership()
  const far = setPassword(elsewhere.as('administrator'), { id: elsewhere.staffId('A1'), loginName, password })
  await expect(far).rejects.toMatchObject({ code: 'staff.login-taken' })
})

test('X-SEC-10 an adviser may not manage staff, and people of another dealership are not there', async () => {
  const [here, there] = [await aDealership(), await aDealership()]
  const adviser = here.as('serviceAdviser')
  const id = here.staffId('A2')
  const tries = [
    addStaff(adviser, person()),
    changeStaff(adviser, { ...person(), id }),
    disableStaff(adviser, { id }),
    enableStaff(adviser, { id }),
    setPassword(adviser, { id, loginName: 'x1', password: 'quiet river under glass' }),
    revokeSessions(adviser, { id }),
    staffList(adviser, {}),
    staffOne(adviser, { id }),
  ]
  for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'auth.forbidden' })
  const far = disableStaff(here.as('administrator'), { id: there.staffId('A1') })
  await expect(far).rejects.toMatchObject({ code: 'common.not-found' })
})

test('X-SEC-04 each change of staff leaves an event that names person, roles before and after', async () => {
  const here = await aDealership()
  await changeStaff(here.as('administrator'), await fieldsOf(here, 'A1', ['foreman']))
  const event = await here.inside((tx) => tx.event.findFirstOrThrow({ where: { name: 'staff.change' } }))
  expect(event).toMatchObject({
    subjectId: here.staffId('A1'),
    actorName: '沈管理',
    facts: { name: '王顾问', rolesBefore: 'serviceAdviser', roles: 'foreman' },
  })
})
