import { isOwnPost } from '@/lib/server/files'
import { markSeen } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

/** Somebody is at the screen of a signed-in browser. */
export async function POST(request: Request) {
  const stands = isOwnPost(request) && (await markSeen())
  return new Response(null, { status: stands ? 204 : 401, headers: { 'Cache-Control': 'no-store' } })
}
