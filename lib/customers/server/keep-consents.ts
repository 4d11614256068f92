import 'server-only'
import type { Tx } from '@/lib/server/db'
import type { ConsentKind } from '../consent'

type Given = { dealershipId: string; customerId: string; channel: 'online'; at: Date }

/** Keeps what a customer has agreed to with the version of the text that was shown; the same consent is not kept twice. */
export async function keepConsents(
  tx: Tx,
  { dealershipId, customerId, channel, at }: Given,
  versions: Partial<Record<ConsentKind, string>>,
): Promise<void> {
  for (const [kind, textVersion] of Object.entries(versions)) {
    if (!textVersion) continue
    const last = await tx.consent.findFirst({
      where: { dealershipId, customerId, kind },
      orderBy: { at: 'desc' },
      select: { given: true, textVersion: true },
    })
    if (last?.given && last.textVersion === textVersion) continue
    await tx.consent.create({
      data: { dealershipId, customerId, kind, given: true, textVersion, channel, at },
      select: { id: true },
    })
  }
}
