import { ZodError } from 'zod'
import { Refusal, type RefusalKind } from '@/lib/core/refusal'
import { checkImport } from '@/lib/imports/server/import-run'
import { isOwnPost } from '@/lib/server/files'
import { refusedFor } from '@/lib/server/refused'
import { currentContext } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

const MEGABYTES = 10
const MAX_BODY = (MEGABYTES + 1) * 1024 * 1024
const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }

const answer = (body: object, status: number) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** Takes a table (`file`, `kind`), checks it and answers the id of the dry run. */
export async function POST(request: Request) {
  try {
    const context = await currentContext()
    if (!context) throw new Refusal('auth.signed-out')
    if (!isOwnPost(request)) throw new Refusal('auth.forbidden')
    if (Number(request.headers.get('content-length') ?? Infinity) > MAX_BODY)
      throw new Refusal('import.too-large', { megabytes: MEGABYTES })
    const form = await request.formData()
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0) throw new Refusal('import.unreadable')
    const { id } = await checkImport(context, {
      kind: form.get('kind'),
      fileName: file.name.slice(-200),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
    return answer({ id }, 201)
  } catch (error) {
    const refusal = error instanceof ZodError ? new Refusal('import.unreadable') : error
    if (!(refusal instanceof Refusal)) throw error
    return answer({ refused: await refusedFor(refusal) }, STATUS[refusal.kind])
  }
}
