import 'server-only'
import { command } from '@/lib/server/doors'
import { AdditionalWorkId } from '../schemas'
import { additionalWorkOf } from './order-of'
import { moveAdditionalWork } from './order-status'
import { tellStaff } from './tell-answered'

/** No answer in the set time: the adviser is told to call. A request that was answered, priced anew or sent again meanwhile stays as it is. */
export const expireAdditionalWork = command(
  'additionalWork.expire',
  AdditionalWorkId,
  async ({ tx, actor, now }, { additionalWorkId }) => {
    const { request, order } = await additionalWorkOf(tx, actor, additionalWorkId)
    const expired = request.status === 'sent' && request.expiresAt !== null && request.expiresAt <= now
    if (expired) {
      await moveAdditionalWork(tx, request, 'expire')
      const staffIds = order.adviserId ? [order.adviserId] : []
      const key = `${request.id}:${request.revision}`
      const telling = { template: 'additional-work-unanswered' as const, staffIds, roles: [], key }
      await tellStaff(tx, order, { ...telling, facts: { what: request.what } }, now)
    }
    return {
      result: { expired },
      subject: { type: 'additionalWork', id: additionalWorkId },
      visitId: order.visitId,
      facts: { no: order.no, expired },
    }
  },
)
