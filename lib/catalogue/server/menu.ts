import 'server-only'
import * as z from 'zod'
import * as f from '@/lib/core/fields'
import { dayOf } from '@/lib/core/time'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query } from '@/lib/server/doors'
import { fitsCar } from '../fit'
import { priceForModel } from '../price'
import { validOn } from './part-price'

const Menu = z.object({
  model: f.text(60).default(''),
  day: f.optional(f.day),
  fuel: f.optional(f.text(20)),
  km: f.optional(f.km),
})

/**
 * What can be booked, with minutes and the price of the price guide valid on the day (today unless given);
 * customers and visitors see only what is offered online. A package without a valid price is not offered; `fits` says whether
 * it is for a car with this drive and mileage.
 */
export const menu = query('catalogue.read', Menu, async ({ tx, actor, now }, input) => {
  const { timeZone } = await thisDealership(tx, actor.dealershipId)
  const day = input.day ?? dayOf(now, timeZone)
  const outside = actor.kind === 'visitor' || actor.kind === 'customer'
  const packages = await tx.servicePackage.findMany({
    where: { disabledAt: null, ...(outside ? { bookableOnline: true } : {}) },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    include: { packagePrices: { where: validOn(day) } },
  })
  return packages.flatMap(({ packagePrices, ...found }) => {
    const price = priceForModel(packagePrices, input.model)
    if (!price) return []
    const {
      id,
      code,
      name,
      nameEn,
      description,
      descriptionEn,
      workClass,
      skill,
      minutes,
      quickLane,
      sameDay,
      bayKind,
    } = found
    const { labourFen, partsFen } = price
    return [
      {
        id,
        code,
        name,
        nameEn,
        description,
        descriptionEn,
        workClass,
        skill,
        minutes,
        quickLane,
        sameDay,
        bayKind,
        fits: fitsCar(found, input),
        labourFen,
        partsFen,
        priceFen: labourFen + partsFen,
      },
    ]
  })
})
