import 'server-only'
import { Refusal } from '@/lib/core/refusal'
import { command } from '@/lib/server/doors'
import { Retire, SaveOperation } from '../schemas'

/**
 * Adds a labour operation or changes it; orders keep what they were written with. Refuses with `catalogue.code-taken`.
 */
export const saveOperation = command(
  'operation.save',
  SaveOperation,
  async ({ tx, actor: { dealershipId } }, { id: wanted, ...fields }) => {
    const same = await tx.labourOperation.findUnique({
      where: { dealershipId_code: { dealershipId, code: fields.code } },
      select: { id: true },
    })
    if (same && same.id !== wanted) throw new Refusal('catalogue.code-taken', { code: fields.code })
    if (wanted) {
      const { count } = await tx.labourOperation.updateMany({
        where: { dealershipId, id: wanted },
        data: fields,
      })
      if (!count) throw new Refusal('common.not-found')
    }
    const id =
      wanted ??
      (await tx.labourOperation.create({ data: { dealershipId, ...fields }, select: { id: true } })).id
    return {
      result: { id },
      subject: { type: 'catalogue', id },
      facts: { code: fields.code, name: fields.name, minutes: fields.minutes, isNew: !wanted },
    }
  },
)

/**
 * Takes an operation out of the catalogue, or back in. What was done stays. Refuses with `catalogue.used-in-package`
 * while an offered package needs it.
 */
export const retireOperation = command(
  'operation.retire',
  Retire,
  async ({ tx, actor: { dealershipId }, now }, { id, back }) => {
    const found = await tx.labourOperation.findFirst({ where: { dealershipId, id } })
    if (!found) throw new Refusal('common.not-found')
    const used = await tx.servicePackage.findFirst({
      where: { dealershipId, disabledAt: null, packageItems: { some: { operationId: id } } },
      select: { code: true },
    })
    if (!back && used) throw new Refusal('catalogue.used-in-package', { code: used.code })
    await tx.labourOperation.updateMany({
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
