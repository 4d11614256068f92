import * as z from 'zod'
import { day, flag, id, km, optional, requiredText, text } from '../core/fields'
import { FUELS } from './fit'
import { BAY_KINDS } from '../dealership/bay'
import { GRADES, SKILLS } from '../dealership/staff-rules'

export const WORK_CLASSES = [
  'maintenance',
  'minorRepair',
  'generalRepair',
  'diagnosis',
  'bodyRepair',
] as const

const list = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(schema))

/** Yuan as people type them (280, 1,280.50) in fen. */
const yuan = z
  .string()
  .max(20)
  .transform((typed) => typed.normalize('NFKC').replace(/[¥,\s]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'required')
      .regex(/^\d{1,7}(\.\d{1,2})?$/, 'number'),
  )
  .transform((plain) => Math.round(Number(plain) * 100))

/** A quantity as people type it (4, 0.5) in thousandths. */
const quantity = z
  .string()
  .max(12)
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^\d{1,5}(\.\d{1,3})?$/, 'number'))
  .transform((plain) => Math.round(Number(plain) * 1000))

const workMinutes = z.coerce
  .number('number')
  .int('whole')
  .min(1, 'too-small')
  .max(60 * 24 * 5, 'too-large')

const work = {
  workClass: z.enum(WORK_CLASSES, 'choose'),
  skill: z.enum(SKILLS, 'choose'),
  minGrade: z.enum(GRADES, 'choose'),
  minutes: workMinutes,
}

export const SaveOperation = z.object({
  id: optional(id),
  code: requiredText(30),
  name: requiredText(120),
  nameEn: text(120).default(''),
  ...work,
})

export const SavePackage = z
  .object({
    id: optional(id),
    code: requiredText(30),
    name: requiredText(120),
    nameEn: text(120).default(''),
    description: text(300).default(''),
    descriptionEn: text(300).default(''),
    ...work,
    bayKind: z.enum(BAY_KINDS, 'choose'),
    quickLane: optional(flag),
    sameDay: optional(flag),
    bookableOnline: optional(flag),
    fuels: list(z.enum(FUELS)),
    fromKm: optional(km),
    toKm: optional(km),
    operationCodes: list(text(30)),
    partNos: list(text(40)),
    partQuantities: list(z.string()),
  })
  .refine(({ fromKm, toKm }) => fromKm === undefined || toKm === undefined || fromKm < toKm, {
    path: ['toKm'],
    message: 'too-small',
  })
  .transform(({ partNos, partQuantities, operationCodes, ...rest }, context) => {
    const parts = partNos.flatMap((no, i) => {
      if (!no) return []
      const parsed = quantity.safeParse(partQuantities[i] ?? '1')
      if (parsed.success && parsed.data > 0) return [{ no, quantityMilli: parsed.data }]
      context.addIssue({ code: 'custom', message: 'number', path: ['partQuantities'] })
      return []
    })
    return { ...rest, parts, operationCodes: operationCodes.filter(Boolean) }
  })

export const PART_ORIGINS = ['original', 'aftermarket'] as const

export const SavePart = z.object({
  id: optional(id),
  no: requiredText(40),
  name: requiredText(120),
  nameEn: text(120).default(''),
  brand: text(60).default(''),
  unit: requiredText(10),
  origin: z.enum(PART_ORIGINS, 'choose'),
  location: text(40).default(''),
  minimum: optional(quantity),
  leadDays: optional(z.coerce.number('number').int('whole').min(0, 'number').max(365, 'number')),
})

export const SetRate = z.object({ skill: z.enum(SKILLS, 'choose'), hour: yuan, validFrom: day })
export const SetPackagePrice = z.object({
  packageId: id,
  modelPattern: text(60).default(''),
  labour: yuan,
  parts: yuan,
  validFrom: day,
})
export const SetPartPrice = z.object({ partId: id, price: yuan, validFrom: day })
export const Withdraw = z.object({ id })
export const Retire = z.object({ id, back: optional(flag) })
