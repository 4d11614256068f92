import type { RefusalCode } from '@/lib/core/refusal'
import { expect } from '../support/stage'
import { sentence } from './moves'
import { NAME, PLATE, type Visit } from './visit'

type Move = [RefusalCode, 'POST' | 'PATCH', path: string, body: object]

/** Wrong moves of another system over the API: each is refused with the sentence in the language it asks for. */
export async function refusedOverApi(visit: Visit, moves: Move[]): Promise<void> {
  const { here, lang, stage } = visit
  const scopes = ['appointments:write', 'orders:read', 'orders:write']
  const wanted = { name: 'wash line', scopes }
  const { key } = await stage.doors.result<{ key: string }>(here.as('X1').actor, 'makeApiKey', wanted)
  for (const [code, method, path, body] of moves) {
    const response = await fetch(`${stage.baseURL}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'accept-language': lang,
      },
      body: JSON.stringify(body),
    })
    const problem = (await response.json()) as { code: string; title: string }
    expect(problem.code, problem.title).toBe(code)
    expect(problem.title).toMatch(sentence(lang, code))
    expect(response.status).toBeGreaterThanOrEqual(400)
  }
}

/** The same car a second time on the same day. */
export async function bookedTwice(visit: Visit): Promise<void> {
  const booked = await visit.look((tx) =>
    tx.appointment.findFirstOrThrow({ where: { status: { not: 'rescheduled' } } }),
  )
  const { packageId } = await visit.look((tx) =>
    tx.appointmentItem.findFirstOrThrow({ where: { appointmentId: booked.id } }),
  )
  const again = {
    packageIds: [packageId],
    plate: PLATE,
    name: NAME,
    phone: visit.phone,
    startsAt: booked.startsAt.toISOString(),
  }
  await refusedOverApi(visit, [['appointment.vehicle-already-booked', 'POST', '/appointments', again]])
}

/** A signed order cannot be withdrawn, and no wash line takes a car that is still being worked on. */
export const pushedWrongly = (visit: Visit) =>
  refusedOverApi(visit, [
    [
      'status.not-from-here',
      'PATCH',
      `/repair-orders/${visit.orderId}`,
      { state: 'cancelled', reason: '重复' },
    ],
    ['status.not-from-here', 'PATCH', `/repair-orders/${visit.orderId}`, { state: 'washing' }],
  ])
