import type { RefusalCode, RefusalFacts } from './refusal'

/** A no, with its sentence in the reader's language. */
export type Refused = { code: RefusalCode; facts: RefusalFacts; text: string }

/** What a form shows after it was posted: nothing, a refusal, or what is wrong with each field. */
export type FormState = {
  ok?: true
  refused?: Refused
  fields?: Record<string, string[]>
  /** The line broke: nobody knows whether the post arrived, and the same one can be sent again. */
  lost?: true
  /** What was typed, so that nothing is lost when the page comes back. */
  values?: Record<string, string>
  /** Changes with every answer, so that effects can see a second identical one. */
  at?: number
}

export const emptyForm: FormState = {}
