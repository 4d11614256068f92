import 'server-only'
import * as z from 'zod'
import { id, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'

const email = text(120)
  .default('')
  .refine((given) => given === '' || z.email().safeParse(given).success, 'email')
const wechatOpenId = text(64)
  .default('')
  .refine((given) => /^[\w-]*$/.test(given), 'invalid')

/** By which ways besides the telephone a customer is reached: e-mail, WeChat, post (S1-17). Refuses with `common.not-found`. */
export const keepReach = command(
  'customer.keepReach',
  z.object({ customerId: id, email, wechatOpenId, address: text(200).default('') }),
  async ({ tx, actor: { dealershipId } }, { customerId, ...reach }) => {
    const { count } = await tx.customer.updateMany({
      where: { dealershipId, id: customerId, mergedIntoId: null },
      data: reach,
    })
    if (!count) throw new Refusal('common.not-found')
    return {
      result: { customerId },
      subject: { type: 'customer', id: customerId },
      facts: { email: reach.email !== '', wechat: reach.wechatOpenId !== '', address: reach.address !== '' },
    }
  },
)
