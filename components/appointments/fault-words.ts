import { faultQuestions, type Fault, type FaultQuestion } from '@/lib/appointments/fault-questions'
import { faults } from '@/lib/i18n/faults'
import { list } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'

const said = (fault: Fault, question: FaultQuestion, locale: Locale): string => {
  const words: Record<string, string> = faults[locale].answers[question]
  return list(
    fault[question].map((answer) => words[answer] ?? answer),
    locale,
  )
}

/** What was told about a fault, question by question, those without an answer left out. */
export const faultFacts = (fault: Fault, locale: Locale): { term: string; value: string }[] =>
  faultQuestions.flatMap((question) => {
    const value = said(fault, question, locale)
    return value ? [{ term: faults[locale].questions[question], value }] : []
  })

/** The same in the fields of the fault inquiry (F09), so that reception need not ask again. */
export function inquiryOf(fault: Fault, locale: Locale) {
  const both = (...questions: FaultQuestion[]) =>
    list(questions.map((question) => said(fault, question, locale)).filter(Boolean), locale)
  return {
    frequency: both('frequency'),
    phenomenon: both('what', 'sound', 'when'),
    environment: both('warmth'),
    speed: both('speed'),
    road: both('road'),
  }
}
