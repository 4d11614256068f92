import { ZodError } from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { paperPdf } from '@/lib/documents/server/paper-sheet'
import { noSuchFile, pdfResponse } from '@/lib/server/files'
import { linkContext } from '@/lib/server/links'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string; kind: string; id: string }> }

/** A paper as a PDF for the customer of the visit it belongs to, behind a proven link. */
export async function GET(request: Request, { params }: Props) {
  const { token, kind, id } = await params
  const lang = new URL(request.url).searchParams.get('lang') ?? ''
  try {
    return pdfResponse(await paperPdf(await linkContext(token), { kind, id, lang }))
  } catch (error) {
    if (error instanceof Refusal || error instanceof ZodError) return noSuchFile()
    throw error
  }
}
