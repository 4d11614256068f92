import 'server-only'
import { labourFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import { operationQuote } from '@/lib/catalogue/server/operation-quote'
import { packageQuote } from '@/lib/catalogue/server/package-quote'
import { partPrice, validOn } from '@/lib/catalogue/server/part-price'
import type { Tx } from '@/lib/server/db'
import { atPackagePrice } from '../package-parts'
import type { LineInput, PartInput, Skill } from '../schemas'

type Place = { dealershipId: string; orderId: string; model: string; day: string; additionalWorkId?: string }

/** The next place at the end of an order. */
async function nextPosition(tx: Tx, orderId: string): Promise<number> {
  const { _max } = await tx.job.aggregate({ where: { orderId }, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

/** Writes one proposed line with its parts, priced from the price guide valid on the day; answers its id. */
export async function createLine(tx: Tx, place: Place, line: LineInput): Promise<string> {
  const { dealershipId, orderId, day, additionalWorkId } = place
  const { parts: ownParts = [], ...priced } = await pricedLine(tx, place, line)
  const position = await nextPosition(tx, orderId)
  const { payer, problemId, reason, suggested, whatIfNot } = line
  const { id: jobId } = await tx.job.create({
    data: {
      dealershipId,
      orderId,
      position,
      additionalWorkId,
      payer,
      problemId,
      reason,
      suggested,
      whatIfNot,
      ...priced,
    },
    select: { id: true },
  })
  if (ownParts.length)
    await tx.jobPart.createMany({ data: ownParts.map((part) => ({ dealershipId, jobId, ...part })) })
  for (const part of line.parts ?? []) await createPart(tx, { dealershipId, jobId, day }, part)
  return jobId
}

function pricedLine(tx: Tx, place: Place, line: LineInput) {
  if (line.packageId) return fromPackage(tx, place, line.packageId)
  if (line.operationId) return fromOperation(tx, place, line.operationId, line.times ?? 1)
  return fromWords(tx, place, line)
}

async function fromPackage(tx: Tx, { model, day }: Place, packageId: string) {
  const quote = await packageQuote(tx, packageId, model, day)
  const { name: title, nameEn: titleEn, workClass, skill, minGrade, bayKind, minutes } = quote
  const kind = workClass === 'diagnosis' ? ('diagnosis' as const) : ('package' as const)
  const parts = quote.parts.map(({ partId, name, nameEn, quantityMilli, ...price }) => ({
    partId,
    name,
    nameEn,
    quantityMilli,
    ...atPackagePrice({ quantityMilli, ...price }),
  }))
  const loose = {
    partId: null,
    name: title,
    nameEn: titleEn,
    quantityMilli: 1000,
    unitPriceFen: quote.partsFen,
    discountFen: 0,
  }
  return {
    kind,
    packageId,
    title,
    titleEn,
    workClass,
    skill,
    minGrade,
    bayKind,
    minutes,
    labourFen: quote.labourFen,
    parts: parts.length || !quote.partsFen ? parts : [loose],
  }
}

async function fromOperation(tx: Tx, { day }: Place, operationId: string, times: number) {
  const {
    name,
    nameEn,
    workClass,
    skill,
    minGrade,
    minutes,
    labourFen: once,
  } = await operationQuote(tx, operationId, day)
  const suffix = times > 1 ? ` ×${times}` : ''
  return {
    kind: workClass === 'diagnosis' ? ('diagnosis' as const) : ('operation' as const),
    operationId,
    title: name + suffix,
    titleEn: nameEn && nameEn + suffix,
    workClass,
    skill,
    minGrade,
    minutes: minutes * times,
    labourFen: once * times,
    parts: undefined,
  }
}

/** A line in own words: minutes at the hourly rate of the skill unless a price is given; or priced after inspection (S3-05). */
async function fromWords(tx: Tx, { day }: Place, line: LineInput) {
  const {
    title = '',
    titleEn = '',
    minutes = 0,
    skill = 'general',
    diagnosis = false,
    priceAfterInspection = false,
  } = line
  const price = priceAfterInspection ? 0 : (line.labourFen ?? (await labourOn(tx, skill, minutes, day)))
  return {
    kind: diagnosis ? ('diagnosis' as const) : ('repair' as const),
    title,
    titleEn,
    workClass: diagnosis ? ('diagnosis' as const) : ('generalRepair' as const),
    skill,
    minutes,
    priceAfterInspection,
    labourFen: price,
    parts: undefined,
  }
}

/** Minutes at the hourly rate of a skill that is valid on the day; 0 without minutes or rate. */
async function labourOn(tx: Tx, skill: Skill, minutes: number, day: string): Promise<number> {
  if (!minutes) return 0
  const rate = await tx.labourRate.findFirst({ where: { skill, ...validOn(day) }, select: { hourFen: true } })
  return labourFen(minutes, rate?.hourFen ?? 0)
}

/** Writes one part of a line: from the parts master at the price of the day, or by name with its price. */
export async function createPart(
  tx: Tx,
  place: { dealershipId: string; jobId: string; day: string },
  input: PartInput,
): Promise<string> {
  const { dealershipId, jobId, day } = place
  const { quantityMilli } = input
  if (!input.partId) {
    const data = {
      dealershipId,
      jobId,
      name: input.name ?? '',
      quantityMilli,
      unitPriceFen: input.unitPriceFen ?? 0,
    }
    return (await tx.jobPart.create({ data, select: { id: true } })).id
  }
  const part = await tx.part.findUnique({ where: { dealershipId_id: { dealershipId, id: input.partId } } })
  if (!part || part.disabledAt) throw new Refusal('common.not-found')
  const unitPriceFen = await partPrice(tx, part.id, day)
  if (unitPriceFen === null) throw new Refusal('catalogue.no-price', { name: part.name, nameEn: part.nameEn })
  const { name, nameEn, brand } = part
  const data = { dealershipId, jobId, partId: part.id, name, nameEn, brand, quantityMilli, unitPriceFen }
  return (await tx.jobPart.create({ data, select: { id: true } })).id
}
