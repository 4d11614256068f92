import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import type { Tx } from '@/lib/server/db'
import { command } from '@/lib/server/doors'
import { Retire, SavePackage } from '../schemas'

/**
 * Adds a service package or changes what belongs to it; bookings and orders keep what they were made with. Operations
 * and parts are named by code and number. Refuses with `catalogue.code-taken`, `catalogue.package-empty`,
 * `catalogue.unknown-operation` or `catalogue.unknown-part`.
 */
export const savePackage = command(
  'package.save',
  SavePackage,
  async ({ tx, actor: { dealershipId } }, { id: wanted, operationCodes, parts, ...fields }) => {
    const same = await tx.servicePackage.findUnique({
      where: { dealershipId_code: { dealershipId, code: fields.code } },
      select: { id: true },
    })
    if (same && same.id !== wanted) throw new Refusal('catalogue.code-taken', { code: fields.code })
    if (!operationCodes.length) throw new Refusal('catalogue.package-empty')
    const items = [
      ...(await operationItems(tx, dealershipId, operationCodes)),
      ...(await partItems(tx, dealershipId, parts)),
    ]
    const {
      quickLane = false,
      sameDay = false,
      bookableOnline = false,
      fromKm = null,
      toKm = null,
      ...rest
    } = fields
    const data = { ...rest, quickLane, sameDay, bookableOnline, fromKm, toKm }
    if (wanted) {
      const { count } = await tx.servicePackage.updateMany({ where: { dealershipId, id: wanted }, data })
      if (!count) throw new Refusal('common.not-found')
      await tx.packageItem.deleteMany({ where: { dealershipId, packageId: wanted } })
    }
    const id =
      wanted ??
      (
        await tx.servicePackage.create({
          data: {
            dealershipId,
            ...data,
            position: await tx.servicePackage.count({ where: { dealershipId } }),
          },
          select: { id: true },
        })
      ).id
    await tx.packageItem.createMany({
      data: items.map((item, position) => ({ dealershipId, packageId: id, position, ...item })),
    })
    return {
      result: { id },
      subject: { type: 'catalogue', id },
      facts: {
        code: fields.code,
        name: fields.name,
        minutes: fields.minutes,
        bookableOnline,
        isNew: !wanted,
      },
    }
  },
)

async function operationItems(tx: Tx, dealershipId: string, codes: string[]) {
  const wanted = [...new Set(codes)]
  const found = await tx.labourOperation.findMany({
    where: { dealershipId, code: { in: wanted }, disabledAt: null },
    select: { id: true, code: true },
  })
  const ids = new Map(found.map(({ id, code }) => [code, id]))
  return wanted.map((code) => {
    const operationId = ids.get(code)
    if (!operationId) throw new Refusal('catalogue.unknown-operation', { code })
    return { operationId }
  })
}

async function partItems(tx: Tx, dealershipId: string, wanted: { no: string; quantityMilli: number }[]) {
  const amounts = new Map<string, number>()
  for (const { no, quantityMilli } of wanted) amounts.set(no, (amounts.get(no) ?? 0) + quantityMilli)
  const found = await tx.part.findMany({
    where: { dealershipId, no: { in: [...amounts.keys()] }, disabledAt: null },
    select: { id: true, no: true },
  })
  const ids = new Map(found.map(({ id, no }) => [no, id]))
  return [...amounts].map(([no, quantityMilli]) => {
    const partId = ids.get(no)
    if (!partId) throw new Refusal('catalogue.unknown-part', { no })
    return { partId, quantityMilli }
  })
}

/**
 * Takes a package off the menu, or back on it; bookings that have it keep it. Refuses with
 * `catalogue.unknown-operation` or `catalogue.unknown-part` when something of it was retired meanwhile.
 */
export const retirePackage = command(
  'package.retire',
  Retire,
  async ({ tx, actor: { dealershipId }, now }, { id, back }) => {
    const found = await tx.servicePackage.findFirst({
      where: { dealershipId, id },
      include: { packageItems: { include: { operation: true, part: true } } },
    })
    if (!found) throw new Refusal('common.not-found')
    for (const { operation, part } of back ? found.packageItems : []) {
      if (operation?.disabledAt) throw new Refusal('catalogue.unknown-operation', { code: operation.code })
      if (part?.disabledAt) throw new Refusal('catalogue.unknown-part', { no: part.no })
    }
    await tx.servicePackage.updateMany({
      where: { dealershipId, id },
      data: { disabledAt: back ? null : (found.disabledAt ?? now) },
    })
    return {
      result: { id },
      subject: { type: 'catalogue', id },
      facts: { code: found.code, retired: !back },
    }
  },
)
