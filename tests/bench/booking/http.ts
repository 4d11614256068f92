import { Agent, request } from 'node:http'

export type Answered = { status: number; ms: number; body: string }
const agent = new Agent({ keepAlive: true, maxSockets: 128 })

/**
 * One POST on a kept connection; a server that is gone answers 0. A server may close a kept connection at the moment it is used
 * again: that is asked anew, as the documents of Node advise.
 */
export const post = (url: string, key: string, body: unknown): Promise<Answered> =>
  new Promise((resolve) => {
    const began = performance.now()
    const text = JSON.stringify(body)
    const done = (status: number, said = '') => resolve({ status, ms: performance.now() - began, body: said })
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
        },
      },
      (answer) => {
        let said = ''
        answer.setEncoding('utf8').on('data', (piece: string) => (said += piece))
        answer.on('end', () => done(answer.statusCode ?? 0, said))
        answer.on('error', () => done(0))
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === 'ECONNRESET') void post(url, key, body).then(resolve)
      else done(0)
    })
    sent.end(text)
  })

/** Does the work for all, so many at a time. */
export async function inParallel<Of, Result>(
  all: readonly Of[],
  width: number,
  work: (one: Of) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const run = async () => {
    while (next < all.length) {
      const position = next++
      results[position] = await work(all[position] as Of)
    }
  }
  await Promise.all(Array.from({ length: width }, run))
  return results
}

export const share = (sorted: readonly number[], part: number) =>
  sorted[Math.floor((sorted.length - 1) * part)] ?? 0
