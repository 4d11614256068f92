'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { instant } from '@/lib/core/time'
import { addJob } from '@/lib/orders/server/add-job'
import { askDiscount } from '@/lib/orders/server/ask-discount'
import { answerDiscount } from '@/lib/orders/server/answer-discount'
import { answerAdditionalWork } from '@/lib/orders/server/answer-additional-work'
import { cancelOrder } from '@/lib/orders/server/cancel-order'
import { changeJob } from '@/lib/orders/server/change-job'
import { chooseAlternative } from '@/lib/orders/server/choose-alternative'
import { concludeWarranty, decideWarranty, reportWarranty } from '@/lib/orders/server/decide-warranty'
import { estimateOrder } from '@/lib/orders/server/estimate-order'
import { takeFound } from '@/lib/orders/server/found-at-car'
import { findParts, type FoundPart } from '@/lib/orders/server/find-parts'
import { giveDiscount } from '@/lib/orders/server/give-discount'
import { addPart, changePart, removePart } from '@/lib/orders/server/line-parts'
import { openOrder } from '@/lib/orders/server/open-order'
import { presentOrder } from '@/lib/orders/server/present-order'
import { priceAdditionalWork } from '@/lib/orders/server/price-additional-work'
import { priceInspected, waivePrice } from '@/lib/orders/server/price-inspected'
import { addProblem, removeProblem } from '@/lib/orders/server/problems'
import { removeJob } from '@/lib/orders/server/remove-job'
import { reviseOrder } from '@/lib/orders/server/revise-order'
import { sendOrder } from '@/lib/orders/server/send-order'
import { sendAdditionalWork } from '@/lib/orders/server/send-additional-work'
import { setLineAside } from '@/lib/orders/server/set-line-aside'
import { setOrderTerms } from '@/lib/orders/server/set-order-terms'
import { dropShare, shareLine } from '@/lib/orders/server/share-line'
import { setRepairClass } from '@/lib/orders/server/set-repair-class'
import { signAdditionalWork } from '@/lib/orders/server/sign-additional-work'
import { signOrder } from '@/lib/orders/server/sign-order'
import { startAdditionalWork } from '@/lib/orders/server/start-additional-work'
import { withdrawAdditionalWork } from '@/lib/orders/server/withdraw-additional-work'
import { typedAnswers, typedFen, typedMilli, typedReadOut } from '@/lib/orders/typed'
import { formAction } from '@/lib/server/form-action'
import { cancelJob } from '@/lib/workshop/server/cancel-job'
import { stopOrder } from '@/lib/workshop/server/stop-order'
import { requireContext } from '@/lib/server/session'

type Raw = Record<string, unknown>

const context = () => requireContext()
const refresh = () => revalidatePath('/orders', 'layout')

export const open = formAction(context, openOrder, ({ id }) => {
  refresh()
  redirect(`/orders/${id}`)
})

const inFen = (raw: Raw, ...names: string[]): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, names.includes(name) ? typedFen(value) : value]),
  )

/** Money is typed in yuan and quantities in units; the commands want fen and thousandths. */
export const add = formAction(context, (made, raw) => addJob(made, inFen(raw as Raw, 'labourFen')), refresh)
export const change = formAction(
  context,
  (made, raw) => {
    const { suggestedShown, ...rest } = inFen(raw as Raw, 'labourFen')
    // A tick that was taken off is not posted.
    return changeJob(made, suggestedShown ? { suggested: false, ...rest } : rest)
  },
  refresh,
)
export const take = formAction(context, takeFound, refresh)
export const remove = formAction(context, removeJob, refresh)
export const addLinePart = formAction(
  context,
  (made, raw) => addPart(made, withQuantity(raw as Raw)),
  refresh,
)
export const changeLinePart = formAction(
  context,
  (made, raw) => changePart(made, withQuantity(raw as Raw)),
  refresh,
)
export const removeLinePart = formAction(context, removePart, refresh)
const withQuantity = (raw: Raw): Raw => ({
  ...inFen(raw, 'unitPriceFen'),
  quantityMilli: raw.quantityMilli === undefined ? 1000 : typedMilli(raw.quantityMilli),
})

const inBp = (raw: Raw): Raw => ({ ...raw, offBp: Math.round(Number(raw.offBp) * 100) })
export const discount = formAction(context, (made, raw) => giveDiscount(made, inBp(raw as Raw)), refresh)
export const askForDiscount = formAction(context, (made, raw) => askDiscount(made, inBp(raw as Raw)), refresh)
export const answerDiscountRequest = formAction(context, answerDiscount, refresh)

/** A share is typed in per cent or in yuan. */
export const shareLineWith = formAction(
  context,
  (made, raw) => {
    const { shareBp, ...rest } = inFen(raw as Raw, 'amountFen')
    const percent = String(shareBp ?? '').trim()
    return shareLine(made, { ...rest, shareBp: percent && Math.round(Number(percent) * 100) })
  },
  refresh,
)
export const dropLineShare = formAction(context, dropShare, refresh)
export const choose = formAction(context, chooseAlternative, refresh)
export const putAside = formAction(context, setLineAside, refresh)
export const priceAfterInspection = formAction(context, priceInspected, refresh)
export const makeLineFree = formAction(context, waivePrice, refresh)
export const noteProblem = formAction(context, addProblem, refresh)
export const dropProblem = formAction(context, removeProblem, refresh)

/** A wall-clock time of a form ('YYYY-MM-DDTHH:mm') at the dealership. */
function atDealership(value: unknown, timeZone: string): unknown {
  const [day, time] = typeof value === 'string' ? value.split('T') : []
  return day && time ? instant(day, time.slice(0, 5), timeZone).toISOString() : value
}

export const agree = formAction(
  context,
  (made, raw) => {
    const { promisedAt, deliveryExplained, ...rest } = raw as Raw
    const { timeZone } = made as Awaited<ReturnType<typeof requireContext>>
    return setOrderTerms(made, {
      ...rest,
      promisedAt: atDealership(promisedAt, timeZone),
      deliveryExplained: deliveryExplained === 'on',
    })
  },
  refresh,
)

/** Fixes the prices and puts them before the customer; what is missing is named, and the prices stay fixed. */
export const fixAndPresent = formAction(
  context,
  async (made, raw) => {
    const { orderId } = raw as { orderId: string }
    try {
      await estimateOrder(made, { orderId })
      return await presentOrder(made, raw)
    } finally {
      refresh()
    }
  },
  refresh,
)
export const present = formAction(context, presentOrder, refresh)
export const send = formAction(context, sendOrder, refresh)
export const revise = formAction(context, reviseOrder, refresh)
export const cancel = formAction(context, cancelOrder, refresh)
export const cancelLine = formAction(context, cancelJob, refresh)
export const stop = formAction(context, stopOrder, refresh)
export const sign = formAction(context, signOrder, ({ orderId }) => {
  refresh()
  redirect(`/orders/${orderId}`)
})

export const decide = formAction(context, decideWarranty, refresh)
export const report = formAction(context, reportWarranty, refresh)
export const conclude = formAction(context, concludeWarranty, refresh)
export const classify = formAction(context, setRepairClass, refresh)

export const startRequest = formAction(context, startAdditionalWork, refresh)
export const priceRequest = formAction(
  context,
  (made, raw) => {
    const { lines, newPromisedAt, safety, ...rest } = raw as Raw
    const { timeZone } = made as Awaited<ReturnType<typeof requireContext>>
    return priceAdditionalWork(made, {
      ...rest,
      safety: safety === 'on',
      newPromisedAt: atDealership(newPromisedAt, timeZone),
      lines: JSON.parse(String(lines ?? '[]')),
    })
  },
  refresh,
)
export const sendRequest = formAction(context, sendAdditionalWork, refresh)
export const recordAnswer = formAction(
  context,
  (made, raw) =>
    answerAdditionalWork(made, {
      ...(raw as Raw),
      answers: typedAnswers(raw as Raw),
      readOut: typedReadOut(raw as Raw),
    }),
  refresh,
)
export const signRequest = formAction(context, signAdditionalWork, refresh)
export const withdrawRequest = formAction(context, withdrawAdditionalWork, refresh)

/** Parts for the picker while the adviser types. */
export async function searchParts(q: string): Promise<FoundPart[]> {
  return q.trim() ? findParts(await requireContext(), { q }) : []
}
