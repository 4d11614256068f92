import 'server-only'
import { Client } from 'pg'

type Query = (...args: unknown[]) => unknown

/**
 * A connection that is asked one thing at a time. Prisma reads the relations of a row side by side, inside a transaction on one
 * connection; pg queues them by itself, warns, and will stop doing so with its next major version.
 */
export class OneByOne extends Client {
  private last: Promise<unknown> = Promise.resolve()

  /** One signature for the many that pg declares; what goes in and comes out stays as it is. */
  override query(...args: unknown[]): never {
    const ask = () => (super.query as unknown as Query).apply(this, args)
    const [first] = args
    const submittable = typeof first === 'object' && first !== null && 'submit' in first
    if (submittable || typeof args.at(-1) === 'function') return ask() as never
    const answer = this.last.then(ask)
    this.last = answer.catch(() => undefined)
    return answer as never
  }
}
