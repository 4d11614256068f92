import { ZodError } from 'zod'
import { fieldProblems } from '@/lib/core/field-problems'
import { Refusal, type RefusalKind } from '@/lib/core/refusal'
import { dropFaultFile } from '@/lib/reception/server/fault-files'
import { removeDamageMark, saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { WaitingChange } from '@/lib/reception/schemas'
import { isOwnPost } from '@/lib/server/files'
import { refusedFor } from '@/lib/server/refused'
import { currentContext } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }
const MAX_BODY = 1024 * 1024
const TAKEN = { save: saveInspection, mark: saveDamageMark, drop: removeDamageMark, dropFile: dropFaultFile }

const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
const refused = async (refusal: Refusal) =>
  answer({ refused: await refusedFor(refusal) }, STATUS[refusal.kind])

/** Takes one change of a walk-around that waited on a device, once for its id, and answers what the record says now. */
export async function POST(request: Request) {
  try {
    const context = await currentContext()
    const sentBy = request.headers.get('x-babu-staff')
    if (!context || (sentBy !== null && sentBy !== context.actor.id)) return answer({ signedOut: true }, 401)
    if (!isOwnPost(request)) throw new Refusal('auth.forbidden')
    if (Number(request.headers.get('content-length') ?? Infinity) > MAX_BODY)
      throw new Refusal('file.too-large', { megabytes: 1 })
    const { id, kind, visitId, change } = WaitingChange.parse(await request.json())
    const result = await TAKEN[kind]({ ...context, idempotencyKey: id }, { ...change, visitId })
    return answer({ result })
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    if (error instanceof SyntaxError) return refused(new Refusal('common.not-found'))
    if (error instanceof ZodError) return answer({ fields: fieldProblems(error) }, 422)
    throw error
  }
}
