import 'server-only'
import { pinyinOf } from '@/lib/core/pinyin'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { Retire, SavePart } from '../schemas'

/** Adds a part to the catalogue, with an empty stock, or changes it. Refuses with `catalogue.code-taken`. */
export const savePart = command(
  'part.save',
  SavePart,
  async ({ tx, actor: { dealershipId } }, { id: wanted, minimum, leadDays = null, ...fields }) => {
    const same = await tx.part.findUnique({
      where: { dealershipId_no: { dealershipId, no: fields.no } },
      select: { id: true },
    })
    if (same && same.id !== wanted) throw new Refusal('catalogue.code-taken', { code: fields.no })
    const data = { ...fields, ...pinyinOf(fields.name), leadDays, minMilli: minimum ?? 0 }
    if (wanted) {
      const { count } = await tx.part.updateMany({ where: { dealershipId, id: wanted }, data })
      if (!count) throw new Refusal('common.not-found')
    }
    const id = wanted ?? (await tx.part.create({ data: { dealershipId, ...data }, select: { id: true } })).id
    if (!wanted) await tx.stockItem.create({ data: { dealershipId, partId: id }, select: { id: true } })
    return {
      result: { id },
      subject: { type: 'part', id },
      facts: { no: fields.no, name: fields.name, isNew: !wanted },
    }
  },
)

/**
 * Takes a part out of the catalogue, or back in; what lies in stock stays there. Refuses with
 * `catalogue.used-in-package` while an offered package needs it.
 */
export const retirePart = command(
  'part.retire',
  Retire,
  async ({ tx, actor: { dealershipId }, now }, { id, back }) => {
    const found = await tx.part.findFirst({ where: { dealershipId, id } })
    if (!found) throw new Refusal('common.not-found')
    const used = await tx.servicePackage.findFirst({
      where: { dealershipId, disabledAt: null, packageItems: { some: { partId: id } } },
      select: { code: true },
    })
    if (!back && used) throw new Refusal('catalogue.used-in-package', { code: used.code })
    await tx.part.updateMany({
      where: { dealershipId, id },
      data: { disabledAt: back ? null : (found.disabledAt ?? now) },
    })
    return { result: { id }, subject: { type: 'part', id }, facts: { no: found.no, retired: !back } }
  },
)
