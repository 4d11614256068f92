import type { RefusalCode, RefusalFacts } from './refusal'

/** What a form shows after it was posted: nothing, a refusal, or what is wrong with each field. */
export type FormState = {
  ok?: true
  refused?: { code: RefusalCode; facts: RefusalFacts }
  fields?: Record<string, string[]>
  /** The line broke: nobody knows whether the post arrived, and the same one can be sent again. */
  lost?: true
  /** What was typed, so that nothing is lost when the page comes back. */
  values?: Record<string, string>
  /** Changes with every answer, so that effects can see a second identical one. */
  at?: number
}

export const emptyForm: FormState = {}
