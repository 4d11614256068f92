'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/core/form-state'
import { changeOwnPassword } from '@/lib/dealership/server/own-account'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

/** The session that stays is the one that posts; the form has no say in it. */
export async function changePassword(previous: FormState, form: FormData): Promise<FormState> {
  const context = await requireContext('account.changePassword')
  return formAction(
    async () => context,
    (_made, raw) => changeOwnPassword(context, raw),
    () => revalidatePath('/account'),
  )(previous, form)
}
