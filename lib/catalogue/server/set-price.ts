import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { SetPackagePrice, SetPartPrice, SetRate, Withdraw } from '../schemas'
import { startPrice, takeBackPrice, todayAt } from './validity'

/**
 * The price of a labour hour of a skill from a day on; the one before ends the day before. Refuses with
 * `catalogue.price-zero`, `catalogue.price-in-the-past` or `catalogue.price-overlaps`.
 */
export const setLabourRate = command(
  'labourRate.set',
  SetRate,
  async ({ tx, actor: { dealershipId }, now }, { skill, hour: hourFen, validFrom: from }) => {
    if (hourFen === 0) throw new Refusal('catalogue.price-zero')
    const rows = await tx.labourRate.findMany({ where: { dealershipId, skill } })
    const { id } = await startPrice(
      rows,
      {
        update: (id, validTo) => tx.labourRate.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        create: (validFrom) =>
          tx.labourRate.create({ data: { dealershipId, skill, hourFen, validFrom }, select: { id: true } }),
      },
      { from, today: await todayAt(tx, dealershipId, now) },
    )
    return { result: { id }, subject: { type: 'catalogue', id }, facts: { skill, hourFen, from } }
  },
)

/** Takes back a labour rate that has not begun before today. Refuses with `catalogue.price-begun` or `catalogue.price-overlaps`. */
export const withdrawLabourRate = command(
  'labourRate.withdraw',
  Withdraw,
  async ({ tx, actor: { dealershipId }, now }, { id }) => {
    const found = await tx.labourRate.findFirst({ where: { dealershipId, id } })
    if (!found) throw new Refusal('common.not-found')
    const { skill, hourFen } = found
    await takeBackPrice(
      await tx.labourRate.findMany({ where: { dealershipId, skill } }),
      {
        update: (id, validTo) => tx.labourRate.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        remove: (id) => tx.labourRate.deleteMany({ where: { dealershipId, id } }),
      },
      { id, today: await todayAt(tx, dealershipId, now) },
    )
    return { result: { id }, subject: { type: 'catalogue', id }, facts: { skill, hourFen } }
  },
)

/**
 * The price of a package from a day on, labour and parts apart, for the models whose name holds the pattern ('' = all).
 * Refuses with `catalogue.price-zero`, `catalogue.price-in-the-past` or `catalogue.price-overlaps`.
 */
export const setPackagePrice = command(
  'packagePrice.set',
  SetPackagePrice,
  async ({ tx, actor: { dealershipId }, now }, { packageId, modelPattern, ...typed }) => {
    const { labour: labourFen, parts: partsFen, validFrom: from } = typed
    if (labourFen + partsFen === 0) throw new Refusal('catalogue.price-zero')
    const of = await tx.servicePackage.findFirst({
      where: { dealershipId, id: packageId },
      select: {
        code: true,
        packageItems: { where: { partId: { not: null } }, select: { id: true }, take: 1 },
      },
    })
    if (!of) throw new Refusal('common.not-found')
    if (partsFen > 0 && !of.packageItems.length) throw new Refusal('catalogue.parts-price-without-parts')
    const all = await tx.packagePrice.findMany({ where: { dealershipId, packageId } })
    const rows = all.filter((row) => row.modelPattern.toLowerCase() === modelPattern.toLowerCase())
    const pattern = rows[0]?.modelPattern ?? modelPattern
    const { id } = await startPrice(
      rows,
      {
        update: (id, validTo) =>
          tx.packagePrice.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        create: (validFrom) =>
          tx.packagePrice.create({
            data: { dealershipId, packageId, modelPattern: pattern, labourFen, partsFen, validFrom },
            select: { id: true },
          }),
      },
      { from, today: await todayAt(tx, dealershipId, now) },
    )
    return {
      result: { id },
      subject: { type: 'catalogue', id: packageId },
      facts: { code: of.code, model: pattern, labourFen, partsFen, from },
    }
  },
)

/** Takes back a package price that has not begun before today. Refuses with `catalogue.price-begun` or `catalogue.price-overlaps`. */
export const withdrawPackagePrice = command(
  'packagePrice.withdraw',
  Withdraw,
  async ({ tx, actor: { dealershipId }, now }, { id }) => {
    const found = await tx.packagePrice.findFirst({ where: { dealershipId, id } })
    if (!found) throw new Refusal('common.not-found')
    const { packageId, modelPattern, labourFen, partsFen } = found
    await takeBackPrice(
      await tx.packagePrice.findMany({ where: { dealershipId, packageId, modelPattern } }),
      {
        update: (id, validTo) =>
          tx.packagePrice.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        remove: (id) => tx.packagePrice.deleteMany({ where: { dealershipId, id } }),
      },
      { id, today: await todayAt(tx, dealershipId, now) },
    )
    return {
      result: { id },
      subject: { type: 'catalogue', id: packageId },
      facts: { model: modelPattern, labourFen, partsFen },
    }
  },
)

/**
 * The list price of a part from a day on. Refuses with `catalogue.price-in-the-past` or `catalogue.price-overlaps`.
 */
export const setPartPrice = command(
  'partPrice.set',
  SetPartPrice,
  async ({ tx, actor: { dealershipId }, now }, { partId, price: priceFen, validFrom: from }) => {
    const part = await tx.part.findFirst({ where: { dealershipId, id: partId }, select: { no: true } })
    if (!part) throw new Refusal('common.not-found')
    const { id } = await startPrice(
      await tx.partPrice.findMany({ where: { dealershipId, partId } }),
      {
        update: (id, validTo) => tx.partPrice.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        create: (validFrom) =>
          tx.partPrice.create({ data: { dealershipId, partId, priceFen, validFrom }, select: { id: true } }),
      },
      { from, today: await todayAt(tx, dealershipId, now) },
    )
    return { result: { id }, subject: { type: 'part', id: partId }, facts: { no: part.no, priceFen, from } }
  },
)

/** Takes back a part price that has not begun before today. Refuses with `catalogue.price-begun` or `catalogue.price-overlaps`. */
export const withdrawPartPrice = command(
  'partPrice.withdraw',
  Withdraw,
  async ({ tx, actor: { dealershipId }, now }, { id }) => {
    const found = await tx.partPrice.findFirst({ where: { dealershipId, id } })
    if (!found) throw new Refusal('common.not-found')
    const { partId, priceFen } = found
    await takeBackPrice(
      await tx.partPrice.findMany({ where: { dealershipId, partId } }),
      {
        update: (id, validTo) => tx.partPrice.updateMany({ where: { dealershipId, id }, data: { validTo } }),
        remove: (id) => tx.partPrice.deleteMany({ where: { dealershipId, id } }),
      },
      { id, today: await todayAt(tx, dealershipId, now) },
    )
    return { result: { id }, subject: { type: 'part', id: partId }, facts: { priceFen } }
  },
)
