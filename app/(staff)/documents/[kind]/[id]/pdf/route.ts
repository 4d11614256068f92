import { ZodError } from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { paperPdf } from '@/lib/documents/server/paper-sheet'
import { noSuchFile, pdfResponse } from '@/lib/server/files'
import { currentContext } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ kind: string; id: string }> }

/** A paper as a PDF for staff who may read what it is of. */
export async function GET(request: Request, { params }: Props) {
  const context = await currentContext()
  if (!context) return noSuchFile()
  const { searchParams } = new URL(request.url)
  const asked = {
    ...(await params),
    version: searchParams.get('version') ?? '',
    lang: searchParams.get('lang') ?? '',
  }
  try {
    return pdfResponse(await paperPdf(context, asked))
  } catch (error) {
    if (error instanceof Refusal || error instanceof ZodError) return noSuchFile()
    throw error
  }
}
