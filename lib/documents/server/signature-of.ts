import 'server-only'
import type { SignatureView } from '@/lib/orders/views'
import type { Tx } from '@/lib/server/db'

/** A signature as papers draw it; null where nobody has signed. */
export async function signatureOf(
  tx: Tx,
  dealershipId: string,
  id: string | null,
): Promise<SignatureView | null> {
  if (!id) return null
  const { signerName, at, channel, strokes } = await tx.signature.findUniqueOrThrow({
    where: { dealershipId_id: { dealershipId, id } },
  })
  return { by: signerName, at, channel, strokes }
}
