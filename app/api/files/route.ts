import { ZodError } from 'zod'
import { CLIP } from '@/lib/core/clip-limits'
import { addPhoto, addVideo } from '@/lib/reception/server/add-photo'
import { Refusal, type RefusalKind } from '@/lib/core/refusal'
import { isOwnPost } from '@/lib/server/files'
import { refusedFor } from '@/lib/server/refused'
import { currentContext } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

const MAX_BODY = (CLIP.megabytes + 1) * 1024 * 1024
const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }

const refused = async (refusal: Refusal) =>
  Response.json(
    { refused: await refusedFor(refusal) },
    { status: STATUS[refusal.kind], headers: { 'Cache-Control': 'no-store' } },
  )

/** Takes one photo of a visit (`photo`, `visitId`, `kind`) or one `video` of its fault and answers its id. */
export async function POST(request: Request) {
  try {
    const context = await currentContext()
    const sentBy = request.headers.get('x-babu-staff')
    if (!context || (sentBy !== null && sentBy !== context.actor.id)) throw new Refusal('auth.signed-out')
    if (!isOwnPost(request)) throw new Refusal('auth.forbidden')
    if (Number(request.headers.get('content-length') ?? Infinity) > MAX_BODY)
      throw new Refusal('file.too-large', { limitMb: CLIP.megabytes })
    const form = await request.formData()
    const [photo, video] = [form.get('photo'), form.get('video')]
    const file = video ?? photo
    if (!(file instanceof File)) throw new Refusal('file.wrong-kind')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const of = {
      visitId: form.get('visitId'),
      kind: form.get('kind') ?? undefined,
      fileId: form.get('fileId') ?? undefined,
    }
    const { fileId } = video
      ? await addVideo(context, { ...of, video: bytes })
      : await addPhoto(context, { ...of, photo: bytes })
    return Response.json({ fileId }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    if (error instanceof ZodError) return refused(new Refusal('common.not-found'))
    throw error
  }
}
