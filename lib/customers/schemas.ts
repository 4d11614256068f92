import * as z from 'zod'
import * as f from '../core/fields'

/** What is needed to know a customer and a car again; a car without a plate yet is known by its VIN. */
export const Registration = z.object({
  plate: f.optional(f.plate),
  vin: f.optional(f.vin),
  brand: f.text(60).default(''),
  model: f.text(60).default(''),
  name: f.requiredText(60),
  phone: f.phone,
  formOfAddress: f.text(20).default(''),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
