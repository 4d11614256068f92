import { Refusal } from '@/lib/core/refusal'
import { linkContext, linkStands } from '@/lib/server/links'
import { eventStream } from '@/lib/server/stream'

export const dynamic = 'force-dynamic'

/** Live changes of the one visit or appointment behind a customer's link. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  try {
    const { actor } = await linkContext(token)
    const { dealershipId, visitId, appointmentId } = actor
    return eventStream(
      (told) =>
        told.dealershipId === dealershipId &&
        ((visitId !== null && told.visitId === visitId) || told.subjectId === appointmentId),
      () => linkStands(token),
      request,
      { name: `customer ${actor.id}`, discreet: true },
    )
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: 401 })
    throw error
  }
}
