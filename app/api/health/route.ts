import { database } from '@/lib/server/db'

export const dynamic = 'force-dynamic'

/** 200 when the database answers, 503 when not; no other fact. */
export async function GET() {
  const ready = await database().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
