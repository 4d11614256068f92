import 'server-only'
import * as z from 'zod'
import { id, optional } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command, query } from '@/lib/server/doors'
import { maskedPhone } from '../mask'
import { MERGE_FIELDS, UNDO_DAYS, type DuplicateReason } from '../merge'
import { VALUES, valuesOf } from './merge-values'

type Row = { oneId: string; otherId: string; reasons: DuplicateReason[]; oneName: string; otherName: string }

/**
 * Files that look like the same person (X-CRM-11): the same telephone, the same name with a part in the same car, or a name that
 * sounds the same with the same last four digits. Pairs that somebody has called two people are left out; at most fifty.
 */
export const duplicates = query(
  'customer.duplicates',
  z.object({ customerId: optional(id) }),
  ({ tx, actor: { dealershipId } }, { customerId }) =>
    customerId ? pairsOf(tx, dealershipId, customerId) : allPairs(tx, dealershipId),
)

const allPairs = (tx: Tx, dealershipId: string) => tx.$queryRaw<Row[]>`
  WITH c AS (SELECT id, name, pinyin, phone FROM "Customer" WHERE "dealershipId" = ${dealershipId}::uuid AND "mergedIntoId" IS NULL),
  pairs AS (
    SELECT a.id AS one, b.id AS other, 'phone' AS reason FROM c a JOIN c b ON b.phone = a.phone AND a.id < b.id WHERE a.phone <> ''
    UNION ALL
    SELECT DISTINCT a.id, b.id, 'nameAndCar' FROM c a
      JOIN "VehicleParty" p ON p."dealershipId" = ${dealershipId}::uuid AND p."customerId" = a.id
      JOIN "VehicleParty" q ON q."dealershipId" = p."dealershipId" AND q."vehicleId" = p."vehicleId" AND q."customerId" > p."customerId"
      JOIN c b ON b.id = q."customerId" AND b.name = a.name
    UNION ALL
    SELECT a.id, b.id, 'nameAndTail' FROM c a JOIN c b ON b.pinyin = a.pinyin AND right(b.phone, 4) = right(a.phone, 4) AND a.id < b.id
      WHERE a.pinyin <> '' AND length(a.phone) >= 7 AND a.phone <> b.phone)
  SELECT x.one::text AS "oneId", x.other::text AS "otherId", array_agg(DISTINCT x.reason) AS reasons, max(a.name) AS "oneName",
    max(b.name) AS "otherName"
  FROM pairs x JOIN c a ON a.id = x.one JOIN c b ON b.id = x.other
  WHERE NOT EXISTS (SELECT 1 FROM "DistinctCustomers" d WHERE d."dealershipId" = ${dealershipId}::uuid
    AND d."oneId" = x.one AND d."otherId" = x.other)
  GROUP BY 1, 2 ORDER BY count(DISTINCT x.reason) DESC, x.one::text LIMIT 50`

/** The same for one file by its own telephone, cars and name, so that opening a file reads no other ones. */
const pairsOf = (tx: Tx, dealershipId: string, customerId: string) => tx.$queryRaw<Row[]>`
  SELECT a.id::text AS "oneId", b.id::text AS "otherId", array_agg(DISTINCT x.reason) AS reasons, a.name AS "oneName", b.name AS "otherName"
  FROM "Customer" a CROSS JOIN LATERAL (
    SELECT o.id, 'phone' AS reason FROM "Customer" o WHERE o."dealershipId" = a."dealershipId" AND o.phone = a.phone AND a.phone <> ''
    UNION ALL
    SELECT q."customerId", 'nameAndCar' FROM "VehicleParty" p
      JOIN "VehicleParty" q ON q."dealershipId" = p."dealershipId" AND q."vehicleId" = p."vehicleId"
      JOIN "Customer" o ON o."dealershipId" = q."dealershipId" AND o.id = q."customerId" AND o.name = a.name
      WHERE p."dealershipId" = a."dealershipId" AND p."customerId" = a.id
    UNION ALL
    SELECT o.id, 'nameAndTail' FROM "Customer" o WHERE o."dealershipId" = a."dealershipId" AND o.pinyin = a.pinyin AND a.pinyin <> ''
      AND length(a.phone) >= 7 AND right(o.phone, 4) = right(a.phone, 4) AND o.phone <> a.phone) x
  JOIN "Customer" b ON b."dealershipId" = a."dealershipId" AND b.id = x.id AND b.id <> a.id AND b."mergedIntoId" IS NULL
  WHERE a."dealershipId" = ${dealershipId}::uuid AND a.id = ${customerId}::uuid AND a."mergedIntoId" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "DistinctCustomers" d WHERE d."dealershipId" = a."dealershipId"
      AND d."oneId" = least(a.id, b.id) AND d."otherId" = greatest(a.id, b.id))
  GROUP BY a.id, b.id, a.name, b.name ORDER BY count(DISTINCT x.reason) DESC, b.id LIMIT 50`

/** Two files side by side, telephones masked, with how much hangs on each. Refuses `common.not-found`, also when one is merged. */
export const compareCustomers = query(
  'customer.duplicates',
  z.object({ oneId: id, otherId: id }),
  async ({ tx, actor: { dealershipId } }, { oneId, otherId }) => {
    const files = await tx.customer.findMany({
      where: { dealershipId, id: { in: [oneId, otherId] }, mergedIntoId: null },
      select: {
        ...VALUES,
        id: true,
        no: true,
        createdAt: true,
        preferredAdviser: { select: { name: true, nameEn: true } },
        preferredTechnician: { select: { name: true, nameEn: true } },
        vehicleParties: {
          where: { until: null },
          distinct: ['vehicleId'],
          select: { vehicle: { select: { id: true, plate: true } } },
        },
        _count: { select: { visitsAsSender: true, appointments: true, outboxMessages: true } },
      },
    })
    const one = files.find((file) => file.id === oneId)
    const other = files.find((file) => file.id === otherId)
    if (!one || !other || one === other) throw new Refusal('common.not-found')
    const differs = MERGE_FIELDS.filter(
      (field) => one[field] && other[field] && String(one[field]) !== String(other[field]),
    )
    const shown = (file: typeof one) => {
      const { verifiedAt, phoneWrongAt, vehicleParties, _count, ...rest } = file
      const { phone, phone2, wechatOpenId, email } = valuesOf(file)
      return {
        ...rest,
        birthday: file.birthday?.toISOString().slice(0, 10) ?? null,
        phone: maskedPhone(phone),
        phone2: maskedPhone(phone2),
        email: email.replace(/^(.).*@/, '$1***@'),
        wechatOpenId: wechatOpenId && `${wechatOpenId.slice(0, 3)}***`,
        cars: vehicleParties.map(({ vehicle }) => vehicle),
        counts: {
          visits: _count.visitsAsSender,
          bookings: _count.appointments,
          messages: _count.outboxMessages,
        },
        proven: verifiedAt !== null,
        phoneWrong: phoneWrongAt !== null,
      }
    }
    return { one: shown(one), other: shown(other), differs }
  },
)

/** Two files that look alike are two people: they are not proposed again. Refuses `common.not-found`. */
export const keepApart = command(
  'customer.keepApart',
  z.object({ oneId: id, otherId: id }),
  async ({ tx, actor: { dealershipId, id: byId }, now: at }, given) => {
    const [oneId = '', otherId = ''] = [given.oneId, given.otherId].sort()
    const known = await tx.customer.count({ where: { dealershipId, id: { in: [oneId, otherId] } } })
    if (known !== 2) throw new Refusal('common.not-found')
    await tx.distinctCustomers.createMany({
      data: { dealershipId, oneId, otherId, at, byId },
      skipDuplicates: true,
    })
    return { result: {}, subject: { type: 'customer', id: oneId }, facts: { otherId } }
  },
)

/** The merges of a file that can still be undone, the youngest first. */
export const mergesOf = query(
  'customer.duplicates',
  z.object({ customerId: id }),
  async ({ tx, actor: { dealershipId }, now }, { customerId }) => {
    const since = new Date(now.getTime() - UNDO_DAYS * 86_400_000)
    const rows = await tx.customerMerge.findMany({
      where: { dealershipId, keptId: customerId, undoneAt: null, at: { gte: since } },
      orderBy: { at: 'desc' },
      select: { id: true, at: true, merged: { select: { no: true, name: true } } },
    })
    return rows
  },
)
