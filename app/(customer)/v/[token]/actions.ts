'use server'
import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/core/form-state'
import { chooseDelayOption } from '@/lib/lounge/server/choose-delay-option'
import { formAction } from '@/lib/server/form-action'
import { linkContext } from '@/lib/server/links'
import { linkPath } from './context'

/** The customer chooses among what is offered with a delay. */
export async function chooseForDelay(token: string, previous: FormState, form: FormData): Promise<FormState> {
  const run = formAction(
    () => linkContext(token, { acts: true }),
    chooseDelayOption,
    () => revalidatePath(linkPath(token)),
  )
  return run(previous, form)
}
