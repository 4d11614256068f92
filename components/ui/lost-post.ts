import type { FormAction } from './action-form'

const answered = (error: unknown) =>
  error instanceof Error && ('digest' in error || error.name === 'UnrecognizedActionError')

/**
 * The same action, but a line that breaks is an answer of its own instead of a fault that would take the page away with
 * everything typed. What the server says by throwing (a redirect, a fault with its number, a page older than the server) goes on.
 */
export const surviving =
  (action: FormAction): FormAction =>
  async (previous, form) => {
    try {
      return await action(previous, form)
    } catch (error) {
      if (answered(error)) throw error
      return { lost: true, values: previous.values, at: performance.now() }
    }
  }
