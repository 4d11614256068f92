import { availableParallelism, loadavg } from 'node:os'
import type { Locator, Page } from '@playwright/test'
import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'
import type { StaffActor } from '@/lib/auth/actor'
import type { Locale } from '@/lib/core/locale'
import { refusalText } from '@/lib/i18n/refusals'
import type { DoorName } from '../../support/doors'
import { expect } from '../support/stage'
import type { Visit } from './visit'

export type Move = [refused: RefusalCode, who: string | StaffActor, door: DoorName, input: unknown]

/** Moves that no screen offers, tried at the doors behind the screens: each is refused, with a sentence. */
export async function refused(visit: Visit, ...moves: Move[]): Promise<void> {
  const { here, stage, lang } = visit
  for (const [code, who, door, input] of moves) {
    const answer = await stage.doors.knock(typeof who === 'string' ? here.as(who).actor : who, door, input)
    expect(answer, door).toMatchObject({ refused: { code } })
    if ('refused' in answer) expect(refusalText(answer.refused, lang)).not.toBe('')
  }
}

/** A place in the plan that begins now. */
export const nowTo = ({ here }: Visit, jobId: string, who: string) => ({
  jobId,
  technicianId: here.staffId(who),
  startsAt: new Date().toISOString(),
})

const ANY = '\u2053'

/** The sentence of a refusal in the reader's language; what `facts` leaves out may be anything. */
export function sentence(lang: Locale, code: RefusalCode, facts: RefusalFacts = {}): RegExp {
  const open = new Proxy(facts, { get: (known, name: string) => known[name] ?? ANY })
  const escaped = refusalText({ code, facts: open }, lang).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(escaped.replaceAll(ANY, '.+'))
}

/** The refusal stands on the page, in the reader's language. */
export const says = (where: Page | Locator, lang: Locale, code: RefusalCode, facts?: RefusalFacts) =>
  expect(where.getByText(sentence(lang, code, facts)).first()).toBeVisible()

/** A page that hears nothing of what others do: its stream ends at once and does not come back. */
export const deaf = (page: Page) =>
  page.route('**/api/stream**', (route) =>
    route.fulfill({ contentType: 'text/event-stream', body: 'retry: 3600000\n\n' }),
  )

/** Presses, and answers the moment at which the server has said that the change is kept. */
export async function post(page: Page, press: () => Promise<unknown>): Promise<number> {
  const answer = page.waitForResponse(
    (response) => response.request().method() === 'POST' && 'next-action' in response.request().headers(),
  )
  await press()
  await answer
  return performance.now()
}

const PATIENCE_MS = 15_000
const LIVE_MS = 1000
const TASKS_PER_CORE = 2

/** A change made in one browser stands in another without loading the page again; how long it took is kept. */
export async function seenLive(
  visit: Visit,
  what: string,
  page: Page,
  press: () => Promise<unknown>,
  seen: Locator,
): Promise<void> {
  const kept = await post(page, press)
  // Asked again at once: what waits for a locator looks twice a second at the end, and would measure itself.
  while (!(await seen.isVisible())) expect(performance.now() - kept, what).toBeLessThan(PATIENCE_MS)
  const took = Math.round(performance.now() - kept)
  const calm = (loadavg()[0] ?? 0) <= TASKS_PER_CORE * availableParallelism()
  visit.live.push({ took, calm })
  console.log(`live: ${what} after ${took} ms${calm ? '' : ' (on a busy machine)'}`)
}

/** Within a second; what was measured while the machine had more to do than it could says nothing about it. */
export function wasLive({ live }: Visit): void {
  const measured = live.filter(({ calm }) => calm)
  const late = measured.filter(({ took }) => took > LIVE_MS)
  expect(late.length, JSON.stringify(live)).toBeLessThanOrEqual(measured.length / 2)
}

export const hearing = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-live', 'on')
