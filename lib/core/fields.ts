import * as z from 'zod'
import { cleanText } from './canonical'
import { isPhone, normalPhone } from './phone'
import { isPlate, normalPlate } from './plate'
import { isVin, normalVin } from './vin'

/** Schemas of single fields, used by the inputs of all areas. Messages are keys of the catalogue `fields`. */
export const id = z.uuid()
export const text = (max = 500) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanText)
    .pipe(z.string().max(max, 'too-long'))
export const requiredText = (max = 500) =>
  z
    .string()
    .max(max * 4)
    .transform(cleanText)
    .pipe(z.string().min(1, 'required').max(max, 'too-long'))
export const plate = z.string().max(40).transform(normalPlate).refine(isPlate, 'plate')
export const vin = z.string().max(60).transform(normalVin).refine(isVin, 'vin')
export const phone = z.string().max(40).transform(normalPhone).refine(isPhone, 'phone')
export const day = z.iso.date('day')
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
export const at = z.iso.datetime({ offset: true }).transform((value) => new Date(value))
export const fen = z.coerce.number().int().min(0).max(2_000_000_000)
export const km = z.coerce.number().int('whole').min(0).max(9_999_999)
export const minutes = z.coerce
  .number()
  .int()
  .min(0)
  .max(60 * 24 * 14)
export const quantityMilli = z.coerce.number().int().min(1).max(1_000_000)
/** A checkbox of a form, or a boolean of JSON. */
export const flag = z
  .union([z.boolean(), z.enum(['on', 'true', '1', 'false', '0', ''])])
  .transform((value) => value === true || value === 'on' || value === 'true' || value === '1')
export const idempotencyKey = z.string().min(8).max(255)
/** An empty field of a form means: not given. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())
