import 'server-only'
import { pinyinOf } from '@/lib/core/pinyin'
import { command } from '@/lib/server/doors'
import { checkGrade, checkRoles, StaffFields } from '../staff-rules'
import { checkNumberFree, columnsOf, managing } from './staff-rows'

/**
 * Adds a person to the staff, without a login until one is given. Refuses with `staff.administrator-only`,
 * `staff.grade-wanted` or `staff.number-taken`.
 */
export const addStaff = command('staff.add', StaffFields, async ({ tx, actor, now }, fields) => {
  const { dealershipId } = actor
  checkRoles(managing(actor), null, fields.roles)
  checkGrade(fields)
  await checkNumberFree(tx, dealershipId, fields.employeeNo)
  const { id } = await tx.staff.create({
    data: { dealershipId, ...columnsOf(fields), ...pinyinOf(fields.name), createdAt: now },
    select: { id: true },
  })
  return {
    result: { id },
    subject: { type: 'staff', id },
    facts: { name: fields.name, roles: fields.roles.join(',') },
  }
})
