import 'server-only'
import { request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { checkLiteral, lookUpPublic } from './public-address'

export type Answer = { status: number; body: string; retryAfterSeconds: number }

/** The service was not reached, or did not answer in time. */
export class NoAnswer extends Error {
  constructor(
    readonly why: 'unreachable' | 'timed-out' | 'address-forbidden',
    /** Whether the service may have read the request all the same. */
    readonly asked: boolean,
  ) {
    super(why)
  }
}

const LONGEST_ANSWER = 256 * 1024

/**
 * Posts to a service and answers what it said, whatever the status. Follows no redirect, takes no compression, reads at
 * most 256 KiB, and gives up after `timeoutMs` in all; connects to public addresses only (R14, R15). Throws NoAnswer.
 */
export function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
): Promise<Answer> {
  const url = new URL(address)
  return new Promise((resolve, reject) => {
    let asked = false
    const fail = (why: NoAnswer['why']) => reject(new NoAnswer(why, asked))
    try {
      checkLiteral(url.hostname)
    } catch {
      return fail('address-forbidden')
    }
    const bytes = Buffer.from(body, 'utf8')
    const signal = AbortSignal.timeout(timeoutMs)
    const ask = (url.protocol === 'http:' ? plainly : securely)(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length, 'accept-encoding': 'identity' },
      lookup: lookUpPublic,
      agent: false,
      signal,
    })
    ask.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) fail('timed-out')
      else fail(error.code === 'ADDRESS_FORBIDDEN' ? 'address-forbidden' : 'unreachable')
    })
    ask.on('finish', () => (asked = true))
    ask.on('response', (answer) => {
      const parts: Buffer[] = []
      let length = 0
      answer.on('data', (part: Buffer) => {
        length += part.length
        if (length > LONGEST_ANSWER) answer.destroy(new Error('too long'))
        else parts.push(part)
      })
      answer.on('error', () => fail(signal.aborted ? 'timed-out' : 'unreachable'))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts).toString('utf8'),
          retryAfterSeconds: Number(answer.headers['retry-after']) || 0,
        }),
      )
    })
    ask.end(bytes)
  })
}
