import { serve } from '../_kit/serve'

export const dynamic = 'force-dynamic'

const handler = async (request: Request, { params }: { params: Promise<{ path: string[] }> }) =>
  serve(request, (await params).path)

export {
  handler as GET,
  handler as HEAD,
  handler as POST,
  handler as PATCH,
  handler as PUT,
  handler as DELETE,
}
