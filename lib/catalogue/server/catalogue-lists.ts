import 'server-only'
import * as z from 'zod'
import { id } from '@/lib/core/fields'
import { labourFen, lineFen, sumFen } from '@/lib/core/money'
import { Refusal } from '@/lib/core/refusal'
import { fromDateColumn } from '@/lib/core/time'
import { SKILLS } from '@/lib/dealership/staff-rules'
import type { Tx } from '@/lib/server/db'
import { query } from '@/lib/server/doors'
import { partPrices, validOn } from './part-price'
import { todayAt } from './validity'

type Dated = { validFrom: Date; validTo: Date | null }

/** A price with its days; `state` against today; it can be taken back while no earlier day has used it. */
const dated = <Row extends Dated>({ validFrom, validTo, ...row }: Row, today: string) => {
  const [from, to] = [fromDateColumn(validFrom), validTo && fromDateColumn(validTo)]
  const state = from > today ? ('planned' as const) : to && to <= today ? ('past' as const) : ('now' as const)
  return { ...row, validFrom: from, validTo: to, state }
}

const OPERATION = {
  id: true, code: true, name: true, nameEn: true, workClass: true, skill: true, minGrade: true, minutes: true, disabledAt: true,
} as const // prettier-ignore

const FOUND = 100

/** Labour operations, those in use first; `search` looks into code and names. At most 100, with the number of all. */
export const operationList = query(
  'catalogue.manage',
  z.object({ search: z.string().max(60).catch('').default('') }),
  async ({ tx, actor: { dealershipId } }, { search }) => {
    const like = { contains: search.trim(), mode: 'insensitive' as const }
    const where = {
      dealershipId,
      ...(search.trim() ? { OR: [{ code: like }, { name: like }, { nameEn: like }] } : {}),
    }
    const rows = await tx.labourOperation.findMany({
      where,
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { code: 'asc' }],
      take: FOUND,
      select: OPERATION,
    })
    return { rows, total: await tx.labourOperation.count({ where }) }
  },
)

/** Labour rates by skill, newest first, and whether the skill is used by an operation. */
export const rateList = query(
  'catalogue.manage',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const today = await todayAt(tx, dealershipId, now)
    const rates = await tx.labourRate.findMany({
      where: { dealershipId },
      orderBy: { validFrom: 'desc' },
      select: { id: true, skill: true, hourFen: true, validFrom: true, validTo: true },
    })
    const used = await tx.labourOperation.groupBy({
      by: ['skill'],
      where: { dealershipId, disabledAt: null },
      _count: true,
    })
    return {
      today,
      skills: SKILLS.map((skill) => ({
        skill,
        operations: used.find((row) => row.skill === skill)?._count ?? 0,
        rates: rates.filter((rate) => rate.skill === skill).map((rate) => dated(rate, today)),
      })),
    }
  },
)

/** Every package with its prices in force and why a customer may not see it. */
export const packageList = query(
  'catalogue.manage',
  z.object({}),
  async ({ tx, actor: { dealershipId }, now }) => {
    const today = await todayAt(tx, dealershipId, now)
    const rows = await tx.servicePackage.findMany({
      where: { dealershipId },
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }, { code: 'asc' }],
      include: {
        packagePrices: { where: { dealershipId, ...validOn(today) }, orderBy: { modelPattern: 'asc' } },
      },
    })
    const bays = await tx.bay.groupBy({ by: ['kind'], where: { dealershipId, disabledAt: null } })
    const counts = {
      operations: await tx.labourOperation.count({ where: { dealershipId, disabledAt: null } }),
      parts: await tx.part.count({ where: { dealershipId, disabledAt: null } }),
      rates: await tx.labourRate.count({ where: { dealershipId } }),
    }
    return {
      counts,
      packages: rows.map(
        ({ id, code, name, nameEn, minutes, bookableOnline, bayKind, disabledAt, packagePrices }) => ({
          id,
          code,
          name,
          nameEn,
          minutes,
          bookableOnline,
          bayKind,
          disabledAt,
          lacksBay: !bays.some(({ kind }) => kind === bayKind),
          prices: packagePrices.map(({ modelPattern, labourFen, partsFen }) => ({
            modelPattern,
            priceFen: labourFen + partsFen,
          })),
        }),
      ),
    }
  },
)

/** One package with its operations, parts and all its prices; `listed` is what its pieces cost one by one today. */
export const packageOne = query(
  'catalogue.manage',
  z.object({ id }),
  async ({ tx, actor: { dealershipId }, now }, { id: packageId }) => {
    const today = await todayAt(tx, dealershipId, now)
    const found = await tx.servicePackage.findFirst({
      where: { dealershipId, id: packageId },
      include: {
        packagePrices: { orderBy: [{ modelPattern: 'asc' }, { validFrom: 'desc' }] },
        packageItems: {
          orderBy: { position: 'asc' },
          include: { operation: { select: OPERATION }, part: true },
        },
      },
    })
    if (!found) throw new Refusal('common.not-found')
    const { packagePrices, packageItems, position: _position, dealershipId: _tenant, ...row } = found
    const operations = packageItems.flatMap(({ operation }) => operation ?? [])
    const parts = packageItems.flatMap(({ part, quantityMilli }) =>
      part
        ? [{ id: part.id, no: part.no, name: part.name, nameEn: part.nameEn, unit: part.unit, quantityMilli }]
        : [],
    )
    return {
      today,
      ...row,
      operations: operations.map(({ code, name, nameEn, minutes }) => ({ code, name, nameEn, minutes })),
      parts,
      prices: packagePrices.map(
        ({ id: priceId, modelPattern, labourFen: labour, partsFen, validFrom, validTo }) =>
          dated({ id: priceId, modelPattern, labourFen: labour, partsFen, validFrom, validTo }, today),
      ),
      listed: await listed(tx, { dealershipId, today, operations, parts }),
    }
  },
)

type Pieces = {
  dealershipId: string
  today: string
  operations: { skill: string; minutes: number }[]
  parts: { id: string; quantityMilli: number }[]
}

/** Labour at the rates and parts at the prices of a day; null where one of them has no price. */
async function listed(tx: Tx, { dealershipId, today, operations, parts }: Pieces) {
  const rates = await tx.labourRate.findMany({ where: { dealershipId, ...validOn(today) } })
  const hours = operations.map(({ skill, minutes }) => ({
    minutes,
    hourFen: rates.find((rate) => rate.skill === skill)?.hourFen,
  }))
  const prices = await partPrices(
    tx,
    parts.map((part) => part.id),
    today,
  )
  const whole = (amounts: (number | null)[]) => (amounts.includes(null) ? null : sumFen(amounts as number[]))
  return {
    labourFen: whole(
      hours.map(({ minutes, hourFen }) => (hourFen === undefined ? null : labourFen(minutes, hourFen))),
    ),
    partsFen: whole(
      parts.map(({ id: partId, quantityMilli }) => {
        const price = prices.get(partId)
        return price === undefined ? null : lineFen(quantityMilli, price)
      }),
    ),
  }
}

/** What a package may be made of: operations in use and the first parts, by code and number. */
export const packagePieces = query(
  'catalogue.manage',
  z.object({}),
  async ({ tx, actor: { dealershipId } }) => {
    const some = { where: { dealershipId, disabledAt: null }, take: 500 }
    const operations = await tx.labourOperation.findMany({
      ...some,
      orderBy: { code: 'asc' },
      select: { code: true, name: true, nameEn: true },
    })
    const parts = await tx.part.findMany({
      ...some,
      orderBy: { no: 'asc' },
      select: { no: true, name: true, nameEn: true },
    })
    return {
      operations: operations.map(({ code, ...names }) => ({ key: code, ...names })),
      parts: parts.map(({ no, ...names }) => ({ key: no, ...names })),
    }
  },
)

/** Parts with their price of today and the prices to come; `search` looks into number, names and brand. At most 100. */
export const partList = query(
  'part.list',
  z.object({ search: z.string().max(60).catch('').default('') }),
  async ({ tx, actor: { dealershipId }, now }, { search }) => {
    const today = await todayAt(tx, dealershipId, now)
    const like = { contains: search.trim(), mode: 'insensitive' as const }
    const where = {
      dealershipId,
      ...(search.trim() ? { OR: [{ no: like }, { name: like }, { nameEn: like }, { brand: like }] } : {}),
    }
    const rows = await tx.part.findMany({
      where,
      orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { no: 'asc' }],
      take: FOUND,
      include: { partPrices: { orderBy: { validFrom: 'desc' }, take: 12 } },
    })
    return {
      today,
      total: await tx.part.count({ where }),
      rows: rows.map(({ partPrices: prices, dealershipId: _tenant, ...row }) => ({
        ...row,
        prices: prices.map(({ id: priceId, priceFen, validFrom, validTo }) =>
          dated({ id: priceId, priceFen, validFrom, validTo }, today),
        ),
      })),
    }
  },
)
