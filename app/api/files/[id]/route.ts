import { storedFileResponse } from '@/lib/reception/server/stored-file'
import { Refusal } from '@/lib/core/refusal'
import { noSuchFile } from '@/lib/server/files'
import { currentContext } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

/** A stored file for staff of its dealership. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const context = await currentContext()
  const { id } = await params
  if (!context || !/^[0-9a-f-]{36}$/.test(id)) return noSuchFile()
  try {
    return await storedFileResponse(request, context, { fileId: id })
  } catch (error) {
    if (error instanceof Refusal) return noSuchFile()
    throw error
  }
}
