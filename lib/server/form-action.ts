import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import { ZodError } from 'zod'
import { fieldProblems } from '@/lib/core/field-problems'
import type { FormState } from '@/lib/core/form-state'
import { Refusal } from '@/lib/core/refusal'
import type { Context } from './doors'
import { reportDenied } from './log'
import { refusedFor } from './refused'

/** The entries of a form as a plain object; a repeated name becomes a list, `name[]` always is one. */
function formEntries(form: FormData): Record<string, unknown> {
  const entries: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name)
    if (name.endsWith('[]')) entries[name.slice(0, -2)] = values
    else entries[name] = values.length > 1 ? values : values[0]
  }
  return entries
}

/** What goes back to the browser after a refusal; a password or another secret never does. */
const typed = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' &&
        !entry[0].startsWith('$ACTION') &&
        !/password|secret$|^formKey$/i.test(entry[0]),
    ),
  )

/**
 * Turns a command into a server action: expected noes become state, faults go to error.tsx.
 * `context` makes the actor (requireContext, linkContext …); `done` redirects or revalidates.
 * The field `formKey` of every form makes a second post of it a replay; a form with a key of its own says it in
 * `idempotencyKey`.
 */
export function formAction<Result>(
  context: (form: FormData) => Promise<Context>,
  run: (context: Context, raw: unknown) => Promise<Result>,
  done: (result: Result, form: FormData) => void | Promise<void> = () => {},
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    let made: Context | undefined
    try {
      const { idempotencyKey: own, formKey, ...raw } = formEntries(form)
      made = await context(form)
      const key = own || formKey
      const keyed = typeof key === 'string' && key ? { ...made, idempotencyKey: key } : made
      await done(await run(keyed, raw), form)
      return { ok: true, at: made.now.getTime() }
    } catch (error) {
      unstable_rethrow(error)
      const values = typed(form)
      if (made && error instanceof Refusal && error.code === 'auth.forbidden')
        reportDenied(made.actor, error.facts.permission)
      if (error instanceof Refusal)
        return { refused: await refusedFor(error, made?.actor.locale), values, at: Date.now() }
      if (error instanceof ZodError) return { fields: fieldProblems(error), values, at: Date.now() }
      throw error
    }
  }
}
