import 'server-only'
import { id } from '@/lib/core/fields'
import { pinyinOf } from '@/lib/core/pinyin'
import { command } from '@/lib/server/doors'
import { checkGrade, checkRoles, StaffFields } from '../staff-rules'
import { refreshCapacity } from './capacity-ledger'
import { checkAnotherAdministrator, checkNumberFree, columnsOf, managing, staffRow } from './staff-rows'

/**
 * Changes a person's name, roles, grade or skills; the roles act at the person's next request. Refuses with
 * `staff.own-roles`, `staff.administrator-only`, `staff.last-administrator`, `staff.grade-wanted` or `staff.number-taken`.
 */
export const changeStaff = command(
  'staff.change',
  StaffFields.extend({ id: id }),
  async ({ tx, actor, now }, { id: staffId, ...fields }) => {
    const { dealershipId } = actor
    const before = await staffRow(tx, dealershipId, staffId)
    checkRoles(managing(actor), before, fields.roles)
    checkGrade(fields)
    await checkNumberFree(tx, dealershipId, fields.employeeNo, staffId)
    if (before.roles.includes('administrator') && !fields.roles.includes('administrator'))
      await checkAnotherAdministrator(tx, dealershipId, staffId)
    await tx.staff.update({
      where: { dealershipId_id: { dealershipId, id: staffId } },
      data: { ...columnsOf(fields), ...pinyinOf(fields.name) },
      select: { id: true },
    })
    await refreshCapacity(tx, { dealershipId, now })
    return {
      result: { id: staffId },
      subject: { type: 'staff', id: staffId },
      facts: { name: fields.name, rolesBefore: before.roles.join(','), roles: fields.roles.join(',') },
    }
  },
)
