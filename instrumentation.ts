import type { Instrumentation } from 'next'
import { reportFault } from '@/lib/server/log'

const digestOf = (error: unknown) =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined

/** A page, action or endpoint that failed: one line in the log, under the reference that its reader sees. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const digest = digestOf(error)
  // A refusal that reaches its page is an answer in words.
  if (digest?.startsWith('refusal:')) return
  reportFault(error, `${context.routeType} ${request.method} ${context.routePath}`, digest)
}
