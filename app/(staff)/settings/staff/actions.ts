'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { addStaff } from '@/lib/dealership/server/add-staff'
import { changeStaff } from '@/lib/dealership/server/change-staff'
import { disableStaff, enableStaff } from '@/lib/dealership/server/disable-staff'
import { revokeSessions } from '@/lib/dealership/server/revoke-sessions'
import { setPassword } from '@/lib/dealership/server/set-password'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/settings/staff', 'layout')

export const add = formAction(context, addStaff, ({ id }) => {
  refresh()
  redirect(`/settings/staff/${id}`)
})
export const change = formAction(context, changeStaff, refresh)
export const disable = formAction(context, disableStaff, refresh)
export const enable = formAction(context, enableStaff, refresh)
export const password = formAction(context, setPassword, refresh)
export const endSessions = formAction(context, revokeSessions, refresh)
