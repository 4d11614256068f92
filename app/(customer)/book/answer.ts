import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import { fieldProblems } from '@/lib/core/field-problems'
import type { Refused } from '@/lib/core/form-state'
import { Refusal } from '@/lib/core/refusal'
import { refusedFor } from '@/lib/server/refused'

export type Answer<Value> = { value: Value } | { refused: Refused } | { fields: Record<string, string[]> }

/** Expected noes become an answer; faults go to the error page. */
export async function answered<Value>(run: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await run() }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refusal) return { refused: await refusedFor(error) }
    if (error instanceof ZodError) return { fields: fieldProblems(error) }
    throw error
  }
}
