import * as z from 'zod'
import type { Scope } from '@/lib/auth/scopes'
import type { ApiContext as Context } from '@/lib/server/api/bearer'

type Method = 'get' | 'post' | 'patch'

type Shape = z.ZodObject
type Input<P extends Shape, Q extends Shape, B extends z.ZodType> = {
  params: z.output<P>
  query: z.output<Q>
  body: z.output<B>
}

/** One operation of the API: what the document says of it is what the route does. */
export type Endpoint = {
  method: Method
  /** Below /api/v1, with parameters in braces. */
  path: string
  id: string
  summary: string
  scope: Scope
  params: Shape
  query: Shape
  body: z.ZodType | null
  status: 200 | 201
  answer: z.ZodType
  run: (context: Context, input: { params: unknown; query: unknown; body: unknown }) => Promise<unknown>
}

type Definition<P extends Shape, Q extends Shape, B extends z.ZodType> = Omit<
  Endpoint,
  'params' | 'query' | 'body' | 'run' | 'status'
> & {
  params?: P
  query?: Q
  body?: B
  status?: 200 | 201
  run: (context: Context, input: Input<P, Q, B>) => Promise<unknown>
}

const nothing = z.object({})

export const endpoint = <
  P extends Shape = typeof nothing,
  Q extends Shape = typeof nothing,
  B extends z.ZodType = z.ZodNull,
>(
  given: Definition<P, Q, B>,
): Endpoint =>
  ({
    status: 200,
    ...given,
    params: given.params ?? nothing,
    query: given.query ?? nothing,
    body: given.body ?? null,
  }) as Endpoint

export const instant = z.iso.datetime().describe('Instant in UTC')
export const day = z.iso.date().describe('Calendar day of the dealership')
export const fen = z.int().describe('Amount in fen (1/100 yuan)')

/** A page of a list: entries and where the next page begins. */
export const pageOf = (entry: z.ZodType) =>
  z.object({ data: z.array(entry), nextCursor: z.uuid().nullable() })
export const paging = {
  cursor: z.uuid().optional().describe('nextCursor of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
}

/** Cuts one row more than the page into the page and its cursor. */
export function page<Row extends { id: string }>(
  rows: Row[],
  limit: number,
): { data: Row[]; nextCursor: string | null } {
  const data = rows.slice(0, limit)
  return { data, nextCursor: rows.length > limit ? (data.at(-1)?.id ?? null) : null }
}
