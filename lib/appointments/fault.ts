import * as z from 'zod'
import { FAULT_QUESTIONS, isTold, type Fault } from './fault-questions'

const some = <const Answers extends readonly [string, ...string[]]>(answers: Answers) =>
  z
    .array(z.enum(answers))
    .max(answers.length)
    .default([])
    .transform((given) => [...new Set(given)])

const { what, when, frequency, speed, road, warmth, sound } = FAULT_QUESTIONS
const Answers = z.object({
  what: some(what),
  when: some(when),
  frequency: some(frequency),
  speed: some(speed),
  road: some(road),
  warmth: some(warmth),
  sound: some(sound),
})

/** An object, or its JSON as a form carries it. */
export const FaultAnswers = z.preprocess((value) => {
  if (typeof value !== 'string') return value ?? {}
  try {
    return JSON.parse(value.slice(0, 4000) || '{}') as unknown
  } catch {
    return value
  }
}, Answers)

/** The answers kept with a booking; null where nothing was said. */
export function faultOf(kept: unknown): Fault | null {
  const parsed = Answers.safeParse(kept ?? {})
  return parsed.success && isTold(parsed.data) ? parsed.data : null
}
