import 'server-only'
import * as z from 'zod'
import { normalCode } from '@/lib/core/spoken-code'
import { dayOf } from '@/lib/core/time'
import { Refusal } from '@/lib/core/refusal'
import { thisDealership } from '@/lib/dealership/server/this-dealership'
import { query, type Context } from '@/lib/server/doors'
import { limit } from '@/lib/server/rate-limit'
import type { PaperKind } from '../paper'

const LOOKS_AN_HOUR = 60

/** What paper a kind of signature makes. */
const PAPER_OF: Record<string, PaperKind> = {
  reception: 'reception',
  estimate: 'order',
  additionalWork: 'additional-work',
}

const found = query(
  'document.verify',
  z.object({ code: z.string().max(60).transform(normalCode) }),
  async ({ tx }, { code }) => {
    await tx.$queryRaw`SELECT set_config('app.shown_hash', ${code}, true)`
    const copy = await tx.documentCopy.findUnique({
      where: { code },
      select: { dealershipId: true, kind: true, no: true, signedAt: true, sha256: true },
    })
    if (!copy) throw new Refusal('common.not-found')
    const { name, nameEn, timeZone } = await thisDealership(tx, copy.dealershipId)
    return {
      code,
      kind: PAPER_OF[copy.kind] ?? 'order',
      no: copy.no,
      dealership: { name, nameEn },
      signedOn: dayOf(copy.signedAt, timeZone),
      sha256: copy.sha256,
    }
  },
)

/**
 * What the code of a signed paper proves: kind, number, dealership, day and SHA-256 of the PDF, and nothing of any person.
 * Refuses with `common.not-found`, and with `auth.too-many-requests` past sixty looks an hour from one address.
 */
export async function documentProof(context: Context & { address: string }, raw: { code: string }) {
  if (context.address) await limit('document-proof', context.address, LOOKS_AN_HOUR, 3600)
  return found(context, raw)
}
