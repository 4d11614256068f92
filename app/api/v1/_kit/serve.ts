import { localeFromHeader } from '@/lib/core/locale'
import { Refusal } from '@/lib/core/refusal'
import { bearerContext, type Allowance } from '@/lib/server/api/bearer'
import { reportFault } from '@/lib/server/api/fault'
import { ENDPOINTS } from '../_endpoints'
import type { Endpoint } from './endpoint'
import { problemOf, problemResponse, problemType } from './problem'

const MAX_BODY = 256 * 1024

/** Finds the operation for a path below /api/v1, and what its braces stand for. */
function match(
  method: string,
  path: string[],
): { found: Endpoint; params: Record<string, string> } | 'method' | undefined {
  let other = false
  for (const found of ENDPOINTS) {
    const parts = found.path.slice(1).split('/')
    if (parts.length !== path.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, i) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name) params[name] = path[i] ?? ''
      return name !== undefined || part === path[i]
    })
    if (!fits) continue
    if (found.method === method.toLowerCase()) return { found, params }
    other = true
  }
  return other ? 'method' : undefined
}

const rateHeaders = ({ limit, remaining, resetSeconds }: Allowance) => ({
  'RateLimit-Limit': String(limit),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(resetSeconds),
})

/** Serves one request of the API: key, limit, operation, input, the same door as the pages, answer or problem. */
export async function serve(request: Request, path: string[]): Promise<Response> {
  const locale = localeFromHeader(request.headers.get('accept-language'))
  let headers: Record<string, string> = {}
  try {
    const { context, allowance } = await bearerContext(request.headers.get('authorization'), new Date())
    headers = rateHeaders(allowance)
    const matched = match(request.method, path)
    if (matched === 'method')
      return plainProblem(405, 'method-not-allowed', 'This path knows other methods.', headers)
    if (!matched) throw new Refusal('common.not-found')
    const { found, params } = matched
    if (!context.actor.scopes.includes(found.scope))
      throw new Refusal('auth.forbidden', { permission: found.scope })
    const input = {
      params: found.params.parse(params),
      query: found.query.parse(Object.fromEntries(new URL(request.url).searchParams)),
      body: found.body ? found.body.parse(await readJson(request)) : null,
    }
    const idempotencyKey = found.method === 'get' ? undefined : keyOf(request)
    const answer = await found.run({ ...context, ...(idempotencyKey ? { idempotencyKey } : {}) }, input)
    const body = JSON.stringify(found.answer.parse(JSON.parse(JSON.stringify(answer))))
    return new Response(body, {
      status: found.status,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-store', ...headers },
    })
  } catch (error) {
    const problem = problemOf(error, locale)
    if (problem) {
      const wait: Record<string, string> = problem.status === 429 ? { 'Retry-After': String(problem.facts?.seconds ?? 60) } : {}
      return problemResponse(problem, { ...headers, ...wait })
    }
    const reference = reportFault(error, `api ${request.method} /${path.join('/')}`)
    return problemResponse(
      {
        type: problemType('fault'),
        title: 'Something went wrong on our side.',
        status: 500,
        code: 'fault',
        reference,
      },
      headers,
    )
  }
}

const plainProblem = (status: number, code: string, title: string, headers: Record<string, string>) =>
  problemResponse({ type: problemType(code), title, status, code }, headers)

function keyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key') ?? undefined
  if (key !== undefined && (key.length < 8 || key.length > 255)) throw new Refusal('api.idempotency-key')
  return key
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers.get('content-type') ?? ''))
    throw new Refusal('api.not-json')
  const text = await request.text()
  if (text.length > MAX_BODY) throw new Refusal('file.too-large', { megabytes: MAX_BODY / 1024 / 1024 })
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('api.not-json')
  }
}
