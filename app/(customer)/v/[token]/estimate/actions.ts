'use server'

import { revalidatePath } from 'next/cache'
import {
  proveApproval,
  proveSigning,
  sendApprovalCode,
  sendSigningCode,
} from '@/lib/orders/server/approval-code'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { signAdditionalWork } from '@/lib/orders/server/sign-additional-work'
import { signOrder } from '@/lib/orders/server/sign-order'
import { typedAnswers } from '@/lib/orders/typed'
import { formAction } from '@/lib/server/form-action'
import { linkContext } from '@/lib/server/links'
import { answered } from '../../../book/answer'

const context = (form: FormData) => linkContext(String(form.get('token') ?? ''), { acts: true })
const refresh = () => revalidatePath('/v/[token]', 'layout')

export const choose = formAction(context, chooseAlternative, refresh)
export const sign = formAction(
  context,
  async (made, raw) => {
    const { code, ...form } = raw as Record<string, unknown>
    const { proof } = code ? await proveSigning(made, { orderId: form.orderId, code }) : { proof: '' }
    return signOrder(made, { ...form, proof })
  },
  refresh,
)
export const answer = formAction(
  context,
  async (made, raw) => {
    const { code, additionalWorkId, ...form } = raw as Record<string, unknown>
    const answers = typedAnswers(form)
    const { proof } = code ? await proveApproval(made, { additionalWorkId, code }) : { proof: '' }
    return answerAdditionalWork(made, { ...form, additionalWorkId, answers, proof })
  },
  refresh,
)
export const signLater = formAction(context, signAdditionalWork, refresh)

export async function askForCode(token: string, additionalWorkId: string) {
  return answered(async () =>
    sendApprovalCode(await linkContext(token, { acts: true }), { additionalWorkId }),
  )
}

export async function askForSigningCode(token: string, orderId: string) {
  return answered(async () => sendSigningCode(await linkContext(token, { acts: true }), { orderId }))
}
