import * as z from 'zod'
import { day, flag, id, optional, requiredText, text } from '../core/fields'
import { SHIFT_PARTS } from './shift-points'

const several = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(60),
)

export const AskErrand = z.object({ visitId: id, text: requiredText(200), forId: optional(id) })
export const DoErrand = z.object({ errandId: id })
export const ChooseBay = z.object({ visitId: id, bayId: optional(id) })
export const ofUnmet = z.object({ visitId: id })
export const AnswerUnmet = z.object({ unmetId: id, answer: requiredText(300) })
export const JudgeUnmet = z.object({ unmetId: id, judgement: z.enum(['upheld', 'excused']) })
export const CheckShift = z.object({ points: several, note: text(200).default('') })
export const SavePoint = z.object({
  code: optional(z.string().max(40)),
  part: optional(z.enum(SHIFT_PARTS, 'choose')),
  name: text(60).default(''),
  nameEn: text(60).default(''),
  retired: optional(flag),
})
export const SetWeather = z.object({ kind: z.enum(['none', 'rain', 'snow']), day: optional(day) })
