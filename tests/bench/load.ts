import autocannon from 'autocannon'

export const CONNECTIONS = 16

export type Load = {
  url: string
  /** Asked in turns instead of that of `url`. */
  paths?: readonly string[]
  method?: 'GET' | 'POST'
  headers?: () => Record<string, string>
  body?: () => unknown
  seconds: number
  /** At most so many requests, for what runs out. */
  amount?: number
}
export type Measured = { p50: number; p95: number; perSecond: number; answers: number; failures: number }

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Sixteen connections ask as fast as they are answered. */
export function measure({
  url,
  paths = [new URL(url).pathname + new URL(url).search],
  method = 'GET',
  headers,
  body,
  seconds,
  amount,
}: Load): Promise<Measured> {
  const times: number[] = []
  const started = performance.now()
  let last = started
  let failures = 0
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections: CONNECTIONS,
        ...(amount ? { amount } : { duration: seconds }),
        timeout: 20,
        requests: paths.map((path) => ({
          method,
          path,
          setupRequest: (request: Record<string, unknown>) => ({
            ...request,
            headers: { ...(request.headers as object), ...headers?.() },
            ...(body ? { body: JSON.stringify(body()) } : {}),
          }),
        })),
      },
      (error: Error | null, result: { errors: number }) => {
        if (error) return reject(error)
        const sorted = times.sort((a, b) => a - b)
        const perSecond = times.length ? (times.length / (last - started)) * 1000 : 0
        resolve({
          p50: at(sorted, 0.5),
          p95: at(sorted, 0.95),
          perSecond,
          answers: times.length,
          failures: failures + result.errors,
        })
      },
    )
    instance.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
      times.push(milliseconds)
      last = performance.now()
      if (status < 300) return
      if (failures++ === 0) console.error(`  ${url} answers ${status}`)
    })
  })
}
