import { currentContext } from '@/lib/server/session'
import { eventStream } from '@/lib/server/stream'

export const dynamic = 'force-dynamic'

/** Live changes of the signed-in person's dealership. */
export async function GET(request: Request) {
  const context = await currentContext()
  if (!context) return new Response(null, { status: 401 })
  const { dealershipId, id } = context.actor
  return eventStream(
    (told) => told.dealershipId === dealershipId,
    async () => (await currentContext()) !== null,
    request,
    { name: `staff ${id}` },
  )
}
