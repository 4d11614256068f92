import { localeFromHeader, type Locale } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { api } from '@/lib/i18n/api'
import { answerOnce } from '@/lib/server/api/answer-once'
import { bearerContext, REQUESTS_PER_MINUTE, type Allowance, type ApiContext } from '@/lib/server/api/bearer'
import { reportDenied, reportFault } from '@/lib/server/api/fault'
import type { Endpoint } from './endpoint'
import { match } from './match'
import { plainProblem, problemOf, problemResponse, type Problem } from './problem'
import { readJson } from './read-json'

type Headers = Record<string, string>

const rateHeaders = ({ limit, remaining, resetSeconds }: Allowance): Headers => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(resetSeconds),
})

/** Serves one request of the API: key, limit, operation, input, the same door as the pages, answer or problem. */
export async function serve(
  request: Request,
  path: readonly string[],
  { requestsPerMinute = REQUESTS_PER_MINUTE } = {},
): Promise<Response> {
  const locale = localeFromHeader(request.headers.get('accept-language'))
  let headers: Headers = {}
  let caller: ApiContext | undefined
  try {
    const { context, allowance } = await bearerContext(request.headers, new Date(), requestsPerMinute)
    headers = rateHeaders(allowance)
    caller = context
    const matched = match(request.method, path)
    if ('found' in matched) return await answerOf(request, context, matched, headers)
    if (!matched.allow.length) throw new Refusal('common.not-found')
    const title = api[locale].problems.method
    return problemResponse(plainProblem(405, 'method-not-allowed', title), {
      ...headers,
      Allow: matched.allow.join(', '),
    })
  } catch (error) {
    if (caller && error instanceof Refusal && error.code === 'auth.forbidden')
      reportDenied(caller.actor, error.facts.permission)
    const problem = problemOf(error, locale)
    if (problem) return problemResponse(problem, { ...headers, ...advice(problem) })
    return fault(error, request, path, locale, headers)
  }
}

type Operation = { found: Endpoint; params: Record<string, string> }

async function answerOf(
  request: Request,
  { idempotencyKey: _, ...context }: ApiContext,
  { found, params }: Operation,
  headers: Headers,
): Promise<Response> {
  if (!context.actor.scopes.includes(found.scope))
    throw new Refusal('auth.forbidden', { permission: found.scope })
  const input = {
    params: found.params.parse(params),
    query: found.query.parse(Object.fromEntries(new URL(request.url).searchParams)),
    body: found.body ? found.body.parse(await readJson(request)) : null,
  }
  const key = found.method === 'get' ? undefined : keyOf(request)
  const keyed = key === undefined ? context : { ...context, idempotencyKey: key }
  const answer = await answerOnce(keyed, found.id, input, () => found.run(keyed, input))
  return new Response(told(found, answer), {
    status: found.status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store', ...headers },
  })
}

const bodies = new WeakMap<object, { found: Endpoint; body: string }>()

/** The body of an answer. The same answer, as a search gives it to many, is checked and written once. */
function told(found: Endpoint, answer: unknown): string {
  const kept = typeof answer === 'object' && answer !== null ? answer : undefined
  const known = kept && bodies.get(kept)
  if (known?.found === found) return known.body
  // An answer that does not fit is our fault, not the caller's.
  const { success, data, error } = found.answer.safeParse(asJson(answer))
  if (!success) throw new Error(`the answer of ${found.id} does not fit its schema: ${error.message}`)
  const body = JSON.stringify(data)
  if (kept) bodies.set(kept, { found, body })
  return body
}

/** The answer with its moments as text, as it will be told. */
function asJson(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(asJson)
  if (value === null || typeof value !== 'object') return value
  const plain: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[name]
    if (one !== undefined) plain[name] = one !== null && typeof one === 'object' ? asJson(one) : one
  }
  return plain
}

function advice({ status, facts }: Problem): Headers {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' }
  if (status === 429) return { 'Retry-After': String(facts?.seconds ?? 60) }
  return {}
}

function fault(error: unknown, request: Request, path: readonly string[], locale: Locale, headers: Headers) {
  const reference = reportFault(error, `api ${request.method} /${path.join('/')}`)
  return problemResponse({ ...plainProblem(500, 'fault', api[locale].problems.fault), reference }, headers)
}

function keyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && (key.length < 8 || key.length > 255)) throw new Refusal('api.idempotency-key')
  return key
}
