'use server'

import { revalidatePath } from 'next/cache'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { signAdditionalWork } from '@/lib/orders/server/sign-additional-work'
import { signOrder } from '@/lib/orders/server/sign-order'
import { typedAnswers } from '@/lib/orders/typed'
import { formAction } from '@/lib/server/form-action'
import { linkContext } from '@/lib/server/links'

const context = (form: FormData) => linkContext(String(form.get('token') ?? ''), { acts: true })
const refresh = () => revalidatePath('/v/[token]', 'layout')

export const choose = formAction(context, chooseAlternative, refresh)
export const sign = formAction(context, signOrder, refresh)
export const answer = formAction(
  context,
  (made, raw) => {
    const form = raw as Record<string, unknown>
    return answerAdditionalWork(made, { ...form, answers: typedAnswers(form) })
  },
  refresh,
)
export const signLater = formAction(context, signAdditionalWork, refresh)
