import 'server-only'
import * as z from 'zod'
import { flag, id, optional, requiredText, text } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { BAY_KINDS } from '../bay'
import { refreshCapacity } from './capacity-ledger'

/**
 * Adds a bay, changes it, or takes it out of use. Refuses with `bay.name-taken`, and with `bay.planned` while planned
 * work would lose its place.
 */
export const saveBay = command(
  'bay.manage',
  z.object({
    id: optional(id),
    name: requiredText(40),
    nameEn: text(40).default(''),
    kind: z.enum(BAY_KINDS, 'choose'),
    outOfUse: optional(flag),
  }),
  async ({ tx, actor: { dealershipId }, now }, { id: bayId, outOfUse = false, ...fields }) => {
    const same = await tx.bay.findUnique({
      where: { dealershipId_name: { dealershipId, name: fields.name } },
      select: { id: true },
    })
    if (same && same.id !== bayId) throw new Refusal('bay.name-taken', { name: fields.name })
    const before = bayId
      ? await tx.bay.findUnique({ where: { dealershipId_id: { dealershipId, id: bayId } } })
      : null
    if (bayId && !before) throw new Refusal('common.not-found')
    if (before && outOfUse) {
      const count = await tx.planEntry.count({
        where: { dealershipId, bayId: before.id, status: { in: ['planned', 'active'] }, endsAt: { gt: now } },
      })
      if (count) throw new Refusal('bay.planned', { count })
    }
    const disabledAt = outOfUse ? (before?.disabledAt ?? now) : null
    const position = before?.position ?? (await tx.bay.count({ where: { dealershipId } }))
    const data = { ...fields, disabledAt, position }
    const saved = before
      ? await tx.bay.update({ where: { dealershipId_id: { dealershipId, id: before.id } }, data })
      : await tx.bay.create({ data: { dealershipId, ...data } })
    await refreshCapacity(tx, { dealershipId, now })
    return {
      result: { id: saved.id },
      subject: { type: 'dealership', id: dealershipId },
      facts: { bay: fields.name, kind: fields.kind, outOfUse },
    }
  },
)

/** The bays in their order, those in use first. */
export const bayList = query('bay.manage', z.object({}), ({ tx, actor: { dealershipId } }) =>
  tx.bay.findMany({
    where: { dealershipId },
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { position: 'asc' }],
    select: { id: true, name: true, nameEn: true, kind: true, disabledAt: true },
  }),
)
