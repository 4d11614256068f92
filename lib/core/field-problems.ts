import type { ZodError } from 'zod'

/** Keys of the catalogue `fields`: what can be wrong with a field. */
const FIELD_PROBLEMS = [
  'required', 'choose', 'number', 'too-short', 'too-long', 'too-small', 'too-large', 'plate', 'vin', 'phone', 'day', 'time', 'whole', 'invalid', 'address', 'email', 'parameters',
] as const // prettier-ignore
export type FieldProblem = (typeof FIELD_PROBLEMS)[number]

const isFieldProblem = (text: string): text is FieldProblem => FIELD_PROBLEMS.includes(text as FieldProblem)

/** What is wrong with each field of an input, as catalogue keys; '' stands for the input as a whole. */
export function fieldProblems(error: ZodError): Record<string, FieldProblem[]> {
  const problems: Record<string, FieldProblem[]> = {}
  for (const issue of error.issues) {
    const field = issue.path.join('.')
    ;(problems[field] ??= []).push(
      problemOf(issue as { code: string; message: string; input?: unknown; origin?: string }),
    )
  }
  return problems
}

function problemOf({
  code,
  message,
  input,
  origin,
}: {
  code: string
  message: string
  input?: unknown
  origin?: string
}): FieldProblem {
  if (isFieldProblem(message)) return message
  if (code === 'invalid_type' && (input === undefined || input === null || input === '')) return 'required'
  if (code === 'too_small') return origin === 'string' ? 'too-short' : 'too-small'
  if (code === 'too_big') return origin === 'string' ? 'too-long' : 'too-large'
  return 'invalid'
}
