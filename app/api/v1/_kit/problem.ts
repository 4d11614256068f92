import * as z from 'zod'
import { fieldProblems } from '@/lib/core/field-problems'
import { Refusal, type RefusalKind } from '@/lib/core/refusal'
import { api } from '@/lib/i18n/api'
import { refusalText } from '@/lib/i18n/refusals'
import type { Locale } from '@/lib/core/locale'

/** RFC 9457. `code` is stable; `title` is a sentence in the language asked for. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    fields: z.record(z.string(), z.array(z.string())).optional(),
    reference: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

const STATUS: Record<RefusalKind, number> = { forbidden: 403, missing: 404, conflict: 409, invalid: 422 }

function statusOf(refusal: Refusal): number {
  if (refusal.code === 'auth.signed-out') return 401
  if (refusal.code === 'auth.too-many-requests') return 429
  if (refusal.code === 'common.key-reused') return 422
  return STATUS[refusal.kind]
}

const problemType = (code: string) => `urn:babu:problem:${code}`

/** The answer to an expected no; null when the error is a fault. */
export function problemOf(error: unknown, locale: Locale): Problem | null {
  if (error instanceof Refusal) {
    const { code, facts } = error
    return {
      type: problemType(code),
      title: refusalText({ code, facts }, locale),
      status: statusOf(error),
      code,
      facts,
    }
  }
  if (error instanceof z.ZodError)
    return {
      type: problemType('input'),
      title: api[locale].problems.input,
      status: 422,
      code: 'input',
      fields: fieldProblems(error),
    }
  return null
}

/** A problem of the way of asking, or of ours. */
export const plainProblem = (status: number, code: string, title: string): Problem => ({
  type: problemType(code),
  title,
  status,
  code,
})

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'private, no-store', ...headers },
  })
}
