import 'server-only'
import { labourFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { validOn } from './part-price'

/** A labour operation with its price on a day: minutes at the hourly rate of its skill. */
export async function operationQuote(tx: Tx, operationId: string, day: string) {
  const operation = await tx.labourOperation.findFirst({ where: { id: operationId, disabledAt: null } })
  if (!operation) throw new Refusal('catalogue.not-offered')
  const rate = await tx.labourRate.findFirst({
    where: { skill: operation.skill, ...validOn(day) },
    select: { hourFen: true },
  })
  if (!rate) throw new Refusal('catalogue.no-price', { name: operation.name, nameEn: operation.nameEn })
  const { id, code, name, nameEn, workClass, skill, minGrade, minutes } = operation
  return {
    operationId: id,
    code,
    name,
    nameEn,
    workClass,
    skill,
    minGrade,
    minutes,
    labourFen: labourFen(minutes, rate.hourFen),
  }
}
