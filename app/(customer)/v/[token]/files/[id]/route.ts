import { storedFileResponse } from '@/lib/reception/server/stored-file'
import { Refusal } from '@/lib/core/refusal'
import { noSuchFile } from '@/lib/server/files'
import { linkContext } from '@/lib/server/links'

export const dynamic = 'force-dynamic'

/** A stored file for the customer of the visit it belongs to, behind a proven link. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string; id: string }> }) {
  const { token, id } = await params
  if (!/^[0-9a-f-]{36}$/.test(id)) return noSuchFile()
  try {
    return await storedFileResponse(request, await linkContext(token), { fileId: id })
  } catch (error) {
    if (error instanceof Refusal) return noSuchFile()
    throw error
  }
}
