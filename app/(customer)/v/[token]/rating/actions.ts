'use server'

import { revalidatePath } from 'next/cache'
import { giveRating } from '@/lib/follow-up/server/give-rating'
import { formAction } from '@/lib/server/form-action'
import { linkContext } from '@/lib/server/links'

export const rate = formAction(
  (form) => linkContext(String(form.get('token') ?? ''), { acts: true }),
  giveRating,
  (_result, form) => revalidatePath(`/v/${String(form.get('token') ?? '')}`, 'layout'),
)
