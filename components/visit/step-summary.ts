import { shortDuration } from '@/lib/i18n/format'
import type { shell } from '@/lib/i18n/shell'
import type { steps } from '@/lib/i18n/steps'
import type { RibbonReader, RibbonStep } from './ribbon-step'

type Words = { shell: (typeof shell)['en']['visit']; steps: (typeof steps)['en'] }

/** What is read aloud for one segment: number, name, state, minutes, what is missing. */
export function stepSummary(step: RibbonStep, index: number, words: Words, reader: RibbonReader): string {
  const parts = [
    words.shell.stepOf({ step: index + 1, name: words.steps[step.code].full }),
    words.shell.states[step.state],
    step.minutes === null ? '' : shortDuration(step.minutes),
    reader === 'staff' && step.missing.length ? words.shell.missingCount({ count: step.missing.length }) : '',
  ]
  return parts.filter(Boolean).join(', ')
}
