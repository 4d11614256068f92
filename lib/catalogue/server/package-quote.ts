import 'server-only'
import { allocate, lineFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { priceForModel } from '../price'
import { partPrices, validOn } from './part-price'

/**
 * A package at its fixed price on a day for a model, labour and parts apart, with its operations and parts.
 * `priceFen` of the parts adds up to `partsFen`, shared in proportion to their list prices.
 * Refuses `catalogue.not-offered` and `catalogue.no-price`.
 */
export async function packageQuote(tx: Tx, packageId: string, model: string, day: string) {
  const found = await tx.servicePackage.findFirst({
    where: { id: packageId, disabledAt: null },
    include: {
      packagePrices: { where: validOn(day) },
      packageItems: { orderBy: { position: 'asc' }, include: { operation: true, part: true } },
    },
  })
  if (!found) throw new Refusal('catalogue.not-offered')
  const price = priceForModel(found.packagePrices, model)
  if (!price) throw new Refusal('catalogue.no-price', { name: found.name, nameEn: found.nameEn })
  const needs = found.packageItems.filter((item) => item.part)
  const list = await partPrices(
    tx,
    needs.flatMap(({ partId }) => partId ?? []),
    day,
  )
  const weights = needs.map((item) => lineFen(item.quantityMilli, list.get(item.partId ?? '') ?? 0))
  const shares = allocate(price.partsFen, weights)
  const {
    code,
    name,
    nameEn,
    workClass,
    skill,
    minGrade,
    minutes,
    quickLane,
    sameDay,
    bayKind,
    bookableOnline,
  } = found
  return {
    packageId,
    code,
    name,
    nameEn,
    workClass,
    skill,
    minGrade,
    minutes,
    quickLane,
    sameDay,
    bayKind,
    bookableOnline,
    labourFen: price.labourFen,
    partsFen: price.partsFen,
    operations: found.packageItems.flatMap(({ operation }) =>
      operation
        ? [
            {
              operationId: operation.id,
              code: operation.code,
              name: operation.name,
              nameEn: operation.nameEn,
              minutes: operation.minutes,
            },
          ]
        : [],
    ),
    parts: needs.map((item, i) => ({
      partId: item.partId as string,
      no: item.part?.no ?? '',
      name: item.part?.name ?? '',
      nameEn: item.part?.nameEn ?? '',
      unit: item.part?.unit ?? '',
      quantityMilli: item.quantityMilli,
      listFen: list.get(item.partId ?? '') ?? 0,
      priceFen: shares[i] ?? 0,
    })),
  }
}
