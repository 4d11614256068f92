'use server'

import { revalidatePath } from 'next/cache'
import { authoriseDeviation } from '@/lib/delivery/server/authorise-deviation'
import { bookClaim } from '@/lib/delivery/server/book-claim'
import { drawSettlement } from '@/lib/delivery/server/draw-settlement'
import { openHandOver } from '@/lib/delivery/server/open-hand-over'
import { receivePayment } from '@/lib/delivery/server/receive-payment'
import { refundPayment } from '@/lib/delivery/server/refund-payment'
import { tickHandOver } from '@/lib/delivery/server/tick-hand-over'
import { writeAdvice } from '@/lib/delivery/server/write-advice'
import { fenOfYuan } from '@/lib/delivery/yuan'
import { deliverVisit } from '@/lib/follow-up/server/deliver-visit'
import { giveGift } from '@/lib/reception/server/visit-gifts'
import { formAction } from '@/lib/server/form-action'
import { requireContext } from '@/lib/server/session'

const context = () => requireContext()
const refresh = () => revalidatePath('/delivery', 'layout')

export const open = formAction(context, openHandOver, refresh)
export const handGift = formAction(context, giveGift, refresh)
export const tick = formAction(context, tickHandOver, refresh)
export const advise = formAction(context, writeAdvice, refresh)
export const draw = formAction(context, drawSettlement, refresh)
export const authorise = formAction(context, authoriseDeviation, refresh)
export const book = formAction(context, bookClaim, refresh)
export const pay = formAction(context, (made, raw) => receivePayment(made, inFen(raw)), refresh)
export const refund = formAction(context, (made, raw) => refundPayment(made, inFen(raw)), refresh)
export const handOver = formAction(context, deliverVisit, refresh)

/** The till types yuan. */
function inFen(raw: unknown): object {
  const { amountFen, ...rest } = raw as { amountFen?: unknown }
  return { ...rest, amountFen: fenOfYuan(String(amountFen ?? '')) }
}
