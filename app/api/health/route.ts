import { isReady } from '@/lib/server/health'

export const dynamic = 'force-dynamic'

/** 200 when the database answers, 503 when not; no other fact. */
export async function GET() {
  const ready = await isReady()
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
