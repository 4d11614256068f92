import type { Step } from '@/lib/core/step'

export type RibbonState = 'notYet' | 'now' | 'done' | 'late'

/** One of the eight steps of a visit, as the ribbon shows it. Sentences are in the reader's language. */
export type RibbonStep = {
  code: Step
  state: RibbonState
  minutes: number | null
  missing: string[]
  enteredAt?: string | null
  leftAt?: string | null
  who?: string | null
  next?: { label: string; href?: string } | null
}
