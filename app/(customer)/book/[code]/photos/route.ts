import { addFaultPhoto, admitPhoto } from '@/lib/appointments/server/fault-photos'
import { Refusal, type RefusalKind } from '@/lib/core/refusal'
import { isOwnPost } from '@/lib/server/files'
import { visitorContext } from '@/lib/server/session'
import { answered } from '../../answer'
import { publicDealerships } from '../../dealerships'

export const dynamic = 'force-dynamic'

const MAX_BODY = 6 * 1024 * 1024
const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }

/** Takes one photograph of a fault (`photo`) from a visitor with `phone` and `proof`, and answers its id. */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  let status = 422
  const answer = await answered(async () => {
    try {
      const house = (await publicDealerships()).find((one) => one.code === decodeURIComponent(code))
      if (!house) throw new Refusal('common.not-found')
      if (!isOwnPost(request)) throw new Refusal('auth.forbidden')
      if (Number(request.headers.get('content-length') ?? Infinity) > MAX_BODY)
        throw new Refusal('file.too-large', { limitMb: MAX_BODY / 1024 / 1024 })
      const context = await visitorContext(house.id)
      await admitPhoto(context)
      const form = await request.formData()
      const file = form.get('photo')
      if (!(file instanceof File)) throw new Refusal('file.wrong-kind')
      return await addFaultPhoto(context, {
        phone: form.get('phone'),
        proof: form.get('proof'),
        photo: new Uint8Array(await file.arrayBuffer()),
      })
    } catch (error) {
      if (error instanceof Refusal) status = STATUS[error.kind]
      throw error
    }
  })
  return Response.json(answer, {
    status: 'value' in answer ? 201 : status,
    headers: { 'Cache-Control': 'no-store' },
  })
}
