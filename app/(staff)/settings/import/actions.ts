'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { startImport } from '@/lib/imports/server/import-run'
import { recheckImport } from '@/lib/imports/server/recheck-import'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()

export const start = formAction(context, startImport, () => revalidatePath('/settings/import', 'layout'))
export const recheck = formAction(context, recheckImport, ({ id }) => redirect(`/settings/import/${id}`))
