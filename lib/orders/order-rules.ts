import * as z from 'zod'
import { flag, optional, requiredText } from '@/lib/core/fields'
import { Refusal } from '@/lib/core/refusal'
import { AUDIT_POINTS, type AuditPoint } from './audit'

/** A numbered point of the rules for filling in the repair order (委托书填写规定). */
export type RulePoint = { no: number; text: string; textEn: string; auditPoint: AuditPoint | null }

/** `no`: the point that is changed, none for a new one; `to`: the number it gets, its own or the last unless told. */
export const SaveRulePoint = z
  .object({
    no: optional(z.coerce.number().int().min(1)),
    to: optional(z.coerce.number().int().min(1).max(200)),
    remove: flag.default(false),
    text: requiredText(500),
    textEn: requiredText(500),
    auditPoint: optional(z.enum(AUDIT_POINTS)),
  })
  .strip()
type Change = z.output<typeof SaveRulePoint>

/**
 * The points of a draft after one was added, changed, moved or taken away, numbered from one without gaps.
 * Refuses with `common.not-found` and, where another point is tied to the same check, `orderRules.tied` (`no`).
 */
export function changedPoints(points: readonly RulePoint[], change: Change): RulePoint[] {
  const at = points.findIndex(({ no }) => no === change.no)
  if (change.no !== undefined && at < 0) throw new Refusal('common.not-found')
  const others = points.filter(({ no }) => no !== change.no)
  if (!change.remove) {
    const { text, textEn, auditPoint = null } = change
    const tied = auditPoint && others.find((point) => point.auditPoint === auditPoint)
    if (tied) throw new Refusal('orderRules.tied', { no: tied.no })
    const place = (change.to ?? change.no ?? points.length + 1) - 1
    others.splice(place, 0, { no: 0, text, textEn, auditPoint })
  }
  return others.map((point, index) => ({ ...point, no: index + 1 }))
}
