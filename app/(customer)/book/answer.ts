import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import { fieldProblems } from '@/lib/core/field-problems'
import { Refusal, type RefusalCode, type RefusalFacts } from '@/lib/core/refusal'

export type Answer<Value> =
  | { value: Value }
  | { refused: { code: RefusalCode; facts: RefusalFacts } }
  | { fields: Record<string, string[]> }

/** Expected noes become an answer; faults go to the error page. */
export async function answered<Value>(run: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await run() }
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refusal) return { refused: { code: error.code, facts: error.facts } }
    if (error instanceof ZodError) return { fields: fieldProblems(error) }
    throw error
  }
}
